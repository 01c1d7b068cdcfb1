package org.recourse.insight.history;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.recourse.identifier.CaseNumber;
import org.recourse.text.Saying;
import org.recourse.text.SayingJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stretches in which the clocks of a case ran or stood still, each with its cause (B4). */
@Repository
public class ClockStretches {

    private final JdbcClient jdbc;

    ClockStretches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From an instant on a clock runs or stands still. */
    public record ClockStretch(String clock, Instant from, boolean running, Saying cause, Saying rule, String who) {}

    public List<ClockStretch> of(CaseNumber caseNumber) {
        return jdbc.sql("""
                        select k.kind, k.what, i.from_at, i.running, i.cause, i.rule, i.written_by
                        from history_clock_interval i
                          join history_clock k on k.case_number = i.case_number and k.number = i.number
                        where i.case_number = ? order by i.from_at, i.number, i.seq""")
                .param(caseNumber)
                .query((row, n) -> new ClockStretch(
                        "%s: %s".formatted(row.getString("kind"), row.getString("what")),
                        row.getObject("from_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("running"),
                        SayingJson.read(row.getString("cause")),
                        SayingJson.read(row.getString("rule")),
                        row.getString("written_by")))
                .list();
    }
}
