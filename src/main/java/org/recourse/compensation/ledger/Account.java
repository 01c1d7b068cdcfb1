package org.recourse.compensation.ledger;

import org.recourse.form.Choice;

/**
 * The accounts of one team and month. {@code FUNDING} and {@code GIVEN} are the other sides of {@code BUDGET} and {@code
 * CUSTOMER}, so that every transaction sums to zero.
 */
enum Account implements Choice {
    FUNDING,
    BUDGET,
    RESERVED,
    COMMITTED,
    CUSTOMER,
    GIVEN
}
