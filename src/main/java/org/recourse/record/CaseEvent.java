package org.recourse.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a case's history.
 *
 * @param step id of the diagram's element, or the route by which it came
 * @param field the changed field, null when something happened rather than changed
 * @param definition process or decision and version that ruled
 */
public record CaseEvent(
        Instant at,
        String who,
        String step,
        EventKind kind,
        @Nullable String field,
        @Nullable String before,
        @Nullable String after,
        @Nullable String definition) {

    private static final String ANSWER_TO_A_QUESTION = "UserTask_AnswerQuestion";

    /** What it tells was written by the customer or a colleague, and is told to nobody in another language. */
    public boolean inTheirWords() {
        return kind.isInTheirWords() || step.equals(ANSWER_TO_A_QUESTION);
    }
}
