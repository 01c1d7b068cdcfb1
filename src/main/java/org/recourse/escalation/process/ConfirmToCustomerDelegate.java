package org.recourse.escalation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.recourse.escalation.settlement.Settling;
import org.springframework.stereotype.Component;

/** Each "by when" becomes a promise; the customer gets it in writing. */
@Component
@UsedIn(value = "CustomerEscalation", leavesTheMachine = true)
class ConfirmToCustomerDelegate implements JavaDelegate {

    private final Settling settling;

    ConfirmToCustomerDelegate(Settling settling) {
        this.settling = settling;
    }

    @Override
    public void execute(DelegateExecution execution) {
        settling.confirm(Steps.of(execution));
    }
}
