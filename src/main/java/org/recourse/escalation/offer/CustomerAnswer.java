package org.recourse.escalation.offer;

import org.recourse.form.Choice;

/** What the customer says to a proposal. */
public enum CustomerAnswer implements Choice {
    AGREED("agreed"),
    ACCEPTED_NO_CHANGE("accepts that nothing changes"),
    ANOTHER_ANGLE("refused, wants another angle"),
    SUBJECT_TO_APPROVAL("agreed, subject to approval"),
    UNDECIDED("wants time to think"),
    ESCALATE("refused, wants the next level"),
    UNREACHABLE("not reached");

    private final String words;

    CustomerAnswer(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
