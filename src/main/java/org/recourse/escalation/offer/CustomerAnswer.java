package org.recourse.escalation.offer;

import org.recourse.form.Choice;

/** What the customer says to a proposal. */
public enum CustomerAnswer implements Choice {
    AGREED,
    ACCEPTED_NO_CHANGE,
    ANOTHER_ANGLE,
    SUBJECT_TO_APPROVAL,
    UNDECIDED,
    ESCALATE,
    UNREACHABLE
}
