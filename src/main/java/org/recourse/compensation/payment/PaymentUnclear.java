package org.recourse.compensation.payment;

import org.recourse.text.Refusal;
import org.recourse.text.Saying;

/** Whether it was paid is not known: no answer, a failing server, or answers that contradict each other. Asked again. */
public final class PaymentUnclear extends Refusal {

    PaymentUnclear(Saying saying) {
        super(saying);
    }
}
