package org.recourse.compensation.process;

import static org.recourse.form.SteeringVariable.Lasting.APPROVAL_DUE;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.compensation.Approvals;
import org.springframework.stereotype.Component;

/** Says until when the approver has to answer. */
@Component
class FindApproverDelegate implements JavaDelegate {

    private final Approvals approvals;

    FindApproverDelegate(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(APPROVAL_DUE, Date.from(approvals.answerDue(execution.getProcessBusinessKey())));
    }
}
