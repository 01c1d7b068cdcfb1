package org.recourse.compensation.process;

import static org.recourse.form.SteeringVariable.AS_ASKED;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.recourse.compensation.Approvals;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.springframework.stereotype.Component;

/** What the table or a person decided, and whether it is what was asked for. */
@Component
@UsedIn(value = "CompensationApproval", decidesAboutMoney = true)
class RecordDecisionDelegate implements JavaDelegate {

    private final Approvals approvals;

    RecordDecisionDelegate(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(AS_ASKED, Variables.booleanValue(approvals.settle(Steps.of(execution)), true));
    }
}
