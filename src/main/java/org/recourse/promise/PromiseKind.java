package org.recourse.promise;

import org.recourse.form.Choice;

/**
 * What was promised. A callback is kept by an attempt inside its window, a follow-up by asking the
 * customer, the others by being done.
 */
public enum PromiseKind implements Choice {
    SOLUTION,
    REFUND,
    LETTER,
    INFORMATION,
    CALLBACK,
    FOLLOW_UP
}
