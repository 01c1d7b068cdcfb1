package org.recourse.insight.figures.counting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.Team;
import org.recourse.insight.figures.facts.Columns;
import org.recourse.insight.figures.facts.Facets;
import org.recourse.insight.figures.facts.Fact;
import org.recourse.insight.figures.facts.Figure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The facts behind the figures as they are asked for, by period. */
@Repository
public class CountedFacts {

    private final JdbcClient jdbc;

    CountedFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A team with cases on a day. */
    public record TeamDay(Team team, LocalDate day) {}

    public Set<TeamDay> daysWithCases(Period period) {
        return Set.copyOf(jdbc.sql("""
                        select distinct team, on_day from figure_count
                        where figure = ? and on_day >= ? and on_day <= ?""")
                .params(Figure.ESCALATION_RATE.key(), period.from(), period.to())
                .query((row, n) ->
                        new TeamDay(Team.of(row.getString("team")), row.getObject("on_day", LocalDate.class)))
                .list());
    }

    /** The facts of a period by what they are broken down by. */
    public List<Tally> within(Period period, @Nullable GroupBy groupBy) {
        String by = groupBy == null ? "figure" : groupBy.column();
        return jdbc.sql("""
                        select figure, met, measured, part, sum(facts) as facts, %1$s as broken_down_by
                        from figure_count where on_day >= ? and on_day <= ?
                        group by figure, met, measured, part, %1$s""".formatted(by))
                .params(period.from(), period.to())
                .query((row, n) -> new Tally(
                        figure(row),
                        groupBy == null ? "" : groupBy.group(row, "broken_down_by"),
                        row.getBoolean("met"),
                        measured(row),
                        row.getString("part"),
                        row.getLong("facts")))
                .list();
    }

    /** The newest first. */
    public List<Fact> behind(Figure figure, Period period, Instant now, int atMost) {
        return jdbc.sql("""
                        select * from figure_fact where figure = ? and on_day >= ? and on_day <= ?
                          and (counts_from is null or counts_from <= ?)
                        order by at desc, case_number limit ?""")
                .params(figure.key(), period.from(), period.to(), now.atOffset(ZoneOffset.UTC), atMost)
                .query((row, n) -> new Fact(
                        figure,
                        CaseNumber.of(row.getString("case_number")),
                        Columns.instant(row, "at"),
                        facets(row),
                        row.getBoolean("met"),
                        measured(row),
                        row.getString("part"),
                        Columns.instantOrNull(row, "counts_from")))
                .list();
    }

    private static Figure figure(ResultSet row) throws SQLException {
        return Figure.valueOf(row.getString("figure").toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Facets facets(ResultSet row) throws SQLException {
        return new Facets(
                Team.of(row.getString("team")),
                row.getString("product"),
                row.getString("cause"),
                row.getString("channel"),
                row.getInt("level"));
    }

    private static double measured(ResultSet row) throws SQLException {
        double measured = row.getDouble("measured");
        return row.wasNull() ? Double.NaN : measured;
    }
}
