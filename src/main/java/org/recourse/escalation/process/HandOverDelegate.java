package org.recourse.escalation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.recourse.escalation.holding.HandingOver;
import org.springframework.stereotype.Component;

/** The case reaches the level it was routed to. */
@Component
@UsedIn("CustomerEscalation")
class HandOverDelegate implements JavaDelegate {

    private final HandingOver handingOver;

    HandOverDelegate(HandingOver handingOver) {
        this.handingOver = handingOver;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handingOver.handOver(Steps.of(execution));
    }
}
