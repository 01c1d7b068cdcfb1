package org.recourse.clock;

import java.time.Clock;
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

    private static final Logger LOG = LoggerFactory.getLogger(ClockSteps.class);

    private final ClockRows rows;
    private final ClockTimes times;
    private final ClockProcess process;
    private final ClockProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ClockSteps(
            ClockRows rows,
            ClockTimes times,
            ClockProcess process,
            ClockProperties properties,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.times = times;
        this.process = process;
        this.properties = properties;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Handles every clock that runs low by now, each in a transaction of its own. One that fails is reported and tried
     * again at the next run; it keeps none of the others from being handled.
     */
    public Run run() {
        Instant now = clock.instant();
        int started = 0;
        int failed = 0;
        List<ClockKey> due = rows.runningLow(now, properties.batch());
        while (!due.isEmpty()) {
            int before = started;
            for (ClockKey key : due) {
                try {
                    started += start(key, now) ? 1 : 0;
                } catch (RuntimeException e) {
                    failed++;
                    LOG.error("The clock {} of {} could not be handled", key.number(), key.caseNumber(), e);
                }
            }
            due = started == before ? List.of() : rows.runningLow(now, properties.batch());
        }
        return new Run(started, failed);
    }

    /** What a run did: how many clocks were handled, and how many attempts failed. */
    public record Run(int started, int failed) {}

    /** When the next clock runs low, after one instant and not after another. */
    public Optional<Instant> nextDue(Instant after, Instant until) {
        return Optional.ofNullable(rows.nextStep(after, until));
    }

    private boolean start(ClockKey key, Instant now) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            CaseClock low = rows.find(key);
            if (low == null
                    || !low.isOpen()
                    || low.watched()
                    || times.told(low.team(), low.warnAt()).isAfter(now)) {
                return false;
            }
            boolean first = rows.watch(low);
            if (first) {
                process.start(
                        low.caseNumber(),
                        low.number(),
                        times.told(low.team(), low.dueAt()),
                        times.managersTold(low.team(), low.dueAt()));
            }
            return first;
        }));
    }
}
