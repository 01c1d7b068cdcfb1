package org.recourse.callback.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.callback.CallbackAttempts;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.springframework.stereotype.Component;

/** The window is over; if nobody called yet, the supervisors hear of it. */
@Component
@UsedIn("Callback")
class ReportMissedWindowDelegate implements JavaDelegate {

    private final CallbackAttempts attempts;

    ReportMissedWindowDelegate(CallbackAttempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        attempts.windowMissed(Steps.of(execution));
    }
}
