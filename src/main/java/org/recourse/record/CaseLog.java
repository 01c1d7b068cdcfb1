package org.recourse.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.recourse.form.Step;
import org.recourse.identifier.CaseNumber;
import org.recourse.identity.CurrentUser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the history of cases. Lines are added and read, never changed. */
@Repository
public class CaseLog {

    private static final String INSERT =
            "insert into case_event (case_number, at, who, step, kind, payload, words, subject, code, release, definition) values ";
    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String CUSTOMER = "customer";

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final Clock clock;

    CaseLog(JdbcClient jdbc, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.clock = clock;
    }

    /** Something happened at a step. */
    public void happened(Step step, Happening what) {
        add(step.caseNumber(), List.of(event(step, what)));
    }

    /** Something happened outside the diagrams: at a route, in the engine. */
    public void happened(CaseNumber caseNumber, String where, Happening what) {
        add(caseNumber, List.of(new CaseEvent(clock.instant(), user.id().value(), where, what, null, null)));
    }

    /** The customer did it, on one of their own pages. */
    public void byCustomer(Step step, Happening what) {
        add(
                step.caseNumber(),
                List.of(new CaseEvent(
                        clock.instant(), CUSTOMER, step.element(), what, step.definition(), step.release())));
    }

    /** A line to be added with others: something happened at a step. */
    public CaseEvent event(Step step, Happening what) {
        return new CaseEvent(
                clock.instant(), user.id().value(), step.element(), what, step.definition(), step.release());
    }

    /** Adds lines in their order, all with one statement. */
    public void add(CaseNumber caseNumber, List<CaseEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        var insert = jdbc.sql(INSERT + String.join(", ", Collections.nCopies(events.size(), ROW)));
        for (CaseEvent event : events) {
            Happening what = event.what();
            HappeningJson.Stored stored = HappeningJson.write(what);
            insert = insert.param(caseNumber)
                    .param(event.at().atOffset(ZoneOffset.UTC))
                    .param(event.who())
                    .param(event.step())
                    .param(event.kind())
                    .param(stored.payload())
                    .param(stored.words())
                    .param(what.subject())
                    .param(what.code())
                    .param(event.release())
                    .param(event.definition());
        }
        insert.update();
    }

    /** Whether somebody has done that on a case since. */
    public boolean has(CaseNumber caseNumber, EventKind kind, String who, Instant since) {
        return jdbc.sql("select count(*) from case_event where case_number = ? and kind = ? and who = ? and at >= ?")
                        .params(caseNumber, kind.value(), who, since.atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** How often that was done in a case. */
    public int count(CaseNumber caseNumber, EventKind kind) {
        return jdbc.sql("select count(*) from case_event where case_number = ? and kind = ?")
                .params(caseNumber, kind.value())
                .query(Integer.class)
                .single();
    }

    /** The whole history of a case, oldest first. */
    public List<CaseEvent> of(CaseNumber caseNumber) {
        return jdbc.sql("""
                        select at, who, step, kind, payload, words, definition, release
                        from case_event where case_number = ? order by id""")
                .param(caseNumber)
                .query((row, n) -> new CaseEvent(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("who"),
                        row.getString("step"),
                        read(row),
                        row.getString("definition"),
                        row.getString("release")))
                .list();
    }

    /** How a field that people fill changed, in all cases, in the lines from one id (excluded) to another. */
    public List<EntryHappening.Reworded> reworded(String field, long after, long until) {
        return jdbc
                .sql("""
                        select kind, payload, words from case_event
                        where id > ? and id <= ? and kind = ? and subject = ? order by id""")
                .params(after, until, EventKind.REWORDED.value(), field)
                .query((row, n) -> read(row))
                .list()
                .stream()
                .filter(EntryHappening.Reworded.class::isInstance)
                .map(EntryHappening.Reworded.class::cast)
                .toList();
    }

    private static Happening read(ResultSet row) throws SQLException {
        return HappeningJson.read(row.getString("kind"), row.getString("payload"), row.getString("words"));
    }
}
