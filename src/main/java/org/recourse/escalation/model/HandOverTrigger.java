package org.recourse.escalation.model;

import org.recourse.form.Choice;

/** Why a case leaves its level. */
public enum HandOverTrigger implements Choice {
    DEMAND("the customer asked for a superior"),
    THREAT("the customer threatened"),
    KNOWLEDGE("it needs somebody who knows more about it"),
    AUTHORITY("it needs more than the agent may grant"),
    CONDUCT("the talk itself went wrong"),
    ANGLES_USED_UP("the angles worth trying are used up"),
    SAFETY("somebody may be in danger"),
    VULNERABILITY("the customer needs particular care"),
    CANNOT_CONTINUE("the agent passes it on"),
    HIGHER_LEVEL("the customer wants the next level"),
    REOPENED("it is not settled for the customer"),
    REPEATED("what was settled before did not hold");

    private final String words;

    HandOverTrigger(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
