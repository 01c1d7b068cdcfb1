package org.recourse.escalation.contact;

import org.recourse.callback.CallbackState;
import org.recourse.callback.Callbacks;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.EscalationCase;
import org.springframework.stereotype.Component;

/** Whether there is anybody to say something to. Who wrote, or was imported, is there only once a call was answered. */
@Component
public class OnTheLine {

    private final Callbacks callbacks;

    OnTheLine(Callbacks callbacks) {
        this.callbacks = callbacks;
    }

    public boolean nobody(EscalationCase escalation) {
        boolean written = escalation.channel().isWritten() || escalation.has(CaseField.SOURCE);
        return written
                && callbacks
                        .latest(escalation.number())
                        .filter(callback -> callback.state() == CallbackState.REACHED)
                        .isEmpty();
    }
}
