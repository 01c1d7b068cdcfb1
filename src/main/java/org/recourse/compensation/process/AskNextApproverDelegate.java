package org.recourse.compensation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.compensation.ApprovalRequests;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.springframework.stereotype.Component;

/** The approver is silent: substitutes are offered the step. */
@Component
@UsedIn("CompensationApproval")
class AskNextApproverDelegate implements JavaDelegate {

    private final ApprovalRequests requests;

    AskNextApproverDelegate(ApprovalRequests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OpenApproval.offer(execution, requests.askSubstitutes(Steps.of(execution)));
    }
}
