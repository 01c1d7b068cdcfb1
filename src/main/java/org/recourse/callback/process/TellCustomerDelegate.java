package org.recourse.callback.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.callback.Callbacks;
import org.recourse.engine.Steps;
import org.springframework.stereotype.Component;

/** All attempts were in vain: a message goes out, the supervisors are told. */
@Component
class TellCustomerDelegate implements JavaDelegate {

    private final Callbacks callbacks;

    TellCustomerDelegate(Callbacks callbacks) {
        this.callbacks = callbacks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        callbacks.givenUp(Steps.of(execution));
    }
}
