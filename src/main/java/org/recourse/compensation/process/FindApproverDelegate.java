package org.recourse.compensation.process;

import static org.recourse.form.SteeringVariable.Lasting.APPROVAL_DUE;
import static org.recourse.form.SteeringVariable.Lasting.NEXT_LEVEL_DUE;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.compensation.ApprovalRequests;
import org.recourse.compensation.Approvals;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.recourse.identifier.CaseNumber;
import org.springframework.stereotype.Component;

/** Tells substitutes for whom they are asked, and says until when an answer is due before the next one is asked. */
@Component
@UsedIn("CompensationApproval")
class FindApproverDelegate implements JavaDelegate {

    private final Approvals approvals;
    private final ApprovalRequests requests;

    FindApproverDelegate(Approvals approvals, ApprovalRequests requests) {
        this.approvals = approvals;
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseNumber caseNumber = Steps.of(execution).caseNumber();
        execution.setVariable(APPROVAL_DUE, Date.from(approvals.answerDue(caseNumber, 1)));
        execution.setVariable(NEXT_LEVEL_DUE, Date.from(approvals.answerDue(caseNumber, 2)));
        requests.tellSubstitutes(Steps.of(execution));
    }
}
