package org.recourse.promise;

import org.recourse.form.Choice;

/** What became of a promise (docs/figures.md, kept promises). */
public enum PromiseState implements Choice {
    OPEN,
    KEPT,
    LATE,
    BROKEN,
    CANCELLED,
    MOVED
}
