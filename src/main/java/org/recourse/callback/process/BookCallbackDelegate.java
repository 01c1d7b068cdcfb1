package org.recourse.callback.process;

import static org.recourse.form.SteeringVariable.Lasting.CALLBACK_DUE;
import static org.recourse.form.SteeringVariable.Lasting.CALLBACK_UNTIL;
import static org.recourse.form.SteeringVariable.Lasting.REMINDER_DUE;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.callback.Callbacks;
import org.recourse.callback.Callbacks.Booking;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.springframework.stereotype.Component;

/** Books the window that the customer chose, or the next free one. */
@Component
@UsedIn(value = "Callback", makesAPromise = true)
class BookCallbackDelegate implements JavaDelegate {

    private final Callbacks callbacks;

    BookCallbackDelegate(Callbacks callbacks) {
        this.callbacks = callbacks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Booking booked = callbacks.book(Steps.of(execution));
        execution.setVariable(CALLBACK_DUE, Date.from(booked.window().from()));
        execution.setVariable(CALLBACK_UNTIL, Date.from(booked.window().to()));
        execution.setVariable(REMINDER_DUE, Date.from(booked.reminderDue()));
    }
}
