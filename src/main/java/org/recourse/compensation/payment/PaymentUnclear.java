package org.recourse.compensation.payment;

/** Whether it was paid is not known: no answer, a failing server, or answers that contradict each other. Asked again. */
public final class PaymentUnclear extends RuntimeException {

    PaymentUnclear(String sentence) {
        super(sentence);
    }
}
