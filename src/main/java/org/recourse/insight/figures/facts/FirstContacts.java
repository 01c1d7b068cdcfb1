package org.recourse.insight.figures.facts;

import static org.recourse.insight.figures.facts.Columns.instant;
import static org.recourse.insight.figures.facts.Columns.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.recourse.calendar.Calendars;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.Team;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * First contacts, which count when their window has passed, and whether they settled the matter: in that call, a warm transfer included,
 * without a callback, and without the customer coming back or saying "not settled" within the window. Withdrawn cases are
 * out.
 */
@Repository
class FirstContacts implements Facts {

    private static final Set<String> SETTLED_WITH_THE_CUSTOMER =
            Set.of("agreed", "accepted-no-change", "final-accepted");

    private final JdbcClient jdbc;
    private final Calendars calendars;
    private final FigureProperties properties;

    FirstContacts(JdbcClient jdbc, Calendars calendars, FigureProperties properties) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.properties = properties;
    }

    @Override
    public List<Fact> of(Collection<String> cases) {
        return jdbc
                .sql("""
                        select c.case_number, c.team, c.product, c.cause, c.channel, c.level, f.level as first_level,
                          f.began_at, f.ended_at,
                          s.at as settled_at, s.code as settled_as,
                          (select min(b.wanted_at) from figures_callback b where b.case_number = c.case_number) as callback_at,
                          (select min(h.at) from figures_event h
                            where h.case_number = c.case_number and h.kind = 'handed-over') as handed_over_at,
                          (select min(k.began_at) from figures_contact k
                            where k.case_number = c.case_number and k.kind = 'chase') as chased_at,
                          (select min(i.answered_at) from figures_check_in i
                            where i.case_number = c.case_number and i.settled = 'no') as not_settled_at,
                          (select min(o.opened_at) from figures_case o
                            where o.customer_number = c.customer_number and o.case_number <> c.case_number
                              and o.opened_at > f.began_at and o.state <> 'joined' and not o.practice
                              and %s) as same_matter_at
                        from figures_contact f join counted_case c on c.case_number = f.case_number
                          left join figures_event s on s.id = (select min(e.id) from figures_event e
                            where e.case_number = c.case_number and e.kind = 'settled')
                        where f.kind = 'first' and c.state <> 'withdrawn'
                          and f.case_number in (:cases)""".formatted(Columns.SAME_MATTER))
                .param("cases", cases)
                .query((row, n) -> facts(row))
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Fact> facts(ResultSet row) throws SQLException {
        Facets facets = Facets.of(row);
        Instant began = instant(row, "began_at");
        Instant settled = instantOrNull(row, "settled_at");
        Instant ended = instantOrNull(row, "ended_at");
        Instant over = settled != null ? settled : ended != null ? ended : began;
        Instant windowEnds = plusDays(over, facets.team());
        String settledAs = row.getString("settled_as");
        boolean resolved = settled != null
                && settledAs != null
                && SETTLED_WITH_THE_CUSTOMER.contains(settledAs)
                && isAfterOrNever(instantOrNull(row, "callback_at"), settled)
                && isAfterOrNever(instantOrNull(row, "chased_at"), windowEnds)
                && isAfterOrNever(instantOrNull(row, "not_settled_at"), windowEnds)
                && isAfterOrNever(instantOrNull(row, "same_matter_at"), windowEnds);
        boolean handedOver = row.getInt("first_level") > 1
                || settled != null && !isAfterOrNever(instantOrNull(row, "handed_over_at"), settled);
        CaseNumber number = CaseNumber.of(row.getString("case_number"));
        return List.of(
                Fact.counted(Figure.FIRST_CONTACT_RESOLUTION, number, began, facets, resolved, "")
                        .from(windowEnds),
                Fact.counted(Figure.FIRST_LEVEL_RESOLUTION, number, began, facets, resolved && !handedOver, "")
                        .from(windowEnds));
    }

    /** Calendar days end at the same time of day, also when the clocks change meanwhile. */
    private Instant plusDays(Instant from, Team team) {
        ZoneId zone = calendars.of(team).zone();
        return from.atZone(zone).plusDays(properties.resolutionDays()).toInstant();
    }

    private static boolean isAfterOrNever(@Nullable Instant event, Instant limit) {
        return event == null || event.isAfter(limit);
    }
}
