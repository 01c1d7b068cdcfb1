package org.recourse.compensation;

import org.recourse.form.RefusedAttempt;

/** Four eyes: nobody approves what they asked for or took part in offering. */
final class NotYourDecision extends RefusedAttempt {

    private final String sentence;

    NotYourDecision(String sentence) {
        super("approvalDecision", sentence);
        this.sentence = sentence;
    }

    /** Why, without the name of a field. */
    String sentence() {
        return sentence;
    }
}
