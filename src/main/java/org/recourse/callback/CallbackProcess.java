package org.recourse.callback;

import org.recourse.identifier.CaseNumber;

/** What we tell the process of a callback. */
public interface CallbackProcess {

    /**
     * The callback was moved (booked anew) or cancelled before it was due.
     *
     * @return whether it was still waiting to be due
     */
    boolean changed(CaseNumber caseNumber, boolean moved);
}
