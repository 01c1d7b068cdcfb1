package org.recourse.customer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.recourse.customer.Customer.Consent;
import org.recourse.form.RefusedInput;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Component;

/**
 * A customer's data as named texts: the same rules for forms, corrections, imported rows and the trail of changes.
 * Several phones or addresses are separated by a semicolon; an empty text means "not known".
 */
@Component
class CustomerFields {

    private final PhoneNumbers phoneNumbers;
    private final Clock clock;

    CustomerFields(PhoneNumbers phoneNumbers, Clock clock) {
        this.phoneNumbers = phoneNumbers;
        this.clock = clock;
    }

    Map<String, String> of(Customer customer) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("name", Objects.requireNonNullElse(customer.name(), ""));
        texts.put("phones", String.join("; ", customer.phones()));
        texts.put("emails", String.join("; ", customer.emails()));
        texts.put("language", customer.language());
        texts.put("zone", customer.zone().getId());
        texts.put("tier", customer.tier().key());
        texts.put("customerSince", Objects.toString(customer.customerSince(), ""));
        texts.put(
                "yearlyValue",
                customer.yearlyValue() == null ? "" : customer.yearlyValue().toPlainString());
        texts.put("currency", customer.currency());
        texts.put("preferredChannel", customer.preferredChannel().key());
        texts.put("mayMail", Boolean.toString(customer.consent().mail()));
        texts.put("mayText", Boolean.toString(customer.consent().text()));
        texts.put("mayCall", Boolean.toString(customer.consent().call()));
        return texts;
    }

    /**
     * The customer with the given fields changed; an absent field is unchanged and not judged again.
     *
     * @throws RefusedInput naming the first field that is wrong or unknown
     */
    Customer apply(Customer before, Map<String, String> changes) {
        changes.keySet().stream()
                .filter(field -> !of(before).containsKey(field))
                .findFirst()
                .ifPresent(field -> {
                    throw new RefusedInput(field, Sentence.of("customer.no-such-field"));
                });
        Given given = new Given(changes);
        Consent may = before.consent();
        return new Customer(
                before.number(),
                given.optional("name", before.name(), FieldTexts::name),
                given.value(
                        "phones",
                        before.phones(),
                        text -> FieldTexts.list(text, t -> phoneNumbers.normalise("phones", t))),
                given.value(
                        "emails",
                        before.emails(),
                        text -> FieldTexts.list(text, t -> MailAddresses.normalise("emails", t))),
                given.value("language", before.language(), FieldTexts::language),
                given.value("zone", before.zone(), FieldTexts::zone),
                given.value("tier", before.tier(), text -> FieldTexts.choice("tier", Tier.values(), Tier::key, text)),
                given.optional(
                        "customerSince",
                        before.customerSince(),
                        text -> FieldTexts.pastDay(text, LocalDate.ofInstant(clock.instant(), before.zone()))),
                given.optional("yearlyValue", before.yearlyValue(), FieldTexts::amount),
                given.value("currency", before.currency(), FieldTexts::currency),
                given.value(
                        "preferredChannel",
                        before.preferredChannel(),
                        text -> FieldTexts.choice(
                                "preferredChannel", ContactChannel.values(), ContactChannel::key, text)),
                new Consent(
                        given.value("mayMail", may.mail(), text -> FieldTexts.flag("mayMail", text)),
                        given.value("mayText", may.text(), text -> FieldTexts.flag("mayText", text)),
                        given.value("mayCall", may.call(), text -> FieldTexts.flag("mayCall", text))));
    }

    private record Given(Map<String, String> changes) {

        <T> T value(String field, T unchanged, Function<String, T> reading) {
            String text = changes.get(field);
            return text == null ? unchanged : reading.apply(text.strip());
        }

        <T> @Nullable T optional(String field, @Nullable T unchanged, Function<String, T> reading) {
            String text = changes.get(field);
            if (text == null) {
                return unchanged;
            }
            return text.isBlank() ? null : reading.apply(text.strip());
        }
    }
}
