package org.recourse.record;

import org.jspecify.annotations.Nullable;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;

/** What became of the case as a whole: how it began, ended and began again. */
public sealed interface CourseHappening extends Happening {

    record Opened(String channel, Words title) implements CourseHappening {
        @Override
        public Saying said() {
            return title.said();
        }
    }

    /** The customer came back about an open case. */
    record Joined(@Nullable Words words) implements CourseHappening {
        @Override
        public Saying said() {
            return words == null ? Sentence.of("event.joined.without-words") : words.said();
        }
    }

    record Settled(String outcome) implements CourseHappening {
        @Override
        public String code() {
            return outcome;
        }

        @Override
        public Saying said() {
            return Sentence.of("explain.outcome." + outcome);
        }
    }

    record Reopened(@Nullable Words reason) implements CourseHappening {
        @Override
        public Saying said() {
            return reason == null ? Sentence.of("event.without-reason") : reason.said();
        }
    }

    /**
     * @param outcome as the process closed it; null when a supervisor wants it closed
     * @param reason of the supervisor
     */
    record Closed(@Nullable String outcome, @Nullable Words reason) implements CourseHappening {
        @Override
        public @Nullable String code() {
            return outcome;
        }

        @Override
        public Saying said() {
            return outcome != null
                    ? Sentence.of("explain.outcome." + outcome)
                    : reason == null ? Sentence.of("event.without-reason") : reason.said();
        }
    }

    record Withdrawn(@Nullable Words reason) implements CourseHappening {
        @Override
        public Saying said() {
            return reason == null ? Sentence.of("event.without-reason") : reason.said();
        }
    }

    /** The case went from one customer to another. */
    record Moved(Words from, Words to, @Nullable Words reason) implements CourseHappening {
        @Override
        public Saying said() {
            return Words.because(Sentence.of("event.moved", from.said(), to.said()), reason);
        }
    }

    /**
     * An answer was taken back: the case goes on at an earlier step.
     *
     * @param from id of an element
     * @param to id of an element
     */
    record Corrected(String from, String to, @Nullable Words reason) implements CourseHappening {
        @Override
        public Saying said() {
            return Words.because(
                    Sentence.of("event.corrected", Sentence.of("event.step." + from), Sentence.of("event.step." + to)),
                    reason);
        }
    }
}
