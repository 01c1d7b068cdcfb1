package org.recourse.insight.figures.facts;

import static org.recourse.insight.figures.facts.Columns.instant;
import static org.recourse.insight.figures.facts.Columns.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.recourse.calendar.Calendars;
import org.recourse.identifier.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Settlements, which count when they had time to prove themselves, each by its own day and charged to who settled: a case that was settled,
 * reopened and settled again has two. Repeated: the customer came back about the same matter, or it was reopened.
 */
@Repository
class Settlements implements Facts {

    private final JdbcClient jdbc;
    private final Calendars calendars;
    private final FigureProperties properties;

    Settlements(JdbcClient jdbc, Calendars calendars, FigureProperties properties) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.properties = properties;
    }

    @Override
    public List<Fact> of(Collection<String> cases) {
        return jdbc.sql("""
                        select c.case_number, c.team, c.product, c.cause, c.channel, e.at,
                          coalesce((select l.code from figures_event l where l.case_number = e.case_number
                            and l.subject = 'level' and l.id < e.id order by l.id desc limit 1), '1') as level,
                          (select b.code from figures_event b where b.case_number = e.case_number
                            and b.subject = 'settled_by' and b.id < e.id order by b.id desc limit 1) as settled_by,
                          (select min(k.began_at) from figures_contact k where k.case_number = e.case_number
                            and k.kind = 'chase' and k.began_at > e.at) as came_back_at,
                          (select min(r.at) from figures_event r where r.case_number = e.case_number
                            and r.kind = 'reopened' and r.id > e.id) as reopened_at,
                          (select min(o.opened_at) from figures_case o
                            where o.customer_number = c.customer_number and o.case_number <> c.case_number
                              and o.opened_at > e.at and o.state <> 'joined' and not o.practice
                              and %s) as same_matter_at
                        from counted_case c join figures_event e on e.case_number = c.case_number and e.kind = 'settled'
                        where c.case_number in (:cases)""".formatted(Columns.SAME_MATTER))
                .param("cases", cases)
                .query((row, n) -> fact(row))
                .list();
    }

    private Fact fact(ResultSet row) throws SQLException {
        Facets facets = Facets.of(row);
        Instant settled = instant(row, "at");
        Instant windowEnds = settled.atZone(calendars.of(facets.team()).zone())
                .plusDays(properties.repeatDays())
                .toInstant();
        Instant repeated = Columns.earliest(
                instantOrNull(row, "came_back_at"),
                instantOrNull(row, "reopened_at"),
                instantOrNull(row, "same_matter_at"));
        boolean met = repeated != null && !repeated.isAfter(windowEnds);
        String by = Objects.requireNonNullElse(row.getString("settled_by"), "");
        return Fact.counted(Figure.REPEAT_RATE, CaseNumber.of(row.getString("case_number")), settled, facets, met, by)
                .from(windowEnds);
    }
}
