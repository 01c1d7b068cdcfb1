package org.recourse.record;

import org.jspecify.annotations.Nullable;
import org.recourse.identifier.PersonId;
import org.recourse.text.Person;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;

/** Who has the case or a step of it, and who helps with it. */
public sealed interface HandOverHappening extends Happening {

    record HandedOver(int level, String group, @Nullable String trigger) implements HandOverHappening {
        @Override
        public Saying said() {
            Saying where = where();
            return trigger == null
                    ? where
                    : Sentence.of("event.handed-over.because", where, Sentence.of("explain.trigger." + trigger));
        }

        /** {@code to level 2, Supervisors of team north}. */
        public Saying where() {
            return Sentence.of("event.handed-over", level, new Person(group));
        }
    }

    /** Who reviewed a hand-over took it: {@code take-over} or {@code call-back}. */
    record TakenOver(String decision) implements HandOverHappening {
        @Override
        public Saying said() {
            return Sentence.of("event.taken-over." + decision);
        }
    }

    /** A colleague took the whole case over. */
    record CaseTakenOver(PersonId from, Words reason) implements HandOverHappening {
        @Override
        public Saying said() {
            return Words.because(Sentence.of("event.case-taken-over", new Person(from)), reason);
        }
    }

    /**
     * A step went from one person to another, or back to those who are offered it.
     *
     * @param to null when it was given back
     * @param taken whether the new holder took it, and was not given it
     */
    record ChangedHands(PersonId from, @Nullable PersonId to, boolean taken) implements HandOverHappening {
        @Override
        public Saying said() {
            Person holder = new Person(from);
            return to == null
                    ? Sentence.of("event.changed-hands.back", holder)
                    : taken
                            ? Sentence.of("event.changed-hands.taken", holder)
                            : Sentence.of("event.changed-hands.given", holder, new Person(to));
        }
    }

    /**
     * A supervisor decided who has a case whose time is over.
     *
     * @param to null when it stays where it is
     */
    record Reassigned(
            String from, @Nullable String to, @Nullable Words comment) implements HandOverHappening {
        @Override
        public Saying said() {
            return Words.because(
                    to == null
                            ? Sentence.of("event.reassigned.stays", new Person(from))
                            : Sentence.of("event.reassigned", new Person(from), new Person(to)),
                    comment);
        }
    }

    record Advised(Words advice) implements HandOverHappening {
        @Override
        public Saying said() {
            return advice.said();
        }
    }
}
