package org.recourse.escalation.model;

import org.recourse.form.Choice;

/** How a case was settled. */
public enum Settlement implements Choice {
    AGREED,
    ACCEPTED_NO_CHANGE,
    FINAL_ACCEPTED,
    FINAL_REFUSED,
    UNREACHABLE,
    WITHDRAWN,
    CLOSED_BY_SUPERVISOR,
    /** In no figure, as the two that follow. */
    WRONG_NUMBER,
    DUPLICATE,
    TEST;

    @Override
    public String words() {
        return said().toString();
    }
}
