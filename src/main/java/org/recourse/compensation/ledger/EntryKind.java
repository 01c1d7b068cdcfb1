package org.recourse.compensation.ledger;

import org.recourse.form.Choice;

/** What a transaction does. */
enum EntryKind implements Choice {
    FUND,
    RESERVE,
    OVERDRAW,
    RELEASE,
    COMMIT
}
