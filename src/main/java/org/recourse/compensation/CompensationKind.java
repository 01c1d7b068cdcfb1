package org.recourse.compensation;

import org.recourse.form.Choice;

/** What can be given. A goodwill gesture and a voucher count against goodwill, the others give money back. */
public enum CompensationKind implements Choice {
    REFUND,
    CREDIT,
    VOUCHER,
    GOODWILL;

    boolean isGoodwill() {
        return this == GOODWILL || this == VOUCHER;
    }
}
