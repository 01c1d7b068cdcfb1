package org.recourse.callback.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.callback.Callbacks;
import org.recourse.engine.Steps;
import org.springframework.stereotype.Component;

/** The window is over; if nobody called yet, the supervisors hear of it. */
@Component
class ReportMissedWindowDelegate implements JavaDelegate {

    private final Callbacks callbacks;

    ReportMissedWindowDelegate(Callbacks callbacks) {
        this.callbacks = callbacks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        callbacks.windowMissed(Steps.of(execution));
    }
}
