package org.recourse.compensation;

import org.jspecify.annotations.Nullable;
import org.recourse.identifier.PersonId;
import org.recourse.text.Person;
import org.recourse.text.Sentence;

/**
 * Who may decide.
 *
 * @param forWhom in whose place; null in their own
 * @param mayOverdraw whether with the authority of a manager
 */
record Approver(PersonId person, @Nullable PersonId forWhom, boolean mayOverdraw) {

    Approver(PersonId person, @Nullable PersonId forWhom) {
        this(person, forWhom, false);
    }

    Sentence said() {
        return forWhom == null
                ? Sentence.of("approver.own", new Person(person))
                : Sentence.of("approver.in-place", new Person(person), new Person(forWhom));
    }

    /** {@link #said} with ids, for the log. */
    String words() {
        return said().toString();
    }
}
