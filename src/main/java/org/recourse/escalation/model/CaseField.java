package org.recourse.escalation.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.form.Choice;
import org.recourse.form.YesNo;
import org.recourse.record.EntryHappening;
import org.recourse.record.Happening;
import org.recourse.record.Words;
import org.recourse.text.Person;
import org.recourse.text.Saying;
import org.recourse.text.SayingJson;
import org.recourse.text.Sentence;
import org.recourse.text.Written;

/** The fields of a case that change while it is worked; each change is a line of its history. */
public enum CaseField {
    STATE(CaseState.class),
    TEAM,
    CUSTOMER_NUMBER(Kind.WORDS),
    /** Where an imported case comes from; such a case is in no figure while {@link #AGENT} is empty. */
    SOURCE(Kind.WORDS),
    RECEIVED_ON(Kind.INSTANT),
    JOINED_TO,
    REPEAT_OF,
    REPEAT_LEVEL(Kind.NUMBER),
    REPEAT_REASON(Kind.SENTENCE),
    TITLE(Kind.WORDS),
    STORY(Kind.WORDS),
    FACTS(Kind.WORDS),
    EFFECT(Kind.WORDS),
    DESIRED_OUTCOME(Kind.WORDS),
    PRODUCT(Kind.WORDS),
    SIGNALS(Signal.class),
    MOOD_START(Kind.NUMBER),
    MOOD_NOW(Kind.NUMBER),
    RESTATEMENT(Kind.WORDS),
    CORRECTION(Kind.WORDS),
    REPLY_BY(ReplyBy.class),
    URGENCY(Kind.NUMBER),
    PRIORITY(Kind.NUMBER),
    ANGLES(Kind.NUMBER),
    URGENCY_REASON(Kind.SENTENCE),
    SENTENCE(Kind.SENTENCE),
    AGENT(Kind.PERSON),
    OWNER(Kind.PERSON),
    LEVEL(Kind.NUMBER),
    LEVEL_WANTED(Kind.NUMBER),
    HAND_OVER_TRIGGER(HandOverTrigger.class),
    CONNECTION(Connection.class),
    HANDED_OVER_BY(Kind.PERSON),
    HANDED_OVER_AT(Kind.INSTANT),
    COMPETENCE,
    ROUTE_TEAM,
    ROUTE_REASON(Kind.SENTENCE),
    /** True when no row of the routing table was meant for the case. */
    UNROUTED(Kind.BOOLEAN),
    REVIEW_DUE(Kind.INSTANT),
    REOPENED(Kind.NUMBER),
    AGENT_VIEW(Kind.WORDS),
    REFUSAL_EXPLAINED(Kind.WORDS),
    NOT_TRIED_REASON(Kind.WORDS),
    NO_ATTEMPT_REASON(Kind.WORDS),
    ADVICE(Kind.WORDS),
    ADVICE_BY(Kind.PERSON),
    PROBLEM_GOAL(Kind.WORDS),
    PEOPLE_GOAL(Kind.WORDS),
    PROBLEM_GOAL_MET(Kind.BOOLEAN),
    PEOPLE_GOAL_MET(Kind.BOOLEAN),
    ASKED_AGAIN(Kind.BOOLEAN),
    CAUSE(RootCause.class),
    CAUSE_EVIDENCE(Kind.WORDS),
    FINDING(Finding.class),
    COMMENT(Kind.WORDS),
    FINAL_ANSWER(Kind.WORDS),
    FINAL_ANSWER_ACCEPTED(Kind.BOOLEAN),
    OUTCOME(Settlement.class),
    SETTLED_BY(Kind.PERSON),
    SETTLED_AT(Kind.INSTANT),
    CHECK_INS(Kind.NUMBER),
    CLOSED_AT(Kind.INSTANT);

    private enum Kind {
        CODE,
        NUMBER,
        BOOLEAN,
        INSTANT,
        /** An id of a user. */
        PERSON,
        /** Made by us: a process owner's table says it, or the server does. */
        SENTENCE,
        /** What a person wrote or is called by, also a customer's number. */
        WORDS
    }

    private final Kind kind;

    /** For the words of the contract. */
    private final List<Choice> vocabulary;

    CaseField() {
        this(Kind.CODE);
    }

    CaseField(Kind kind) {
        this.kind = kind;
        vocabulary = List.of();
    }

    CaseField(Class<? extends Choice> vocabulary) {
        kind = Kind.CODE;
        this.vocabulary = List.of(vocabulary.getEnumConstants());
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Nullable
    Object read(ResultSet row) throws SQLException {
        return switch (kind) {
            case CODE, PERSON, WORDS -> row.getString(column());
            case NUMBER -> row.getObject(column()) == null ? null : row.getInt(column());
            case BOOLEAN -> row.getObject(column()) == null ? null : row.getBoolean(column());
            case INSTANT -> {
                OffsetDateTime at = row.getObject(column(), OffsetDateTime.class);
                yield at == null ? null : at.toInstant();
            }
            case SENTENCE -> row.getString(column()) == null ? null : SayingJson.read(row.getString(column()));
        };
    }

    public static @Nullable Object bound(@Nullable Object value) {
        return value instanceof Instant at
                ? at.atOffset(ZoneOffset.UTC)
                : value instanceof Saying saying ? SayingJson.write(saying) : value;
    }

    /** That the field changed, for the history: words of people are kept apart from codes. */
    Happening changed(@Nullable Object before, @Nullable Object after) {
        return switch (kind) {
            case WORDS -> new EntryHappening.Reworded(column(), Words.of(told(before)), Words.of(told(after)));
            case SENTENCE -> new EntryHappening.Reasoned(column(), (Saying) before, (Saying) after);
            default -> new EntryHappening.Changed(column(), told(before), told(after));
        };
    }

    public static @Nullable String told(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** The field by the name that the history has. */
    public static Optional<CaseField> named(String column) {
        return Arrays.stream(values())
                .filter(field -> field.column().equals(column))
                .findFirst();
    }

    /** A value that the history has of the field, as people read it. */
    public Saying said(String value) {
        return switch (kind) {
            case PERSON -> Sentence.of("event.value", new Person(value));
            case INSTANT, SENTENCE -> stored(value);
            case BOOLEAN -> (Boolean.parseBoolean(value) ? YesNo.YES : YesNo.NO).said();
            case CODE ->
                Sentence.of(
                        "event.value",
                        Arrays.stream(value.split(",")).map(this::word).toList());
            case NUMBER, WORDS -> new Written(value);
        };
    }

    private Saying word(String code) {
        return vocabulary.stream()
                .filter(choice -> choice.value().equals(code))
                .findFirst()
                .<Saying>map(Choice::said)
                .orElseGet(() -> new Written(code));
    }

    /** What cannot be read as its kind stays as it stands. */
    private Saying stored(String value) {
        try {
            return kind == Kind.INSTANT ? Sentence.of("event.value", Instant.parse(value)) : SayingJson.read(value);
        } catch (IllegalArgumentException | DateTimeParseException plain) {
            return new Written(value);
        }
    }
}
