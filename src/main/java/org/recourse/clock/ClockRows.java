package org.recourse.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;
import org.recourse.identity.CurrentUser;
import org.recourse.text.SayingJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tables of clocks and their stretches. Whatever is read or written of several clocks is one statement. What rounds
 * over the clocks of all cases ask is {@link OpenClocks}.
 */
@Repository
class ClockRows {

    /** What of a clock follows from its stretches. */
    record Derived(Instant warnAt, Instant dueAt, @Nullable Instant nextStepAt, boolean watched) {}

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
        return StoredClocks.read(jdbc.sql(StoredClocks.SELECT + "where c.case_number = ?" + StoredClocks.ORDER)
                .param(caseNumber));
    }

    List<CaseClock> openOf(CaseNumber caseNumber) {
        return StoredClocks.read(
                jdbc.sql(StoredClocks.SELECT + "where c.case_number = ? and c.ended_at is null" + StoredClocks.ORDER)
                        .param(caseNumber));
    }

    List<CaseClock> openOf(Collection<CaseNumber> caseNumbers) {
        return caseNumbers.isEmpty()
                ? List.of()
                : StoredClocks.read(jdbc.sql(StoredClocks.SELECT
                                + "where c.case_number in (:numbers) and c.ended_at is null" + StoredClocks.ORDER)
                        .param("numbers", caseNumbers));
    }

    @Nullable
    CaseClock find(ClockKey key) {
        List<CaseClock> found = StoredClocks.read(
                jdbc.sql(StoredClocks.SELECT + "where c.case_number = ? and c.number = ?" + StoredClocks.ORDER)
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

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
