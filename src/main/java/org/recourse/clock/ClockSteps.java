package org.recourse.clock;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds the clocks that run low and starts what watches each from then on. Several nodes may do so at once: whoever
 * changes the clock's version first starts it, once.
 */
@Component
public class ClockSteps {

    private static final int TOGETHER = 20;

    private static final Logger LOG = LoggerFactory.getLogger(ClockSteps.class);

    private final ClockRows rows;
    private final OpenClocks open;
    private final ClockTimes times;
    private final ClockProcess process;
    private final ClockProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Timer lag;

    ClockSteps(
            ClockRows rows,
            OpenClocks open,
            ClockTimes times,
            ClockProcess process,
            ClockProperties properties,
            PlatformTransactionManager transactions,
            MeterRegistry meters,
            Clock clock) {
        this.rows = rows;
        this.open = open;
        this.times = times;
        this.process = process;
        this.properties = properties;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.lag = Timer.builder("recourse.clock.step.lag")
                .description("how late clocks that run low are handled: handled - due")
                .register(meters);
    }

    /**
     * Handles every clock that runs low by now, some of them in each transaction. One that fails is reported and tried
     * again at the next run; it keeps none of the others from being handled.
     */
    public Run run() {
        Instant now = clock.instant();
        int started = 0;
        int failed = 0;
        List<ClockKey> due = open.runningLow(now, properties.batch());
        while (!due.isEmpty()) {
            int before = started;
            for (int from = 0; from < due.size(); from += TOGETHER) {
                Run part = some(due.subList(from, Math.min(due.size(), from + TOGETHER)), now);
                started += part.started();
                failed += part.failed();
            }
            due = started == before ? List.of() : open.runningLow(now, properties.batch());
        }
        return new Run(started, failed);
    }

    /** A few at once are quicker; when one of them fails, each is handled by itself. */
    private Run some(List<ClockKey> keys, Instant now) {
        try {
            Integer started = transaction.execute(status -> process.together(
                    () -> (int) keys.stream().filter(key -> start(key, now)).count()));
            return new Run(started == null ? 0 : started, 0);
        } catch (RuntimeException oneOfThem) {
            LOG.warn("{} clocks are handled one by one: {}", keys.size(), oneOfThem.toString());
            return oneByOne(keys, now);
        }
    }

    private Run oneByOne(List<ClockKey> keys, Instant now) {
        int started = 0;
        int failed = 0;
        for (ClockKey key : keys) {
            try {
                started += Boolean.TRUE.equals(transaction.execute(status -> start(key, now))) ? 1 : 0;
            } catch (RuntimeException e) {
                failed++;
                LOG.error("The clock {} of {} could not be handled", key.number(), key.caseNumber(), e);
            }
        }
        return new Run(started, failed);
    }

    /** What a run did: how many clocks were handled, and how many attempts failed. */
    public record Run(int started, int failed) {}

    /** When the next clock runs low, after one instant and not after another. */
    public Optional<Instant> nextDue(Instant after, Instant until) {
        return Optional.ofNullable(open.nextStep(after, until));
    }

    private boolean start(ClockKey key, Instant now) {
        CaseClock low = rows.find(key);
        if (low == null || !low.isOpen() || low.watched()) {
            return false;
        }
        Instant due = times.told(low.team(), low.warnAt());
        if (due.isAfter(now) || !rows.watch(low)) {
            return false;
        }
        lag.record(Duration.between(due, now));
        process.start(
                low.caseNumber(),
                low.number(),
                times.told(low.team(), low.dueAt()),
                times.managersTold(low.team(), low.dueAt()));
        return true;
    }
}
