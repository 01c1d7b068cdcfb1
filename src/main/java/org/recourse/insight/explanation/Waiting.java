package org.recourse.insight.explanation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.recourse.escalation.contact.Contact;
import org.recourse.escalation.contact.ContactKind;
import org.recourse.record.CaseEvent;
import org.recourse.record.Happening;

/** How long the customer waited for somebody to speak to, from each hand-over to the next contact that we held. */
final class Waiting {

    private Waiting() {}

    static List<String> of(List<CaseEvent> timeline, List<Contact> contacts, Wording words) {
        List<String> waited = new ArrayList<>();
        for (CaseEvent event : timeline) {
            if (event.what() instanceof Happening.HandedOver) {
                Optional<Contact> next = next(contacts, event.at());
                waited.add(next.map(contact -> words.say(
                                "waited",
                                words.span(Duration.between(event.at(), contact.beganAt())),
                                words.time(event.at()),
                                words.time(contact.beganAt()),
                                words.person(contact.heldBy())))
                        .orElseGet(() -> words.say("waited.nobody", words.time(event.at()))));
            }
        }
        return waited;
    }

    private static Optional<Contact> next(List<Contact> contacts, Instant since) {
        return contacts.stream()
                .filter(contact -> contact.kind() == ContactKind.HAND_OVER
                        || contact.kind() == ContactKind.CALLBACK
                        || contact.kind() == ContactKind.FOLLOW_UP)
                .filter(contact -> !contact.beganAt().isBefore(since))
                .min(Comparator.comparing(Contact::beganAt));
    }
}
