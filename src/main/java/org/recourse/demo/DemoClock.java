package org.recourse.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Lets days pass in seconds. Time is moved from one due job to the next, each with its work done before the next, so
 * that ten days at once come out as ten days that were lived through.
 */
@Component
@Profile("demo")
public class DemoClock {

    /** How long a request may take; what is not done by then is done later, after the move. */
    static final Duration PATIENCE = Duration.ofSeconds(25);

    private static final Logger LOG = LoggerFactory.getLogger(DemoClock.class);

    private final ClockOffset offset;
    private final PendingJobs jobs;
    private final Clock clock;

    DemoClock(ClockOffset offset, PendingJobs jobs, Clock clock) {
        this.offset = offset;
        this.jobs = jobs;
        this.clock = clock;
        long kept = offset.millis();
        if (kept != 0) {
            jobs.setOffset(kept);
            LOG.info("The demonstration's clock says {}", clock.instant());
        }
    }

    public Instant now() {
        return clock.instant();
    }

    /**
     * Moves Recourse's and the engine's clock ahead and returns when everything that falls due until then has
     * happened, or patience has ended.
     *
     * @return whether everything that was due is done
     */
    public synchronized boolean advance(Duration by) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Instant target = now().plus(by).truncatedTo(ChronoUnit.MILLIS);
        boolean done = jobs.workOff(left(deadline));
        for (Optional<Instant> next = next(target); next.isPresent() && left(deadline) > 0; next = next(target)) {
            moveTo(next.get());
            done = jobs.workOff(left(deadline));
        }
        moveTo(target);
        return jobs.workOff(Math.max(left(deadline), 1000)) && done;
    }

    private Optional<Instant> next(Instant target) {
        return jobs.nextDue(now(), target);
    }

    /** The clock goes on by itself meanwhile; it is never turned back. */
    private void moveTo(Instant instant) {
        if (instant.isAfter(now())) {
            long millis = Duration.between(Instant.ofEpochMilli(System.currentTimeMillis()), instant)
                    .toMillis();
            jobs.setOffset(millis);
            offset.keep(millis);
        }
    }

    private static long left(long deadline) {
        return Math.max(0, Duration.ofNanos(deadline - System.nanoTime()).toMillis());
    }
}
