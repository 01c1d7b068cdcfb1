package org.recourse.escalation.offer;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.recourse.compensation.Compensation;

/**
 * One angle: what was offered to the customer, by when, and what they said.
 *
 * @param allowedBy the row of the authority table, or the ceiling, that allowed its money; null without money
 */
public record Proposal(
        long id,
        int number,
        int level,
        String solution,
        Compensation compensation,
        @Nullable Instant dueBy,
        String proposedBy,
        Instant proposedAt,
        @Nullable String answer,
        @Nullable String refusalReason,
        @Nullable String allowedBy) {

    public static final String TAKEN_BACK = "taken-back";

    public boolean isRefused() {
        return CustomerAnswer.ANOTHER_ANGLE.value().equals(answer)
                || CustomerAnswer.ESCALATE.value().equals(answer);
    }

    /** The same words and the same money, whatever the spelling of the white space. */
    public boolean isSameAs(String otherSolution, Compensation other) {
        return plain(solution).equals(plain(otherSolution)) && compensation.equals(other);
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
