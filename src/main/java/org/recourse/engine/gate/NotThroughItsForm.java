package org.recourse.engine.gate;

import org.recourse.text.Refusal;
import org.recourse.text.Saying;

/** Somebody completes, starts or leaves a step in another way than by submitting its form. */
final class NotThroughItsForm extends Refusal {

    NotThroughItsForm(Saying sentence) {
        super(sentence);
    }
}
