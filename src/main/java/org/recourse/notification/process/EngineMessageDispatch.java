package org.recourse.notification.process;

import static org.recourse.form.SteeringVariable.Lasting.MESSAGE_ID;

import java.util.Map;
import org.recourse.engine.calls.ProcessCalls;
import org.recourse.identifier.CaseNumber;
import org.recourse.model.MessageIds;
import org.recourse.notification.MessageDispatch;
import org.springframework.stereotype.Component;

/** Gives each message a process of its own: a mail server that is down stops no case. */
@Component
class EngineMessageDispatch implements MessageDispatch {

    private final ProcessCalls calls;

    EngineMessageDispatch(ProcessCalls calls) {
        this.calls = calls;
    }

    @Override
    public void dispatch(long messageId, CaseNumber caseNumber) {
        calls.start(MessageIds.PROCESS, caseNumber, Map.of(MESSAGE_ID, messageId));
    }
}
