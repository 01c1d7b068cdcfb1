package org.recourse.compensation;

import org.recourse.form.RefusedAttempt;
import org.recourse.text.Saying;

/** Four eyes: nobody approves what they asked for or took part in offering. */
final class NotYourDecision extends RefusedAttempt {

    NotYourDecision(Saying saying) {
        super("approvalDecision", saying);
    }
}
