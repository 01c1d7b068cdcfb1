package org.recourse.record;

import java.time.Instant;
import org.recourse.text.Person;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;

/** Calls to the customer: agreed on, given to somebody else, tried. */
public sealed interface CallbackHappening extends Happening {

    record CallbackBooked(Instant from, Instant to, String owner) implements CallbackHappening {
        @Override
        public Saying said() {
            return Sentence.of("event.callback-booked", from, to, new Person(owner));
        }
    }

    record CallbackGiven(String from, String to) implements CallbackHappening {
        @Override
        public Saying said() {
            return Sentence.of("event.callback-given", new Person(from), new Person(to));
        }
    }

    /** On their own page the customer asked to be called at another time, or not at all. */
    record CallbackChangeAsked(boolean cancel) implements CallbackHappening {
        @Override
        public Saying said() {
            return Sentence.of(cancel ? "event.callback-change-asked.cancel" : "event.callback-change-asked.move");
        }
    }

    record CallAttempted(int number, String outcome) implements CallbackHappening {
        @Override
        public String code() {
            return outcome;
        }

        @Override
        public Saying said() {
            return Sentence.of("event.call-attempted", number, Sentence.of("event.call-attempted." + outcome));
        }
    }
}
