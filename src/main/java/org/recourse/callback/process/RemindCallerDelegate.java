package org.recourse.callback.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.callback.Callbacks;
import org.recourse.engine.Steps;
import org.springframework.stereotype.Component;

/** The window opens soon: whoever calls hears of it. */
@Component
class RemindCallerDelegate implements JavaDelegate {

    private final Callbacks callbacks;

    RemindCallerDelegate(Callbacks callbacks) {
        this.callbacks = callbacks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        callbacks.remind(Steps.of(execution));
    }
}
