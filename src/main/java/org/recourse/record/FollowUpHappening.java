package org.recourse.record;

import org.jspecify.annotations.Nullable;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;

/** What followed the settlement: the check-in and the customer's answer. */
public sealed interface FollowUpHappening extends Happening {

    /** @param by mail, text or call */
    record CheckInSent(String by) implements FollowUpHappening {
        @Override
        public Saying said() {
            return Sentence.of("event.check-in-sent." + by);
        }
    }

    record CheckInUnanswered() implements FollowUpHappening {
        @Override
        public Saying said() {
            return Sentence.of("event.check-in-unanswered");
        }
    }

    record CheckInAnswered(
            String settled,
            @Nullable Integer rating,
            @Nullable Words comment) implements FollowUpHappening {
        @Override
        public String code() {
            return settled;
        }

        @Override
        public Saying said() {
            Saying answer = Sentence.of("explain.settled." + settled);
            return Words.because(
                    rating == null ? answer : Sentence.of("event.check-in-answered", answer, rating), comment);
        }
    }

    record CourtesyCallPlanned(int rating) implements FollowUpHappening {
        @Override
        public Saying said() {
            return Sentence.of("event.courtesy-call-planned", rating);
        }
    }
}
