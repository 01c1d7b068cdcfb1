package org.recourse.callback.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.callback.CallbackAttempts;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.springframework.stereotype.Component;

/** The window opens soon: whoever calls hears of it. */
@Component
@UsedIn("Callback")
class RemindCallerDelegate implements JavaDelegate {

    private final CallbackAttempts attempts;

    RemindCallerDelegate(CallbackAttempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        attempts.remind(Steps.of(execution));
    }
}
