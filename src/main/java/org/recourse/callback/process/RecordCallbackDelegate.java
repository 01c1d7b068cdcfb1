package org.recourse.callback.process;

import static org.recourse.form.SteeringVariable.ATTEMPTS_LEFT;
import static org.recourse.form.SteeringVariable.CALL_OUTCOME;
import static org.recourse.form.SteeringVariable.Lasting.CALLBACK_DUE;
import static org.recourse.form.SteeringVariable.Lasting.CALLBACK_UNTIL;
import static org.recourse.form.SteeringVariable.Lasting.REMINDER_DUE;

import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.recourse.calendar.Window;
import org.recourse.callback.CallbackAttempts;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.springframework.stereotype.Component;

/** Dates the next attempt while attempts are left; who has just called needs no reminder of it. */
@Component
@UsedIn("Callback")
class RecordCallbackDelegate implements JavaDelegate {

    private final CallbackAttempts attempts;

    RecordCallbackDelegate(CallbackAttempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<Window> next = attempts.nextAttempt(Steps.of(execution));
        execution.setVariable(ATTEMPTS_LEFT, Variables.booleanValue(next.isPresent(), true));
        boolean again = "no-answer".equals(execution.getVariable(CALL_OUTCOME));
        if (again && next.isPresent()) {
            execution.setVariable(CALLBACK_DUE, Date.from(next.get().from()));
            execution.setVariable(CALLBACK_UNTIL, Date.from(next.get().to()));
            execution.setVariable(REMINDER_DUE, Date.from(next.get().to()));
        }
    }
}
