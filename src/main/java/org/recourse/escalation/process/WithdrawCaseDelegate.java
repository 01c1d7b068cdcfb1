package org.recourse.escalation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.recourse.escalation.settlement.Ending;
import org.springframework.stereotype.Component;

/** The customer withdrew: every timer, promise and request goes. */
@Component
@UsedIn("CustomerEscalation")
class WithdrawCaseDelegate implements JavaDelegate {

    private final Ending ending;

    WithdrawCaseDelegate(Ending ending) {
        this.ending = ending;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Object reason = execution.getVariable("reason");
        ending.withdraw(Steps.of(execution), reason == null ? "" : reason.toString());
    }
}
