package org.recourse.compensation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.compensation.ApprovalRequests;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.springframework.stereotype.Component;

/** Substitutes are silent too: the next level is offered the step. */
@Component
@UsedIn("CompensationApproval")
class AskNextLevelDelegate implements JavaDelegate {

    private final ApprovalRequests requests;

    AskNextLevelDelegate(ApprovalRequests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OpenApproval.offer(execution, requests.askNextLevel(Steps.of(execution)));
    }
}
