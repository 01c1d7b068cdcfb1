package org.recourse.notification;

import org.recourse.identifier.CaseNumber;

/** Gets a message sent behind the transaction that wrote it; the engine does it with a job. */
public interface MessageDispatch {

    /** Called in the transaction that wrote the message; {@link Messages#deliver} is due after its commit. */
    void dispatch(long messageId, CaseNumber caseNumber);
}
