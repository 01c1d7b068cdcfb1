package org.recourse.escalation.firstline;

import org.recourse.form.Choice;

/** How the call goes on after a first-line step. */
enum CallState implements Choice {
    GOES_ON,
    HAND_OVER,
    CALL_BACK,
    LOST,
    CANNOT_CONTINUE
}
