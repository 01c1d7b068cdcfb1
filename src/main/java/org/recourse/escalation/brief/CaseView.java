package org.recourse.escalation.brief;

import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recourse.callback.Callbacks;
import org.recourse.compensation.Approvals;
import org.recourse.customer.Customer;
import org.recourse.customer.Customers;
import org.recourse.escalation.clocks.ClockText;
import org.recourse.escalation.contact.Contact;
import org.recourse.escalation.contact.Contacts;
import org.recourse.escalation.contact.OnTheLine;
import org.recourse.escalation.holding.ChangedHands;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.CaseState;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.Channel;
import org.recourse.escalation.model.Connection;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.model.HandOverTrigger;
import org.recourse.escalation.model.Settlement;
import org.recourse.escalation.offer.Proposal;
import org.recourse.escalation.offer.Proposals;
import org.recourse.escalation.question.Questions;
import org.recourse.form.CaseData;
import org.recourse.form.ExtraFact;
import org.recourse.form.GivenText;
import org.recourse.form.Outcome;
import org.recourse.form.Step;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.recourse.identity.People;
import org.recourse.promise.Promises;
import org.recourse.record.AccessHappening;
import org.recourse.record.CaseLog;
import org.recourse.record.Words;
import org.recourse.text.Saying;
import org.recourse.text.Speech;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What every form shows of its case: the brief, so that nobody has to tell the story twice (R10). */
@Component
public class CaseView implements CaseData {

    private static final int EARLIER_CONTACTS = 20;
    /** Of a contact in another case; its file has the whole. */
    private static final int EARLIER_WORDS = 400;

    private final Cases cases;
    private final Contacts contacts;
    private final Proposals proposals;
    private final Promises promises;
    private final Questions questions;
    private final Callbacks callbacks;
    private final OnTheLine onTheLine;
    private final Approvals approvals;
    private final Customers customers;
    private final People people;
    private final ExtraFacts extraFacts;
    private final CaseLog log;
    private final ChangedHands changedHands;
    private final ClockText clockText;
    private final Briefs briefs;
    private final Speech speech;

    CaseView(
            Cases cases,
            Contacts contacts,
            Proposals proposals,
            Promises promises,
            Questions questions,
            Callbacks callbacks,
            OnTheLine onTheLine,
            Approvals approvals,
            Customers customers,
            People people,
            ExtraFacts extraFacts,
            CaseLog log,
            ChangedHands changedHands,
            ClockText clockText,
            Briefs briefs,
            Speech speech) {
        this.speech = speech;
        this.briefs = briefs;
        this.cases = cases;
        this.contacts = contacts;
        this.proposals = proposals;
        this.promises = promises;
        this.questions = questions;
        this.callbacks = callbacks;
        this.onTheLine = onTheLine;
        this.approvals = approvals;
        this.customers = customers;
        this.people = people;
        this.extraFacts = extraFacts;
        this.log = log;
        this.changedHands = changedHands;
        this.clockText = clockText;
    }

    @Override
    public Map<String, @Nullable Object> of(CaseNumber caseNumber) {
        EscalationCase escalation = cases.get(caseNumber);
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("caseNumber", caseNumber.value());
        addCustomer(data, escalation);
        addStory(data, escalation);
        addHandOver(data, escalation);
        addLists(data, escalation);
        return data;
    }

    private void addCustomer(Map<String, @Nullable Object> data, EscalationCase escalation) {
        Customer customer = customers.byNumber(escalation.customerNumber()).orElseThrow();
        data.put("customerNumber", customer.number());
        data.put(
                "customerName",
                Objects.requireNonNullElseGet(
                        customer.name(), () -> speech.say("brief.customer-without-name", customer.number())));
        data.put("customerTier", customer.tier().name().toLowerCase(Locale.ROOT));
        data.put("tierLabel", speech.say(Tiers.said(customer.tier())));
        data.put(
                "customerSince",
                customer.customerSince() == null ? "" : customer.customerSince().toString());
        data.put(
                "customerValue",
                customer.yearlyValue() == null
                        ? ""
                        : speech.say(
                                "brief.value-a-year",
                                customer.yearlyValue().setScale(0, RoundingMode.HALF_UP),
                                customer.currency()));
        data.put(
                "customerPhone",
                customer.phones().isEmpty() ? "" : customer.phones().get(0));
        data.put("earlierCases", earlierCases(escalation));
        data.put("earlierContacts", earlierContacts(escalation));
    }

    private List<Map<String, Object>> earlierCases(EscalationCase escalation) {
        return cases.ofCustomer(escalation.customerNumber()).stream()
                .filter(other -> !other.number().equals(escalation.number()))
                .map(other -> Map.<String, Object>of(
                        "caseNumber", other.number().value(),
                        "opened", speech.at(other.openedAt()),
                        "title", other.textOr(CaseField.TITLE, ""),
                        "outcome", speech.say(outcome(other))))
                .toList();
    }

    private static Saying outcome(EscalationCase other) {
        Settlement settled = other.choice(CaseField.OUTCOME, Settlement.class);
        CaseState state = other.choice(CaseField.STATE, CaseState.class);
        return settled != null ? settled.said() : Objects.requireNonNull(state).said();
    }

    private List<Map<String, Object>> earlierContacts(EscalationCase escalation) {
        return contacts.ofCustomer(escalation.customerNumber(), escalation.number(), EARLIER_CONTACTS).stream()
                .map(earlier -> Map.<String, Object>of(
                        "caseNumber", earlier.caseNumber().value(),
                        "at", speech.at(earlier.contact().beganAt()),
                        "channel", channel(earlier.contact()),
                        "by", name(earlier.contact().heldBy()),
                        "words",
                                shortened(Objects.requireNonNullElse(
                                        earlier.contact().words(), ""))))
                .toList();
    }

    private static String shortened(String words) {
        return GivenText.cut(words, EARLIER_WORDS);
    }

    private void addStory(Map<String, @Nullable Object> data, EscalationCase escalation) {
        for (CaseField field : List.of(
                CaseField.TITLE,
                CaseField.PRODUCT,
                CaseField.STORY,
                CaseField.FACTS,
                CaseField.EFFECT,
                CaseField.DESIRED_OUTCOME,
                CaseField.AGENT_VIEW,
                CaseField.RESTATEMENT,
                CaseField.CORRECTION,
                CaseField.ADVICE,
                CaseField.PROBLEM_GOAL,
                CaseField.PEOPLE_GOAL,
                CaseField.REFUSAL_EXPLAINED,
                CaseField.CAUSE_EVIDENCE)) {
            data.put(key(field), escalation.text(field));
        }
        Saying sentence = escalation.saying(CaseField.SENTENCE);
        data.put("sentence", sentence == null ? null : speech.say(sentence));
        // named unlike the form's fields, so that a second final position does not begin with the answer to the first
        data.put("finalPosition", escalation.text(CaseField.FINAL_ANSWER));
        data.put("finalPositionAccepted", escalation.get(CaseField.FINAL_ANSWER_ACCEPTED));
        data.put("writtenChannel", onTheLine.nobody(escalation));
        data.put("replyBy", escalation.text(CaseField.REPLY_BY));
        data.put("openedAt", speech.at(escalation.openedAt()));
        data.put("channelLabel", speech.say(escalation.channel().said()));
        data.put("level", escalation.level());
        data.put("clockText", clockText.of(escalation.number()));
        Saying urgent = escalation.saying(CaseField.URGENCY_REASON);
        data.put(
                "urgencyLabel",
                urgent == null
                        ? ""
                        : speech.say("brief.urgency", escalation.number(CaseField.URGENCY), Outcome.reason(urgent)));
        data.put("moodStart", CaseField.told(escalation.get(CaseField.MOOD_START)));
        data.put("moodNow", CaseField.told(escalation.get(CaseField.MOOD_NOW)));
        data.put(
                "signalsText",
                String.join(
                        ", ",
                        escalation.signals().stream()
                                .map(signal -> speech.say(signal.said()))
                                .toList()));
        Brief brief = briefs.of(escalation);
        data.put("briefScore", brief.score());
        data.put("briefMissing", brief.missing().stream().map(speech::say).toList());
        data.put("briefJudging", brief.judging());
        data.put("adviceBy", name(escalation.text(CaseField.ADVICE_BY)));
        data.put("extraFacts", extraFacts.of(escalation.number()));
    }

    private void addHandOver(Map<String, @Nullable Object> data, EscalationCase escalation) {
        HandOverTrigger trigger = escalation.choice(CaseField.HAND_OVER_TRIGGER, HandOverTrigger.class);
        data.put(
                "handOverText",
                trigger == null
                        ? ""
                        : speech.say(
                                escalation.is(CaseField.CONNECTION, Connection.TRANSFER)
                                        ? "brief.handed-over-on-the-line"
                                        : "brief.handed-over-to-call-back",
                                name(escalation.text(CaseField.HANDED_OVER_BY)),
                                speech.at(escalation.instant(CaseField.HANDED_OVER_AT)),
                                trigger.said()));
        data.put(
                "callbackText",
                callbacks.stands(escalation.number()).map(speech::say).orElse(""));
        data.put(
                "approvedText",
                approvals
                        .latest(escalation.number())
                        .map(approval -> speech.say(approval.said()))
                        .orElse(""));
        data.put("limitText", "");
    }

    private void addLists(Map<String, @Nullable Object> data, EscalationCase escalation) {
        data.put("hint", "");
        data.put(
                "offers",
                proposals.of(escalation.number()).stream().map(this::offer).toList());
        data.put(
                "promises",
                promises.of(escalation.number()).stream()
                        .map(promise -> Map.of(
                                "what", speech.say(promise.what()),
                                "due", speech.at(promise.dueBy()),
                                "owner", name(promise.owner()),
                                "state", speech.say(promise.state().said())))
                        .toList());
        data.put(
                "contacts",
                contacts.of(escalation.number()).stream()
                        .map(contact -> Map.of(
                                "at", speech.at(contact.beganAt()),
                                "channel", channel(contact),
                                "by", name(contact.heldBy()),
                                "words", Objects.requireNonNullElse(contact.words(), "")))
                        .toList());
        data.put(
                "questions",
                questions.of(escalation.number()).stream()
                        .map(question -> Map.of(
                                "to", name(question.askedOf()),
                                "question", question.question(),
                                "answer", Objects.requireNonNullElse(question.answer(), "")))
                        .toList());
    }

    private Map<String, Object> offer(Proposal proposal) {
        Saying refusal = proposal.refusal();
        return Map.of(
                "number", proposal.number(),
                "solution", proposal.solution(),
                "money", speech.say(proposal.compensation().said()),
                "dueBy", speech.at(proposal.dueBy()),
                "answer", speech.say(proposal.answered()),
                "reason", refusal == null ? "" : speech.say(refusal));
    }

    private String channel(Contact contact) {
        return Stream.of(Channel.values())
                .filter(channel -> channel.value().equals(contact.channel()))
                .map(channel -> speech.say(channel.said()))
                .findFirst()
                .orElse(contact.channel());
    }

    private String name(@Nullable String person) {
        return person == null || person.isBlank() ? "" : people.fullName(PersonId.of(person));
    }

    /** {@code DESIRED_OUTCOME} is {@code desiredOutcome} in forms. */
    public static String key(CaseField field) {
        StringBuilder key = new StringBuilder();
        for (String word : field.name().toLowerCase(Locale.ROOT).split("_")) {
            key.append(key.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return key.toString();
    }

    @Override
    public void keepExtras(Step step, List<ExtraFact> extras) {
        extraFacts.keep(step, extras);
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void recordRefusal(CaseNumber caseNumber, String element, Saying sentence) {
        log.happened(caseNumber, element, new AccessHappening.Refused(Words.of(sentence)));
    }

    @Override
    public void changedHands(Step step, PersonId from, @Nullable PersonId to) {
        changedHands.record(step, from, to);
    }
}
