package org.recourse.record;

import java.time.Instant;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;

/** What people did to the clocks of a case. */
public sealed interface ClockHappening extends Happening {

    record ClocksPaused(Instant until, Words reason) implements ClockHappening {
        @Override
        public Saying said() {
            return Words.because(Sentence.of("event.clocks-paused", until), reason);
        }
    }

    record ClocksResumed(Words reason) implements ClockHappening {
        @Override
        public Saying said() {
            return Words.because(Sentence.of("event.clocks-resumed"), reason);
        }
    }

    record ClockExtended(int clock, Words reason) implements ClockHappening {
        @Override
        public Saying said() {
            return Words.because(Sentence.of("event.clock-extended", clock), reason);
        }
    }
}
