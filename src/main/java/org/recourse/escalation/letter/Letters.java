package org.recourse.escalation.letter;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.calendar.Window;
import org.recourse.callback.Invitation;
import org.recourse.customer.Customer;
import org.recourse.customer.Customers;
import org.recourse.escalation.contact.OnTheLine;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.offer.CustomerAnswer;
import org.recourse.escalation.offer.Proposal;
import org.recourse.identifier.PersonId;
import org.recourse.identity.People;
import org.recourse.notification.MessageKind;
import org.recourse.notification.Messages;
import org.recourse.promise.Promise;
import org.recourse.text.Money;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.springframework.stereotype.Component;

/** Fills the customer's messages with what a case knows, in the customer's language and zone (R32). */
@Component
public class Letters {

    private final Messages messages;
    private final Customers customers;
    private final People people;
    private final Speech speech;
    private final OnTheLine onTheLine;

    Letters(Messages messages, Customers customers, People people, Speech speech, OnTheLine onTheLine) {
        this.messages = messages;
        this.customers = customers;
        this.people = people;
        this.speech = speech;
        this.onTheLine = onTheLine;
    }

    public void confirmation(EscalationCase settled, Proposal agreed, List<Promise> promises) {
        Customer customer = customer(settled);
        Map<String, Object> values = values(settled);
        values.put("agreed", agreed.solution());
        values.put("approved", CustomerAnswer.SUBJECT_TO_APPROVAL.value().equals(agreed.answer()));
        values.put(
                "compensations",
                agreed.compensation().lines().stream()
                        .map(line -> Map.of(
                                "kind",
                                speech.say(line.kind().said(), language(customer)),
                                "amount",
                                speech.say(
                                        Sentence.of(
                                                "letter.amount",
                                                new Money(
                                                        line.amount(),
                                                        agreed.compensation().currency())),
                                        language(customer))))
                        .toList());
        values.put(
                "promises",
                promises.stream()
                        .map(promise -> Map.of(
                                "what", what(promise, customer), "byWhen", told(settled, customer, promise.dueBy())))
                        .toList());
        write(settled, customer, "confirmation/" + agreed.number(), MessageKind.SETTLEMENT_CONFIRMATION, values);
    }

    /** The customer accepts that nothing changes, and has that in writing too. */
    public void unchanged(EscalationCase settled) {
        Customer customer = customer(settled);
        Map<String, Object> values = values(settled);
        values.put("agreed", speech.say(Sentence.of("letter.unchanged"), language(customer)));
        values.put("approved", false);
        values.put("compensations", List.of());
        values.put("promises", List.of());
        String occasion = "unchanged/" + settled.number(CaseField.REOPENED);
        write(settled, customer, occasion, MessageKind.SETTLEMENT_CONFIRMATION, values);
    }

    /** To stand inside a line, without its full stop. */
    private String what(Promise promise, Customer customer) {
        return speech.say(promise.what(), language(customer)).replaceFirst("(?<![.;:\\s])[.;:\\s]+$", "");
    }

    private static Locale language(Customer customer) {
        return Locale.forLanguageTag(customer.language());
    }

    public void finalAnswer(EscalationCase settled) {
        Map<String, Object> values = values(settled);
        values.put("answer", settled.textOr(CaseField.FINAL_ANSWER, ""));
        write(settled, "final-answer/" + settled.number(CaseField.REOPENED), MessageKind.FINAL_ANSWER, values);
    }

    public void handedOver(EscalationCase escalation) {
        Map<String, Object> values = values(escalation);
        values.remove("owner");
        values.put("byWhen", told(escalation, escalation.instant(CaseField.REVIEW_DUE)));
        String occasion = "hand-over/%d/%d".formatted(escalation.level(), escalation.number(CaseField.REOPENED));
        write(escalation, occasion, MessageKind.HAND_OVER_NOTICE, values);
    }

    void notReached(EscalationCase escalation, long callback) {
        write(escalation, "callback/" + callback, MessageKind.CALLBACK_MISSED, values(escalation));
    }

    void callbackBooked(EscalationCase escalation, Invitation invitation) {
        Map<String, Object> values = values(escalation);
        values.put("window", told(escalation, invitation.window()));
        values.put("link", invitation.link());
        write(escalation, "callback-booked/" + number(invitation), MessageKind.CALLBACK_BOOKED, values);
    }

    private static String number(Invitation invitation) {
        return invitation.callback() + "/" + invitation.number();
    }

    public void checkIn(EscalationCase settled, long number, String link) {
        Map<String, Object> values = values(settled);
        values.put("link", link);
        write(settled, "check-in/" + number, MessageKind.CHECK_IN, values);
    }

    public void reminder(EscalationCase settled, long number, String link) {
        Map<String, Object> values = values(settled);
        values.put("link", link);
        write(settled, "reminder/" + number, MessageKind.REMINDER, values);
    }

    public void offer(EscalationCase escalation, long number, String offer, Instant validUntil) {
        Map<String, Object> values = values(escalation);
        values.put("offer", offer);
        values.put("validUntil", told(escalation, validUntil));
        values.put("wrote", onTheLine.nobody(escalation));
        write(escalation, "offer/" + number, MessageKind.WRITTEN_OFFER, values);
    }

    private Map<String, Object> values(EscalationCase escalation) {
        Map<String, Object> values = new HashMap<>();
        values.put(
                "title", escalation.textOr(CaseField.TITLE, escalation.number().value()));
        PersonId owner = escalation.has(CaseField.OWNER)
                ? escalation.person(CaseField.OWNER)
                : escalation.person(CaseField.AGENT);
        if (owner != null) {
            values.put("owner", people.fullName(owner));
        }
        return values;
    }

    private void write(EscalationCase escalation, String occasion, MessageKind kind, Map<String, Object> values) {
        write(escalation, customer(escalation), occasion, kind, values);
    }

    private void write(
            EscalationCase escalation, Customer to, String occasion, MessageKind kind, Map<String, Object> values) {
        messages.write(escalation.number() + "/" + occasion, escalation.number(), kind, to, values);
    }

    private Customer customer(EscalationCase escalation) {
        return customers.byNumber(escalation.customerNumber()).orElseThrow();
    }

    private String told(EscalationCase escalation, Window window) {
        String until = DateTimeFormatter.ofPattern("HH:mm").format(window.to().atZone(escalation.zone()));
        return speech.say(
                Sentence.of("letter.window", window.from(), until), language(customer(escalation)), escalation.zone());
    }

    private String told(EscalationCase escalation, @Nullable Instant at) {
        return told(escalation, customer(escalation), at);
    }

    private String told(EscalationCase escalation, Customer customer, @Nullable Instant at) {
        return at == null ? "" : speech.say(Sentence.of("letter.moment", at), language(customer), escalation.zone());
    }
}
