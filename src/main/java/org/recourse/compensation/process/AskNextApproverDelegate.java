package org.recourse.compensation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.compensation.Approvals;
import org.recourse.engine.Steps;
import org.springframework.stereotype.Component;

/** The approver is silent: the next level is told and may decide as well. */
@Component
class AskNextApproverDelegate implements JavaDelegate {

    private final Approvals approvals;

    AskNextApproverDelegate(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        approvals.askNext(Steps.of(execution));
    }
}
