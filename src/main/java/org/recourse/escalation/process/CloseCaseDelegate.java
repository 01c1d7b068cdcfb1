package org.recourse.escalation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.recourse.escalation.settlement.Ending;
import org.springframework.stereotype.Component;

/** Nothing of the case is left open. */
@Component
@UsedIn("CustomerEscalation")
class CloseCaseDelegate implements JavaDelegate {

    private final Ending ending;

    CloseCaseDelegate(Ending ending) {
        this.ending = ending;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ending.close(Steps.of(execution));
    }
}
