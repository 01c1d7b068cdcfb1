package org.recourse.escalation.model;

import org.recourse.form.Choice;

/** Where a case stands. JOINED: the contact was added to another open case. */
public enum CaseState implements Choice {
    OPEN,
    SETTLED,
    CLOSED,
    WITHDRAWN,
    JOINED
}
