package org.recourse.callback;

/** What we tell the process of a callback. */
public interface CallbackProcess {

    /**
     * The callback was moved (booked anew) or cancelled before it was due.
     *
     * @return whether it was still waiting to be due
     */
    boolean changed(String caseNumber, boolean moved);
}
