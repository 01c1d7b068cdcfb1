package org.recourse.callback;

import org.recourse.form.Choice;

/** Where a callback stands. */
public enum CallbackState implements Choice {
    WANTED,
    BOOKED,
    REACHED,
    UNANSWERED,
    /** The customer does not want to be called. */
    DECLINED,
    /** The case ended before the call, or a new wish took its place. */
    CANCELLED
}
