package org.recourse.compensation;

import org.recourse.form.Choice;

/**
 * Where a grant stands: {@code SENDING} to the payment system until it answered clearly, {@code TO_PAY} by a person when
 * there is no payment system. {@code EARLIER} was given before Recourse kept the ledger.
 */
public enum GrantState implements Choice {
    AGREED,
    SENDING,
    TO_PAY,
    PAID,
    CANCELLED,
    EARLIER
}
