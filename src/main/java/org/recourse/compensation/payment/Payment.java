package org.recourse.compensation.payment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A payment as the payment system has it in its book.
 *
 * @param paymentId its reference
 * @param key the idempotency key under which it was ordered
 */
record Payment(
        @Nullable String paymentId,
        @Nullable String key,
        @Nullable String kind,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable String customerNumber) {

    boolean fulfils(PaymentOrder order) {
        return paymentId != null
                && !paymentId.isBlank()
                && order.key().equals(key)
                && order.kind().equals(kind)
                && amount != null
                && order.amount().compareTo(amount) == 0
                && order.currency().equals(currency)
                && order.customerNumber().equals(customerNumber);
    }
}
