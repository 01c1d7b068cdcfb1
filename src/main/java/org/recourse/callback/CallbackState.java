package org.recourse.callback;

import org.recourse.form.Choice;

/** Where a callback stands. */
public enum CallbackState implements Choice {
    WANTED,
    BOOKED,
    REACHED,
    UNANSWERED,
    CANCELLED
}
