package org.recourse.notification.process;

import static org.recourse.form.SteeringVariable.Lasting.MESSAGE_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.engine.calls.UsedIn;
import org.recourse.notification.Messages;
import org.springframework.stereotype.Component;

/** Sends one message, once. */
@Component
@UsedIn(value = "Message", leavesTheMachine = true)
class SendMessageDelegate implements JavaDelegate {

    private final Messages messages;

    SendMessageDelegate(Messages messages) {
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        messages.deliver((Long) execution.getVariable(MESSAGE_ID));
    }
}
