package org.recourse.promise;

import java.time.Instant;

/** What we tell the process of a promise: its timers and the owner's step hang on it. */
public interface PromiseProcess {

    /** When the owner is reminded, and when lateness and breach are reported. */
    record Timers(Instant dueSoonAt, Instant lateAt, Instant brokenAt) {}

    /** Starts the process of a promise, which reminds, reports lateness and offers the step to keep it. */
    void start(Promise promise, Timers timers);

    /** The promise was replaced by one with a new due time. */
    void moved(Promise old, Promise promise, Timers timers);

    /** The promise was kept, or cancelled, elsewhere: nobody has to do it any more. */
    void ended(Promise promise);
}
