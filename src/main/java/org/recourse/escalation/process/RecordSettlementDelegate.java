package org.recourse.escalation.process;

import static org.recourse.form.SteeringVariable.COMPENSATION_AGREED;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.recourse.escalation.settlement.Settling;
import org.springframework.stereotype.Component;

/** The customer agreed, accepted, or got our final position. */
@Component
@UsedIn("CustomerEscalation")
class RecordSettlementDelegate implements JavaDelegate {

    private final Settling settling;

    RecordSettlementDelegate(Settling settling) {
        this.settling = settling;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(COMPENSATION_AGREED, Variables.booleanValue(settling.settle(Steps.of(execution)), true));
    }
}
