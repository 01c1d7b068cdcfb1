package org.recourse.escalation.model;

import org.recourse.form.Choice;

/** How the customer reaches the one who takes over: on the line now, or called back. */
public enum Connection implements Choice {
    TRANSFER,
    CALL_BACK
}
