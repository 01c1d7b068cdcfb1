package org.recourse.clock;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recourse.identifier.CaseNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Recomputes the due time of every open clock from its stretches and reports what differs from what is stored, in
 * batches of a bounded size. It repairs nothing: a difference is a defect that somebody has to see, and is
 * reported once.
 */
@Component
public class ClockCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ClockCheck.class);

    private final ClockRows rows;
    private final ClockTimes times;
    private final ClockProperties properties;
    private final JdbcClient jdbc;
    private final Clock clock;

    ClockCheck(
            ClockRows rows,
            ClockTimes times,
            ClockProperties properties,
            JdbcClient jdbc,
            Clock clock,
            MeterRegistry meters) {
        this.rows = rows;
        this.times = times;
        this.properties = properties;
        this.jdbc = jdbc;
        this.clock = clock;
        Gauge.builder(
                        "recourse.clock.differences",
                        () -> latest().map(Check::differences).orElse(0))
                .description("clocks whose stored due time did not follow from their stretches at the last self-check")
                .register(meters);
    }

    /** One run of the self-check. */
    public record Check(Instant begunAt, Instant endedAt, int checked, int differences) {}

    /** A due time that does not follow from the clock's stretches. */
    public record Difference(CaseNumber caseNumber, int number, Instant stored, Instant recomputed) {}

    /** Checks all open clocks and keeps what it found. */
    public Check run() {
        Instant begun = clock.instant();
        int checked = 0;
        int differences = 0;
        List<CaseClock> page = rows.openAfter(null, properties.batch());
        while (!page.isEmpty()) {
            List<Difference> found = differing(page);
            found.stream().filter(this::isNew).forEach(this::report);
            checked += page.size();
            differences += found.size();
            CaseClock last = page.get(page.size() - 1);
            page = rows.openAfter(new ClockKey(last.caseNumber(), last.number()), properties.batch());
        }
        Check check = new Check(begun, clock.instant(), checked, differences);
        jdbc.sql("insert into clock_check (begun_at, ended_at, checked, differences) values (?, ?, ?, ?)")
                .params(utc(begun), utc(check.endedAt()), checked, differences)
                .update();
        return check;
    }

    private List<Difference> differing(List<CaseClock> page) {
        List<Difference> found = new ArrayList<>();
        for (CaseClock each : page) {
            Instant due = times.due(each.course());
            if (!due.equals(each.dueAt())) {
                found.add(new Difference(each.caseNumber(), each.number(), each.dueAt(), due));
            }
        }
        return found;
    }

    /** What an earlier run found and nobody has repaired is reported already. */
    private boolean isNew(Difference difference) {
        return jdbc.sql("""
                        select count(*) from clock_difference
                        where case_number = ? and number = ? and stored = ? and recomputed = ?""")
                        .params(
                                difference.caseNumber(),
                                difference.number(),
                                utc(difference.stored()),
                                utc(difference.recomputed()))
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private void report(Difference difference) {
        LOG.error(
                "The clock {} of {} is stored as due {}, but its stretches say {}",
                difference.number(),
                difference.caseNumber(),
                difference.stored(),
                difference.recomputed());
        jdbc.sql("""
                        insert into clock_difference (case_number, number, stored, recomputed, found_at)
                        values (?, ?, ?, ?, ?)""")
                .params(
                        difference.caseNumber(),
                        difference.number(),
                        utc(difference.stored()),
                        utc(difference.recomputed()),
                        utc(clock.instant()))
                .update();
    }

    /** The last run; empty before the first. */
    public Optional<Check> latest() {
        return jdbc.sql("select begun_at, ended_at, checked, differences from clock_check order by id desc limit 1")
                .query((row, n) -> new Check(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getInt(3),
                        row.getInt(4)))
                .optional();
    }

    /** What the last run and those before it found, the latest first, a hundred at most. */
    public List<Difference> differences() {
        return jdbc.sql(
                        "select case_number, number, stored, recomputed from clock_difference order by id desc limit 100")
                .query((row, n) -> new Difference(
                        CaseNumber.of(row.getString(1)),
                        row.getInt(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
