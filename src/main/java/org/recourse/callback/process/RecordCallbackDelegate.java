package org.recourse.callback.process;

import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.recourse.calendar.Window;
import org.recourse.callback.Callbacks;
import org.recourse.callback.Invitations;
import org.recourse.engine.Steps;
import org.springframework.stereotype.Component;

/** Dates the next attempt while attempts are left. */
@Component
class RecordCallbackDelegate implements JavaDelegate {

    private final Callbacks callbacks;
    private final Invitations invitations;

    RecordCallbackDelegate(Callbacks callbacks, Invitations invitations) {
        this.callbacks = callbacks;
        this.invitations = invitations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<Window> next = callbacks.nextAttempt(Steps.of(execution));
        execution.setVariable("attemptsLeft", Variables.booleanValue(next.isPresent(), true));
        boolean again = "no-answer".equals(execution.getVariable("callOutcome"));
        if (again && next.isPresent()) {
            execution.setVariable("callbackDue", Date.from(next.get().from()));
            execution.setVariable("callbackUntil", Date.from(next.get().to()));
            invitations.tryAgain(Steps.of(execution).caseNumber(), next.get());
        }
    }
}
