package org.recourse.record;

import org.jspecify.annotations.Nullable;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;

/**
 * What happened in a case: one record for each {@link EventKind}, by subject. Its components are codes of the contract, numbers,
 * instants and ids; whatever a person said or is called is {@link Words}.
 */
public sealed interface Happening
        permits CourseHappening,
                EntryHappening,
                TalkHappening,
                HandOverHappening,
                QuestionHappening,
                CallbackHappening,
                PromiseHappening,
                ClockHappening,
                MoneyHappening,
                FollowUpHappening,
                MessageHappening,
                AccessHappening,
                Happening.Unreadable,
                Ruled {

    /** What it concerns, where figures ask for it in SQL: the changed field. Never words. */
    default @Nullable String subject() {
        return null;
    }

    /** The code it came to, where figures ask for it in SQL. Never words. */
    default @Nullable String code() {
        return null;
    }

    /** As a person is told it who sees beside it when it was, who did it and what kind of thing it is. */
    Saying said();

    /** A line that this release cannot read; it is shown as such and stops nobody. */
    record Unreadable(String kind) implements Happening {
        @Override
        public Saying said() {
            return Sentence.of("event.unreadable");
        }
    }
}
