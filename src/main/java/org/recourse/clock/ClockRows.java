package org.recourse.clock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;
import org.recourse.identity.CurrentUser;
import org.recourse.text.SayingJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of clocks and their stretches. Whatever is read or written of several clocks is one statement. */
@Repository
class ClockRows {

    /** What of a clock follows from its stretches. */
    record Derived(Instant warnAt, Instant dueAt, @Nullable Instant nextStepAt, boolean watched) {}

    private static final String SELECT = """
            select c.*, i.seq, i.from_at, i.running, i.cause, i.target, i.rule as its_rule, i.calendar as its_calendar
            from clock c join clock_interval i on i.case_number = c.case_number and i.number = c.number
            """;
    private static final String ORDER = " order by c.case_number, c.number, i.seq";

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final Clock clock;

    ClockRows(JdbcClient jdbc, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.clock = clock;
    }

    void insert(List<CaseClock> clocks, List<Instant> nextSteps) {
        var insert =
                jdbc.sql("""
                insert into clock (case_number, number, version, kind, what, team, rule, policy, calendar, met_by,
                  started_at, warn_at, due_at, next_step_at, watched, met) values """ + repeated("(?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false, false)", clocks.size()));
        for (int i = 0; i < clocks.size(); i++) {
            CaseClock each = clocks.get(i);
            insert = insert.param(each.caseNumber())
                    .param(each.number())
                    .param(each.kind().value())
                    .param(each.what())
                    .param(each.team())
                    .param(SayingJson.write(each.rule()))
                    .param(each.policy())
                    .param(each.calendar())
                    .param(each.metBy())
                    .param(utc(each.startedAt()))
                    .param(utc(each.warnAt()))
                    .param(utc(each.dueAt()))
                    .param(utc(nextSteps.get(i)));
        }
        insert.update();
        Map<ClockKey, List<Stretch>> stretches = new LinkedHashMap<>();
        clocks.forEach(each -> stretches.put(new ClockKey(each.caseNumber(), each.number()), each.stretches()));
        write(stretches);
    }

    private void write(Map<ClockKey, List<Stretch>> stretches) {
        int rows = stretches.values().stream().mapToInt(List::size).sum();
        var insert = jdbc.sql("""
                insert into clock_interval (case_number, number, seq, from_at, running, cause, target, rule, calendar,
                  written_at, written_by) values """ + repeated("(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows));
        for (Map.Entry<ClockKey, List<Stretch>> of : stretches.entrySet()) {
            for (Stretch stretch : of.getValue()) {
                insert = insert.param(of.getKey().caseNumber())
                        .param(of.getKey().number())
                        .param(stretch.seq())
                        .param(utc(stretch.from()))
                        .param(stretch.running())
                        .param(SayingJson.write(stretch.cause()))
                        .param(stretch.target().value())
                        .param(SayingJson.write(stretch.rule()))
                        .param(stretch.calendar())
                        .param(utc(clock.instant()))
                        .param(user.id());
            }
        }
        insert.update();
    }

    int nextNumber(CaseNumber caseNumber) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from clock where case_number = ?")
                .param(caseNumber)
                .query(Integer.class)
                .single();
    }

    List<CaseClock> of(CaseNumber caseNumber) {
        return clocks(jdbc.sql(SELECT + "where c.case_number = ?" + ORDER).param(caseNumber));
    }

    List<CaseClock> openOf(CaseNumber caseNumber) {
        return clocks(jdbc.sql(SELECT + "where c.case_number = ? and c.ended_at is null" + ORDER)
                .param(caseNumber));
    }

    List<CaseClock> openOf(Collection<CaseNumber> caseNumbers) {
        return caseNumbers.isEmpty()
                ? List.of()
                : clocks(jdbc.sql(SELECT + "where c.case_number in (:numbers) and c.ended_at is null" + ORDER)
                        .param("numbers", caseNumbers));
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
    List<CaseClock> openByOtherCalendar(String team, String calendar, @Nullable ClockKey last, int atMost) {
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

    record TeamCalendar(String team, String calendar) {}

    private List<CaseClock> page(String which, List<Object> params, @Nullable ClockKey last, int atMost) {
        String after = last == null ? "" : last.caseNumber().value();
        return clocks(jdbc.sql("""
                        select c.*, i.seq, i.from_at, i.running, i.cause, i.target, i.rule as its_rule,
                          i.calendar as its_calendar
                        from (select c.* from clock c
                              where %s and (c.case_number > ? or c.case_number = ? and c.number > ?)
                              order by c.case_number, c.number limit ?) c
                          join clock_interval i on i.case_number = c.case_number and i.number = c.number
                        """.formatted(which) + ORDER)
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
                .query((row, n) -> instant(row.getObject(1, OffsetDateTime.class)))
                .list()
                .get(0);
    }

    @Nullable
    CaseClock find(ClockKey key) {
        List<CaseClock> found = clocks(jdbc.sql(SELECT + "where c.case_number = ? and c.number = ?" + ORDER)
                .params(key.caseNumber(), key.number()));
        return found.isEmpty() ? null : found.get(0);
    }

    /** @return whether the clock was still as it was read */
    boolean watch(CaseClock read) {
        return jdbc.sql("""
                        update clock set next_step_at = null, watched = true, version = version + 1
                        where case_number = ? and number = ? and version = ? and ended_at is null""")
                        .params(read.caseNumber(), read.number(), read.version())
                        .update()
                == 1;
    }

    /**
     * Writes further stretches of a clock and what follows from them.
     *
     * @param changed the clock with its new rule, policy and calendar
     * @return whether the clock was still as it was read; else nothing was written
     */
    boolean change(CaseClock changed, List<Stretch> more, Derived derived) {
        boolean unchanged = jdbc.sql("""
                        update clock set rule = ?, policy = ?, calendar = ?, warn_at = ?, due_at = ?, next_step_at = ?,
                          watched = ?, version = version + 1
                        where case_number = ? and number = ? and version = ? and ended_at is null""")
                        .params(
                                SayingJson.write(changed.rule()),
                                changed.policy(),
                                changed.calendar(),
                                utc(derived.warnAt()),
                                utc(derived.dueAt()),
                                utc(derived.nextStepAt()),
                                derived.watched(),
                                changed.caseNumber(),
                                changed.number(),
                                changed.version())
                        .update()
                == 1;
        if (unchanged && !more.isEmpty()) {
            write(Map.of(new ClockKey(changed.caseNumber(), changed.number()), more));
        }
        return unchanged;
    }

    void end(CaseNumber caseNumber, List<Integer> numbers, boolean met) {
        jdbc.sql("""
                        update clock set ended_at = :at, met = :met, next_step_at = null, watched = false,
                          version = version + 1
                        where case_number = :case and number in (:numbers) and ended_at is null""")
                .param("at", utc(clock.instant()))
                .param("met", met)
                .param("case", caseNumber)
                .param("numbers", numbers)
                .update();
    }

    private static String repeated(String row, int times) {
        return String.join(", ", Collections.nCopies(times, row));
    }

    private static List<CaseClock> clocks(JdbcClient.StatementSpec statement) {
        Map<ClockKey, CaseClock> clocks = new LinkedHashMap<>();
        statement.query(row -> {
            ClockKey key = new ClockKey(CaseNumber.of(row.getString("case_number")), row.getInt("number"));
            CaseClock known = clocks.get(key);
            if (known == null) {
                known = head(row);
                clocks.put(key, known);
            }
            known.stretches().add(stretch(row));
        });
        return List.copyOf(clocks.values());
    }

    private static CaseClock head(ResultSet row) throws SQLException {
        return new CaseClock(
                CaseNumber.of(row.getString("case_number")),
                row.getInt("number"),
                row.getInt("version"),
                ClockKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("what"),
                row.getString("team"),
                SayingJson.read(row.getString("rule")),
                row.getString("policy"),
                row.getString("calendar"),
                row.getString("met_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("warn_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("watched"),
                instant(row.getObject("ended_at", OffsetDateTime.class)),
                row.getBoolean("met"),
                new ArrayList<>());
    }

    private static Stretch stretch(ResultSet row) throws SQLException {
        return new Stretch(
                row.getInt("seq"),
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("running"),
                SayingJson.read(row.getString("cause")),
                Target.parse(row.getString("target")),
                SayingJson.read(row.getString("its_rule")),
                row.getString("its_calendar"));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
