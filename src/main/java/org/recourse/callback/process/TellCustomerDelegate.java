package org.recourse.callback.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.callback.CallbackAttempts;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.springframework.stereotype.Component;

/** All attempts were in vain: a message goes out, the supervisors are told. */
@Component
@UsedIn("Callback")
class TellCustomerDelegate implements JavaDelegate {

    private final CallbackAttempts attempts;

    TellCustomerDelegate(CallbackAttempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        attempts.givenUp(Steps.of(execution));
    }
}
