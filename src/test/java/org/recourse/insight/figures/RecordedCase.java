package org.recourse.insight.figures;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what Recourse records of a case, row by row, at local times of the team. */
@NullUnmarked
public final class RecordedCase {

    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final JdbcClient jdbc;
    private final String number;
    private final ZoneId zone;

    private RecordedCase(JdbcClient jdbc, String number, ZoneId zone) {
        this.jdbc = jdbc;
        this.number = number;
        this.zone = zone;
    }

    /** One that was recorded before. */
    public static RecordedCase of(JdbcClient jdbc, String number) {
        return new RecordedCase(jdbc, number, BERLIN);
    }

    /** A case of team-north, opened and held by agent1, about a product of its own unless told otherwise. */
    public static RecordedCase opened(JdbcClient jdbc, String number, String at) {
        return opened(jdbc, number, at, "team-north", BERLIN);
    }

    public static RecordedCase opened(JdbcClient jdbc, String number, String at, String team, ZoneId zone) {
        RecordedCase recorded = new RecordedCase(jdbc, number, zone);
        jdbc.sql("""
                        insert into escalation_case (case_number, version, state, team, zone, customer_number, channel,
                          opened_by, opened_at, practice, title, product, urgency, priority, angles, agent, level,
                          level_wanted, reopened, check_ins)
                        values (?, 0, 'open', ?, ?, ?, 'phone', 'agent1', ?, false, ?, ?, 0, 50, 2, 'agent1', 1, 1, 0, 0)""")
                .params(number, team, zone.getId(), "C-" + number, recorded.utc(at), "Matter of " + number, number)
                .update();
        return recorded;
    }

    public RecordedCase set(String column, @Nullable Object value) {
        jdbc.sql("update escalation_case set %s = ? where case_number = ?".formatted(column))
                .params(value, number)
                .update();
        return this;
    }

    public RecordedCase setAt(String column, String at) {
        return set(column, utc(at));
    }

    /** Four minutes of talk would be {@code contact("first", "2021-03-01T10:00", "2021-03-01T10:04", null)}. */
    public RecordedCase contact(String kind, String began, @Nullable String ended, @Nullable String wrappedUp) {
        return contact(kind, began, ended, wrappedUp, null, null);
    }

    public RecordedCase contact(
            String kind,
            String began,
            @Nullable String ended,
            @Nullable String wrappedUp,
            @Nullable Integer moodStart,
            @Nullable Integer moodEnd) {
        jdbc.sql("""
                        insert into contact (case_number, kind, channel, held_by, team, level, began_at, ended_at,
                          wrapped_up_at, mood_start, mood_end)
                        select case_number, ?, channel, coalesce(owner, agent, 'agent1'), team, level, ?, ?, ?, ?, ?
                        from escalation_case where case_number = ?""")
                .params(kind, utc(began), utc(ended), utc(wrappedUp), moodStart, moodEnd, number)
                .update();
        return this;
    }

    public RecordedCase event(String at, String who, String kind, @Nullable String field, @Nullable String after) {
        jdbc.sql("""
                        insert into case_event (case_number, at, who, step, kind, payload, subject, code)
                        values (?, ?, ?, 'test', ?, '{}', ?, ?)""").params(number, utc(at), who, kind, field, after).update();
        return this;
    }

    public RecordedCase settled(String at, String outcome, String by) {
        set("state", "settled").set("outcome", outcome).set("settled_by", by).setAt("settled_at", at);
        event(at, "system", "changed", "settled_by", by);
        return event(at, "system", "settled", null, outcome);
    }

    public RecordedCase handedOver(String at, int level, String trigger) {
        set("level", level).set("hand_over_trigger", trigger);
        event(at, "agent1", "changed", "level", String.valueOf(level));
        return event(at, "agent1", "handed-over", null, trigger);
    }

    public RecordedCase callback(String wantedAt) {
        jdbc.sql("""
                        insert into callback (case_number, level, team, owner, chosen_by_customer, state, attempts, wanted_at)
                        values (?, 1, 'team-north', 'agent1', true, 'reached', 0, ?)""").params(number, utc(wantedAt)).update();
        return this;
    }

    public RecordedCase attempt(String at, String outcome) {
        jdbc.sql("""
                        insert into callback_attempt (callback_id, at, outcome, made_by)
                        select max(id), ?, ?, 'agent1' from callback where case_number = ?""").params(utc(at), outcome, number).update();
        return this;
    }

    public RecordedCase promise(String dueBy, String state, @Nullable String doneAt) {
        jdbc.sql("""
                        insert into promise (case_number, kind, what, owner, made_at, due_by, broken_at, state, done_at)
                        values (?, 'refund', 'Refund', 'agent1', ?, ?, ?, ?, ?)""")
                .params(number, utc("2021-03-01T10:00"), utc(dueBy), utc(dueBy).plusDays(2), state, utc(doneAt))
                .update();
        return this;
    }

    /** @param delivered what became of the message; null when the check-in is a call */
    public RecordedCase checkIn(
            String sentAt,
            @Nullable String delivered,
            @Nullable String answeredAt,
            @Nullable String settled,
            @Nullable Integer rating,
            @Nullable String enteredBy) {
        jdbc.sql("""
                        insert into check_in (case_number, number, by_channel, business_days, answer_days, reminder_days,
                          sent_at, settled, rating, answered_at, entered_by)
                        values (?, 1, ?, 3, 5, 2, ?, ?, ?, ?, ?)""")
                .params(
                        number,
                        delivered == null ? "call" : "mail",
                        utc(sentAt),
                        settled,
                        rating,
                        utc(answeredAt),
                        enteredBy)
                .update();
        if (delivered != null) {
            jdbc.sql("""
                            insert into message (message_key, case_number, customer_number, kind, channel, language,
                              subject, body, state, created_at)
                            select case_number || '/check-in/' || cast(max(id) as varchar(20)), case_number, 'C', 'check-in',
                              'mail', 'de', 's', 'b', ?, ? from check_in where case_number = ? group by case_number""").params(delivered, utc(sentAt), number).update();
        }
        return this;
    }

    public RecordedCase question(String askedAt) {
        jdbc.sql("""
                        insert into question (case_number, asked_by, asked_of, question, asked_at, due_by)
                        values (?, 'agent1', 'expert', '?', ?, ?)""").params(number, utc(askedAt), utc(askedAt).plusHours(1)).update();
        return this;
    }

    public RecordedCase approval(String askedAt, String decidedAt) {
        jdbc.sql("""
                        insert into approval (case_number, purpose, asked_by, asked_role, asked_at, team, tier, currency,
                          goodwill_total, money_back_total, earlier_goodwill, state, decided_at)
                        values (?, 'ceiling', 'supervisor1', 'supervisor', ?, 'team-north', 'gold', 'EUR', 0, 0, 0,
                          'approved', ?)""").params(number, utc(askedAt), utc(decidedAt)).update();
        return this;
    }

    /** A clock that runs, or stands still, and ends or not. */
    public RecordedCase clock(
            int n, String kind, String dueAt, @Nullable String endedAt, boolean met, boolean running) {
        jdbc.sql("""
                        insert into clock (case_number, number, version, kind, what, team, rule, policy, calendar,
                          started_at, warn_at, due_at, watched, ended_at, met)
                        values (?, ?, 0, ?, 'solution', 'team-north', 'rule', 'policy', 'calendar', ?, ?, ?, false, ?, ?)""")
                .params(number, n, kind, utc("2021-03-01T10:00"), utc(dueAt), utc(dueAt), utc(endedAt), met)
                .update();
        jdbc.sql("""
                        insert into clock_interval (case_number, number, seq, from_at, running, cause, target, rule, calendar,
                          written_at, written_by)
                        values (?, ?, 1, ?, ?, 'cause', 'target', 'rule', 'calendar', ?, 'system')""")
                .params(number, n, utc("2021-03-01T10:00"), running, utc("2021-03-01T10:00"))
                .update();
        return this;
    }

    private @Nullable OffsetDateTime utc(@Nullable String local) {
        return local == null
                ? null
                : LocalDateTime.parse(local).atZone(zone).toInstant().atOffset(ZoneOffset.UTC);
    }
}
