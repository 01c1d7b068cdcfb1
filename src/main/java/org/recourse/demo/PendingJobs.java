package org.recourse.demo;

import java.time.Instant;
import java.util.Optional;

/** What a moving clock must know of the engine: which jobs wait, and that time has passed. */
public interface PendingJobs {

    /** The due time of the first job that is due after {@code now} and not after {@code until}. */
    Optional<Instant> nextDue(Instant now, Instant until);

    /** Gets jobs done that are due, also those that others create meanwhile; false when some are left in the end. */
    boolean workOff(long patienceMillis);

    /** Moves the engine's clock, and so Recourse's, by that much from the machine's. */
    void setOffset(long millis);
}
