package org.recourse.engine.gate;

/** Somebody completes, starts or leaves a step in another way than by submitting its form. */
final class NotThroughItsForm extends RuntimeException {

    NotThroughItsForm(String sentence) {
        super(sentence);
    }
}
