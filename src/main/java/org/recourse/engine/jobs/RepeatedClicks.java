package org.recourse.engine.jobs;

import org.recourse.engine.calls.ProcessCalls;
import org.recourse.pages.CustomerClicks;
import org.springframework.stereotype.Component;

/** Runs a customer's click as a command of the engine, which {@link ConflictRetry} repeats. */
@Component
class RepeatedClicks implements CustomerClicks {

    private final ProcessCalls calls;

    RepeatedClicks(ProcessCalls calls) {
        this.calls = calls;
    }

    @Override
    public void take(Runnable click) {
        calls.unrestricted(() -> {
            click.run();
            return true;
        });
    }
}
