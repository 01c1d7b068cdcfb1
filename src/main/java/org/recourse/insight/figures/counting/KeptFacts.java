package org.recourse.insight.figures.counting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;
import org.recourse.insight.figures.facts.Columns;
import org.recourse.insight.figures.facts.Facets;
import org.recourse.insight.figures.facts.Fact;
import org.recourse.insight.figures.facts.Figure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The facts behind the figures as rows, and how many of each day are alike. */
@Repository
public class KeptFacts {

    private static final int DAYS_AT_ONCE = 1_000;
    private static final int FACTS_AT_ONCE = 100;
    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String ALIKE = "on_day, figure, team, product, cause, channel, level, met, measured, part";

    private final JdbcClient jdbc;

    KeptFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A fact and its day in the team's zone. */
    record Dated(Fact fact, LocalDate day) {}

    /**
     * Puts the facts of these cases in the place of what was kept of them.
     *
     * @return the days on which something was or is
     */
    Set<LocalDate> replace(Collection<String> cases, List<Dated> facts) {
        Set<LocalDate> days =
                new TreeSet<>(jdbc.sql("select distinct on_day from figure_fact where case_number in (:cases)")
                        .param("cases", cases)
                        .query(LocalDate.class)
                        .list());
        jdbc.sql("delete from figure_fact where case_number in (:cases)")
                .param("cases", cases)
                .update();
        for (int from = 0; from < facts.size(); from += FACTS_AT_ONCE) {
            insert(facts.subList(from, Math.min(from + FACTS_AT_ONCE, facts.size())));
        }
        facts.forEach(dated -> days.add(dated.day()));
        return days;
    }

    private void insert(List<Dated> facts) {
        var insert = jdbc.sql("""
                insert into figure_fact (case_number, figure, at, on_day, team, product, cause, channel, level, met,
                  measured, part, counts_from) values\s""" + String.join(", ", Collections.nCopies(facts.size(), ROW)));
        for (Dated dated : facts) {
            Fact fact = dated.fact();
            Facets facets = fact.facets();
            insert = insert.param(fact.caseNumber())
                    .param(fact.figure().key())
                    .param(utc(fact.at()))
                    .param(dated.day())
                    .param(facets.team())
                    .param(facets.product())
                    .param(facets.cause())
                    .param(facets.channel())
                    .param(facets.level())
                    .param(fact.met())
                    .param(Double.isNaN(fact.value()) ? null : (Object) fact.value())
                    .param(fact.part())
                    .param(utc(fact.countsFrom()));
        }
        insert.update();
    }

    /** The days of facts that began to count between two moments, or no longer do when the clock was set back. */
    List<LocalDate> daysThatCount(Instant after, Instant until) {
        boolean forth = after.isBefore(until);
        return jdbc.sql("select distinct on_day from figure_fact where counts_from > ? and counts_from <= ?")
                .params(utc(forth ? after : until), utc(forth ? until : after))
                .query(LocalDate.class)
                .list();
    }

    /** Counts the facts of these days again. */
    void count(Collection<LocalDate> days, Instant now) {
        List<LocalDate> all = List.copyOf(days);
        for (int from = 0; from < all.size(); from += DAYS_AT_ONCE) {
            List<LocalDate> some = all.subList(from, Math.min(from + DAYS_AT_ONCE, all.size()));
            jdbc.sql("delete from figure_count where on_day in (:days)")
                    .param("days", some)
                    .update();
            jdbc.sql("""
                            insert into figure_count (%1$s, facts)
                            select %1$s, count(*) from figure_fact
                            where on_day in (:days) and (counts_from is null or counts_from <= :now)
                            group by %1$s""".formatted(ALIKE))
                    .param("days", some)
                    .param("now", utc(now))
                    .update();
        }
    }

    /** To compare with: how many facts each day has, how many were met, and what they measured together. */
    Map<LocalDate, String> sumOfEachDay() {
        Map<LocalDate, String> sums = new HashMap<>();
        jdbc.sql("""
                        select on_day, figure, sum(facts) as facts, sum(case when met then facts else 0 end) as met,
                          coalesce(sum(measured * facts), 0) as measured
                        from figure_count group by on_day, figure order by figure""").query(row -> {
            sums.merge(
                    row.getObject("on_day", LocalDate.class),
                    "%s %d %d %.3f"
                            .formatted(
                                    row.getString("figure"),
                                    row.getLong("facts"),
                                    row.getLong("met"),
                                    row.getDouble("measured")),
                    String::concat);
        });
        return sums;
    }

    void forget() {
        jdbc.sql("delete from figure_fact").update();
        jdbc.sql("delete from figure_count").update();
    }

    /** A team with cases on a day. */
    public record TeamDay(String team, LocalDate day) {}

    public Set<TeamDay> daysWithCases(Period period) {
        return Set.copyOf(jdbc.sql("""
                        select distinct team, on_day from figure_count
                        where figure = ? and on_day >= ? and on_day <= ?""")
                .params(Figure.ESCALATION_RATE.key(), period.from(), period.to())
                .query((row, n) -> new TeamDay(row.getString("team"), row.getObject("on_day", LocalDate.class)))
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
                .params(figure.key(), period.from(), period.to(), utc(now), atMost)
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
                row.getString("team"),
                row.getString("product"),
                row.getString("cause"),
                row.getString("channel"),
                row.getInt("level"));
    }

    private static double measured(ResultSet row) throws SQLException {
        double measured = row.getDouble("measured");
        return row.wasNull() ? Double.NaN : measured;
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : Objects.requireNonNull(at).atOffset(ZoneOffset.UTC);
    }
}
