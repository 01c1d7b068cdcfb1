package org.recourse.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer as everybody needs them: whom to call, what they are worth to us, how they may be written to.
 *
 * @param phones E.164, the preferred one first
 * @param emails lower case, the preferred one first
 * @param language ISO 639 code, such as {@code de}
 * @param yearlyValue what the customer brings per year, in {@code currency}; null when not known
 */
public record Customer(
        String number,
        @Nullable String name,
        List<String> phones,
        List<String> emails,
        String language,
        ZoneId zone,
        Tier tier,
        @Nullable LocalDate customerSince,
        @Nullable BigDecimal yearlyValue,
        String currency,
        ContactChannel preferredChannel,
        Consent consent) {

    /** Ways on which the customer lets us write or call about their case. */
    public record Consent(boolean mail, boolean text, boolean call) {
        static final Consent ALL = new Consent(true, true, true);
    }

    public Customer {
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
    }

    /** The number only: a customer in a log line must not spell out personal data. */
    @Override
    public String toString() {
        return "Customer " + number;
    }
}
