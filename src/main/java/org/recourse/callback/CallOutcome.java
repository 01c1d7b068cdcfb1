package org.recourse.callback;

import org.recourse.form.Choice;

/** What came of an attempt to call back. */
enum CallOutcome implements Choice {
    REACHED,
    NO_ANSWER,
    RESCHEDULED,
    WRONG_NUMBER
}
