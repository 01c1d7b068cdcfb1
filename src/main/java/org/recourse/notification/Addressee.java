package org.recourse.notification;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recourse.customer.ContactChannel;
import org.recourse.customer.Customer;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;

/**
 * Where a customer gets a message: on the preferred channel if there is an address and a consent for it, else on the
 * other one.
 *
 * @param recipient null when nowhere, then {@code reason} says why
 */
record Addressee(
        MessageChannel channel,
        @Nullable String recipient,
        @Nullable Saying reason) {

    static Addressee of(Customer customer, MessageKind kind, Predicate<String> canReceiveText) {
        Optional<Addressee> mail = customer.emails().stream()
                .filter(email -> customer.consent().mail())
                .map(email -> new Addressee(MessageChannel.MAIL, email, null))
                .findFirst();
        Optional<Addressee> text = customer.phones().stream()
                .filter(phone -> customer.consent().text() && canReceiveText.test(phone))
                .map(phone -> new Addressee(MessageChannel.TEXT, phone, null))
                .findFirst();
        boolean textFirst = customer.preferredChannel() == ContactChannel.TEXT && !kind.isLetter();
        return Stream.of(textFirst ? text : mail, mail, text)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> nowhere(customer, canReceiveText));
    }

    private static Addressee nowhere(Customer customer, Predicate<String> canReceiveText) {
        boolean reachable =
                !customer.emails().isEmpty() || customer.phones().stream().anyMatch(canReceiveText);
        return new Addressee(
                MessageChannel.MAIL, null, Sentence.of(reachable ? "message.no-consent" : "message.no-address"));
    }
}
