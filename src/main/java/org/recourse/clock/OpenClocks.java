package org.recourse.clock;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.Team;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The open clocks of all cases, for the rounds over them: some at a time, in an order that a round can go on from. */
@Repository
class OpenClocks {

    private final JdbcClient jdbc;

    OpenClocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Open clocks in the order of their keys, the first {@code atMost} after that one, or of all. */
    List<CaseClock> openAfter(@Nullable ClockKey last, int atMost) {
        return page("c.ended_at is null", List.of(), last, atMost);
    }

    /** Open service clocks by a table of another version than that. */
    List<CaseClock> openByOtherTable(String table, String version, @Nullable ClockKey last, int atMost) {
        return page(
                "c.ended_at is null and c.kind = 'service' and c.policy like ? and c.policy <> ?",
                List.of(table + ":%", version),
                last,
                atMost);
    }

    /** Open service clocks of a team that are counted by another calendar than that. */
    List<CaseClock> openByOtherCalendar(Team team, String calendar, @Nullable ClockKey last, int atMost) {
        return page(
                "c.ended_at is null and c.kind = 'service' and c.team = ? and c.calendar <> ?",
                List.of(team, calendar),
                last,
                atMost);
    }

    /** By which calendars the open service clocks of each team are counted; one look for all teams. */
    List<TeamCalendar> calendarsInUse() {
        return jdbc.sql("""
                        select distinct team, calendar from clock where ended_at is null and kind = 'service'
                        order by team, calendar""").query(TeamCalendar.class).list();
    }

    record TeamCalendar(Team team, String calendar) {}

    private List<CaseClock> page(String which, List<Object> params, @Nullable ClockKey last, int atMost) {
        String after = last == null ? "" : last.caseNumber().value();
        return StoredClocks.read(jdbc.sql("""
                        select c.*, i.seq, i.from_at, i.running, i.cause, i.target, i.rule as its_rule,
                          i.calendar as its_calendar
                        from (select c.* from clock c
                              where %s and (c.case_number > ? or c.case_number = ? and c.number > ?)
                              order by c.case_number, c.number limit ?) c
                          join clock_interval i on i.case_number = c.case_number and i.number = c.number
                        """.formatted(which) + StoredClocks.ORDER)
                .params(params)
                .param(after)
                .param(after)
                .param(last == null ? 0 : last.number())
                .param(atMost));
    }

    /** Clocks that run low at that instant and whose holder was not told yet, the longest waiting first. */
    List<ClockKey> runningLow(Instant now, int atMost) {
        return jdbc.sql("""
                        select case_number, number from clock where next_step_at <= ?
                        order by next_step_at, case_number, number limit ?""")
                .params(utc(now), atMost)
                .query((row, n) -> new ClockKey(CaseNumber.of(row.getString(1)), row.getInt(2)))
                .list();
    }

    /** When the next clock runs low, after one instant and not after another. */
    @Nullable
    Instant nextStep(Instant after, Instant until) {
        return jdbc.sql("select min(next_step_at) from clock where next_step_at > ? and next_step_at <= ?")
                .params(utc(after), utc(until))
                .query((row, n) -> StoredClocks.instant(row.getObject(1, OffsetDateTime.class)))
                .list()
                .get(0);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
