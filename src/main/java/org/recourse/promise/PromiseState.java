package org.recourse.promise;

import org.recourse.form.Choice;

/** What became of a promise (definitions.md, kept promises). */
public enum PromiseState implements Choice {
    OPEN,
    KEPT,
    LATE,
    BROKEN,
    CANCELLED,
    MOVED
}
