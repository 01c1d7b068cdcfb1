package org.recourse.compensation.payment;

import java.math.BigDecimal;
import org.recourse.identifier.CaseNumber;

/**
 * What is to be paid.
 *
 * @param key idempotency key: whatever is sent twice under it is paid once
 * @param kind {@code payment} to the customer's account, {@code credit} on the next bill, or {@code voucher}
 * @param amount in major units with two decimals
 */
public record PaymentOrder(
        String key, String kind, BigDecimal amount, String currency, String customerNumber, CaseNumber caseNumber) {}
