package org.recourse.compensation;

import org.recourse.form.Choice;
import org.recourse.text.Money;
import org.recourse.text.Sentence;

/** What can be given. A goodwill gesture and a voucher count against goodwill, the others give money back. */
public enum CompensationKind implements Choice {
    REFUND,
    CREDIT,
    VOUCHER,
    GOODWILL;

    /** An amount of this kind: {@code refund 18.40 EUR}. */
    public Sentence said(Money amount) {
        return Sentence.of("compensation.line", said(), amount);
    }

    boolean isGoodwill() {
        return this == GOODWILL || this == VOUCHER;
    }
}
