package org.recourse.insight.figures.facts;

import static org.recourse.insight.figures.facts.Columns.instant;
import static org.recourse.insight.figures.facts.Columns.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.recourse.identifier.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Targets of clocks by the day they fell due, per clock and milestone: missed when they were not met by then, exactly on
 * time is met. A target that is due and open is missed, unless its clock stands still; one that was given up before it was
 * due never fell due.
 */
@Repository
class ClockTargets implements Facts {

    private final JdbcClient jdbc;

    ClockTargets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Fact> of(Collection<String> cases) {
        return jdbc.sql("""
                        select c.case_number, c.team, c.product, c.cause, c.channel, c.level, k.kind, k.what, k.due_at,
                          k.ended_at, k.met
                        from figures_clock k join counted_case c on c.case_number = k.case_number
                        where k.case_number in (:cases)
                          and (k.met or k.ended_at > k.due_at or k.ended_at is null
                            and coalesce((select i.running from figures_clock_interval i where i.case_number = k.case_number
                              and i.number = k.number order by i.seq desc limit 1), true))""").param("cases", cases).query((row, n) -> fact(row)).list();
    }

    private static Fact fact(ResultSet row) throws SQLException {
        Instant due = instant(row, "due_at");
        Instant ended = instantOrNull(row, "ended_at");
        boolean kept = row.getBoolean("met") && ended != null && !ended.isAfter(due);
        Fact target = Fact.counted(
                Figure.DEADLINE_BREACH,
                CaseNumber.of(row.getString("case_number")),
                due,
                Facets.of(row),
                !kept,
                "%s: %s".formatted(row.getString("kind"), row.getString("what")));
        return ended == null ? target.from(Columns.after(due)) : target;
    }
}
