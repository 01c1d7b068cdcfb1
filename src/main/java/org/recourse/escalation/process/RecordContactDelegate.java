package org.recourse.escalation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.recourse.escalation.opening.Joining;
import org.springframework.stereotype.Component;

/** The customer came back while the case is open. */
@Component
@UsedIn("CustomerEscalation")
class RecordContactDelegate implements JavaDelegate {

    private final Joining joining;

    RecordContactDelegate(Joining joining) {
        this.joining = joining;
    }

    @Override
    public void execute(DelegateExecution execution) {
        joining.contacted(Steps.of(execution), (String) execution.getVariable("channel"), (String)
                execution.getVariable("story"));
    }
}
