package org.recourse.compensation;

import org.recourse.form.Choice;

/** Where a request stands. */
public enum ApprovalState implements Choice {
    OPEN,
    APPROVED,
    REDUCED,
    REJECTED,
    CANCELLED
}
