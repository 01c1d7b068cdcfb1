package org.recourse.escalation.opening;

import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recourse.customer.Customer;
import org.recourse.customer.Customers;
import org.recourse.customer.Identification;
import org.recourse.form.Answers;
import org.recourse.form.RefusedInput;
import org.recourse.text.Sentence;

/** Whose case it is, as people say it: by number, by phone in any notation, by mail address, or by several of them. */
public record WhichCustomer(
        @Nullable String number,
        @Nullable String phone,
        @Nullable String email) {

    /** @throws RefusedInput naming {@code customerNumber} when none of the three is given */
    public static WhichCustomer of(Answers answers) {
        WhichCustomer given = new WhichCustomer(
                answers.identifier("customerNumber", 64),
                answers.identifier("phone", 64),
                answers.identifier("email", Answers.SHORT_TEXT));
        if (blank(given.number) && blank(given.phone) && blank(given.email)) {
            throw new RefusedInput("customerNumber", Sentence.of("case.customer-missing"));
        }
        return given;
    }

    /** @throws RefusedInput naming {@code customerNumber} and everybody who fits when they are several: none is guessed */
    Optional<Customer> among(Customers customers) {
        Identification identification = customers.identify(number, phone, email);
        if (identification instanceof Identification.Several several) {
            throw new RefusedInput(
                    "customerNumber",
                    Sentence.of(
                            "case.several-customers",
                            several.candidates().stream()
                                    .map(WhichCustomer::called)
                                    .collect(Collectors.joining(", "))));
        }
        return identification instanceof Identification.Found found ? Optional.of(found.customer()) : Optional.empty();
    }

    Customer newcomer(Customers customers) {
        return customers.meet(number, null, phone, email);
    }

    /** That nobody is known by what was given. */
    RefusedInput nobody() {
        if (number != null && !blank(number)) {
            return new RefusedInput("customerNumber", Sentence.of("case.no-customer-with-number", number.strip()));
        }
        return phone != null && !blank(phone)
                ? new RefusedInput("phone", Sentence.of("case.no-customer-with-phone", phone.strip()))
                : new RefusedInput("email", Sentence.of("case.no-customer-with-email", String.valueOf(email)));
    }

    private static String called(Customer customer) {
        return customer.name() == null ? customer.number() : "%s (%s)".formatted(customer.number(), customer.name());
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
