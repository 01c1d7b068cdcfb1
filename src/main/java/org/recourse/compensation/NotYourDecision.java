package org.recourse.compensation;

import org.recourse.form.RefusedAttempt;

/** Four eyes: nobody approves what they asked for or took part in offering. */
final class NotYourDecision extends RefusedAttempt {

    NotYourDecision(String sentence) {
        super("approvalDecision", sentence);
    }
}
