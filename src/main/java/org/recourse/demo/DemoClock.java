package org.recourse.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lets days pass in seconds. */
@Component
@Profile("demo")
public class DemoClock {

    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final Logger LOG = LoggerFactory.getLogger(DemoClock.class);

    private final PassageOfTime passage;
    private final ClockOffset offset;
    private final Clock clock;

    DemoClock(PassageOfTime passage, PendingJobs jobs, ClockOffset offset, Clock clock) {
        this.passage = passage;
        this.offset = offset;
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
        return passage.to(now().plus(by), PATIENCE, offset::keep);
    }
}
