package org.recourse.callback.process;

import static org.recourse.form.SteeringVariable.Lasting.CALLBACK_DUE;
import static org.recourse.form.SteeringVariable.Lasting.CALLBACK_UNTIL;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.calendar.Window;
import org.recourse.callback.Callbacks;
import org.recourse.engine.Steps;
import org.springframework.stereotype.Component;

/** Books the window that the customer chose, or the next free one. */
@Component
class BookCallbackDelegate implements JavaDelegate {

    private final Callbacks callbacks;

    BookCallbackDelegate(Callbacks callbacks) {
        this.callbacks = callbacks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Window window = callbacks.book(Steps.of(execution));
        execution.setVariable(CALLBACK_DUE, Date.from(window.from()));
        execution.setVariable(CALLBACK_UNTIL, Date.from(window.to()));
    }
}
