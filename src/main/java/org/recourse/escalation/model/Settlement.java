package org.recourse.escalation.model;

import org.recourse.form.Choice;

/** How a case was settled. */
public enum Settlement implements Choice {
    AGREED("agreed"),
    ACCEPTED_NO_CHANGE("accepted that nothing changes"),
    FINAL_ACCEPTED("final position accepted"),
    FINAL_REFUSED("final position refused"),
    UNREACHABLE("customer not reached"),
    WITHDRAWN("withdrawn by the customer"),
    CLOSED_BY_SUPERVISOR("closed by a supervisor"),
    /** In no figure, as the two that follow. */
    WRONG_NUMBER("wrong number"),
    DUPLICATE("duplicate of another case"),
    TEST("test");

    private final String words;

    Settlement(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
