package org.recourse.record;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recourse.form.Step;
import org.recourse.identity.CurrentUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the history of cases. Lines are added and read, never changed. */
@Repository
public class CaseLog {

    private static final String INSERT =
            "insert into case_event (case_number, at, who, step, kind, field, before_value, after_value, definition) values ";
    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final Clock clock;

    CaseLog(JdbcClient jdbc, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.clock = clock;
    }

    /** Something happened at a step, told in words. */
    public void happened(Step step, EventKind kind, @Nullable String what) {
        happened(step.caseNumber(), step.element(), kind, what, step.definition());
    }

    /** Something happened outside the diagrams (a route, the engine), told in words. */
    public void happened(String caseNumber, String where, EventKind kind, @Nullable String what) {
        happened(caseNumber, where, kind, what, null);
    }

    /** The customer did it, on one of their own pages. */
    public void byCustomer(Step step, EventKind kind, @Nullable String what) {
        add(
                step.caseNumber(),
                List.of(new CaseEvent(
                        clock.instant(), "customer", step.element(), kind, null, null, what, step.definition())));
    }

    private void happened(
            String caseNumber, String where, EventKind kind, @Nullable String what, @Nullable String definition) {
        add(caseNumber, List.of(event(where, kind, what, definition)));
    }

    /** A line to be added with others: something happened at a step. */
    public CaseEvent event(Step step, EventKind kind, @Nullable String what) {
        return event(step.element(), kind, what, step.definition());
    }

    private CaseEvent event(String where, EventKind kind, @Nullable String what, @Nullable String definition) {
        return new CaseEvent(clock.instant(), user.id(), where, kind, null, null, what, definition);
    }

    /** A field of the case changed at a step. */
    public CaseEvent change(Step step, String field, @Nullable String before, @Nullable String after) {
        return new CaseEvent(
                clock.instant(), user.id(), step.element(), EventKind.CHANGED, field, before, after, step.definition());
    }

    /** Adds lines in their order, all with one statement. */
    public void add(String caseNumber, List<CaseEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        var insert = jdbc.sql(INSERT + String.join(", ", Collections.nCopies(events.size(), ROW)));
        for (CaseEvent event : events) {
            insert = insert.param(caseNumber)
                    .param(event.at().atOffset(ZoneOffset.UTC))
                    .param(event.who())
                    .param(event.step())
                    .param(event.kind().value())
                    .param(event.field())
                    .param(event.before())
                    .param(event.after())
                    .param(event.definition());
        }
        insert.update();
    }

    /** Whether somebody has done that on a case since. */
    public boolean has(String caseNumber, EventKind kind, String who, Instant since) {
        return jdbc.sql("select count(*) from case_event where case_number = ? and kind = ? and who = ? and at >= ?")
                        .params(caseNumber, kind.value(), who, since.atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The whole history of a case, oldest first. */
    public List<CaseEvent> of(String caseNumber) {
        return jdbc.sql("""
                        select at, who, step, kind, field, before_value, after_value, definition
                        from case_event where case_number = ? order by id""")
                .param(caseNumber)
                .query((row, n) -> new CaseEvent(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("who"),
                        row.getString("step"),
                        kind(row.getString("kind")),
                        row.getString("field"),
                        row.getString("before_value"),
                        row.getString("after_value"),
                        row.getString("definition")))
                .list();
    }

    private static EventKind kind(String value) {
        return EventKind.valueOf(value.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }
}
