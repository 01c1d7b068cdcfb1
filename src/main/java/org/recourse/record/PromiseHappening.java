package org.recourse.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.recourse.text.Person;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;

/** What the customer was promised, and what became of it. */
public sealed interface PromiseHappening extends Happening {

    record Promised(Words what, Instant dueBy, String owner) implements PromiseHappening {
        @Override
        public Saying said() {
            return Sentence.of("event.promised", what.sentence(), dueBy, new Person(owner));
        }
    }

    record PromiseChanged(
            Words what, String state, @Nullable Words reason) implements PromiseHappening {
        @Override
        public String code() {
            return state;
        }

        @Override
        public Saying said() {
            Saying became = Sentence.of("event.promise-changed." + state);
            return reason == null
                    ? Sentence.of("event.because", what.sentence(), became)
                    : Sentence.of("event.promise-changed", what.sentence(), became, reason.sentence());
        }
    }
}
