package org.recourse.escalation.contact;

import org.recourse.form.Choice;

/** Why a contact took place. CHASE: the customer came back while the case was open. */
public enum ContactKind implements Choice {
    FIRST,
    CHASE,
    HAND_OVER,
    CALLBACK,
    FOLLOW_UP
}
