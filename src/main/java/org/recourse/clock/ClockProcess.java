package org.recourse.clock;

import java.time.Instant;
import java.util.function.Supplier;
import org.recourse.identifier.CaseNumber;

/** What we tell the process that watches a clock which runs low. */
public interface ClockProcess {

    /**
     * The holder is told, and the next steps wait for their time.
     *
     * @param breachTold when the breach is reported, in working time
     * @param managerTold when the managers hear of it
     */
    void start(CaseNumber caseNumber, int clock, Instant breachTold, Instant managerTold);

    /** What several clocks need from the process happens at once, and goes to the database together. */
    <T> T together(Supplier<T> work);

    /** The clock paused or went on: what has not happened yet is dated anew. */
    void redate(CaseNumber caseNumber, int clock, Instant breachTold, Instant managerTold);

    /** The clock ended, or begins to run low again later. */
    void stop(CaseNumber caseNumber, int clock);
}
