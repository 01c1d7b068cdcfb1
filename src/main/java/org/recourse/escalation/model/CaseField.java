package org.recourse.escalation.model;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.recourse.text.Saying;
import org.recourse.text.SayingJson;

/** The fields of a case that change while it is worked; each change is a line of its history. */
public enum CaseField {
    STATE,
    TEAM,
    CUSTOMER_NUMBER,
    /** Where an imported case comes from; such a case is in no figure while {@link #AGENT} is empty. */
    SOURCE,
    RECEIVED_ON(Kind.INSTANT),
    JOINED_TO,
    REPEAT_OF,
    REPEAT_LEVEL(Kind.NUMBER),
    REPEAT_REASON(Kind.SAYING),
    TITLE,
    STORY,
    FACTS,
    EFFECT,
    DESIRED_OUTCOME,
    PRODUCT,
    SIGNALS,
    MOOD_START(Kind.NUMBER),
    MOOD_NOW(Kind.NUMBER),
    RESTATEMENT,
    CORRECTION,
    REPLY_BY,
    URGENCY(Kind.NUMBER),
    PRIORITY(Kind.NUMBER),
    ANGLES(Kind.NUMBER),
    URGENCY_REASON(Kind.SAYING),
    SENTENCE(Kind.SAYING),
    AGENT,
    OWNER,
    LEVEL(Kind.NUMBER),
    LEVEL_WANTED(Kind.NUMBER),
    HAND_OVER_TRIGGER,
    CONNECTION,
    HANDED_OVER_BY,
    HANDED_OVER_AT(Kind.INSTANT),
    COMPETENCE,
    ROUTE_TEAM,
    ROUTE_REASON(Kind.SAYING),
    REVIEW_DUE(Kind.INSTANT),
    REOPENED(Kind.NUMBER),
    AGENT_VIEW,
    REFUSAL_EXPLAINED,
    NOT_TRIED_REASON,
    NO_ATTEMPT_REASON,
    ADVICE,
    ADVICE_BY,
    PROBLEM_GOAL,
    PEOPLE_GOAL,
    PROBLEM_GOAL_MET(Kind.BOOLEAN),
    PEOPLE_GOAL_MET(Kind.BOOLEAN),
    ASKED_AGAIN(Kind.BOOLEAN),
    CAUSE,
    CAUSE_EVIDENCE,
    FINDING,
    COMMENT,
    FINAL_ANSWER,
    FINAL_ANSWER_ACCEPTED(Kind.BOOLEAN),
    OUTCOME,
    SETTLED_BY,
    SETTLED_AT(Kind.INSTANT),
    CHECK_INS(Kind.NUMBER),
    CLOSED_AT(Kind.INSTANT);

    private enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        INSTANT,
        SAYING
    }

    private final Kind kind;

    CaseField() {
        this(Kind.TEXT);
    }

    CaseField(Kind kind) {
        this.kind = kind;
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Nullable
    Object read(ResultSet row) throws SQLException {
        return switch (kind) {
            case TEXT -> row.getString(column());
            case NUMBER -> row.getObject(column()) == null ? null : row.getInt(column());
            case BOOLEAN -> row.getObject(column()) == null ? null : row.getBoolean(column());
            case INSTANT -> {
                OffsetDateTime at = row.getObject(column(), OffsetDateTime.class);
                yield at == null ? null : at.toInstant();
            }
            case SAYING -> row.getString(column()) == null ? null : SayingJson.read(row.getString(column()));
        };
    }

    public static @Nullable Object bound(@Nullable Object value) {
        return value instanceof Instant at
                ? at.atOffset(ZoneOffset.UTC)
                : value instanceof Saying saying ? SayingJson.write(saying) : value;
    }

    public static @Nullable String told(@Nullable Object value) {
        return value == null ? null : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
