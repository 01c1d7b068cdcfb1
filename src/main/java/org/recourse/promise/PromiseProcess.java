package org.recourse.promise;

import java.time.Instant;

/** What we tell the process of a promise: its timers and the owner's step hang on it. */
public interface PromiseProcess {

    /** Starts the process of a promise, which reminds, reports lateness and offers the step to keep it. */
    void start(Promise promise, Instant dueSoonAt);

    /** The promise was replaced by one with a new due time. */
    void moved(Promise old, Promise promise, Instant dueSoonAt);

    /** The promise was kept, or cancelled, elsewhere: nobody has to do it any more. */
    void ended(Promise promise);
}
