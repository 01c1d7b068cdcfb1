package org.recourse.escalation.model;

import org.recourse.form.Choice;

/** The door by which a customer came. */
public enum Channel implements Choice {
    PHONE,
    EMAIL,
    CHAT,
    WEB,
    LETTER,
    FAX,
    MESSAGE,
    IN_PERSON,
    REFERRAL;

    /** Nobody is on the line: the customer wrote and waits for an answer. */
    public boolean isWritten() {
        return this == EMAIL || this == WEB || this == LETTER || this == FAX || this == MESSAGE;
    }
}
