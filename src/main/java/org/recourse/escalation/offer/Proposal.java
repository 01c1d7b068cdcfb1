package org.recourse.escalation.offer;

import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recourse.compensation.Compensation;
import org.recourse.identifier.PersonId;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.recourse.text.Written;

/**
 * One angle: what was offered to the customer, by when, and what they said.
 *
 * @param finallyRefused whether it is a final position that the customer does not accept
 * @param allowedBy the row of the authority table, or the ceiling, that allowed its money; null without money
 */
public record Proposal(
        long id,
        int number,
        int level,
        String solution,
        Compensation compensation,
        @Nullable Instant dueBy,
        PersonId proposedBy,
        Instant proposedAt,
        @Nullable String answer,
        @Nullable String refusalReason,
        boolean finallyRefused,
        @Nullable Saying allowedBy) {

    public static final String TAKEN_BACK = "taken-back";

    public boolean isRefused() {
        return CustomerAnswer.ANOTHER_ANGLE.value().equals(answer)
                || CustomerAnswer.ESCALATE.value().equals(answer);
    }

    /** What was offered, with its money. */
    public Saying said() {
        return compensation.isNone()
                ? new Written(solution)
                : Sentence.of("offer.with-money", solution, compensation.said());
    }

    /** What the customer said to it. */
    public Saying answered() {
        return Stream.of(CustomerAnswer.values())
                .filter(given -> given.value().equals(answer))
                .map(CustomerAnswer::said)
                .findFirst()
                .orElseGet(() -> Sentence.of(answer == null ? "offer.unanswered" : "offer.taken-back"));
    }

    /** Why the customer said no, mostly in their words; null when nobody wrote it down. */
    public @Nullable Saying refusal() {
        return finallyRefused
                ? Sentence.of("offer.final-position-refused")
                : refusalReason == null ? null : new Written(refusalReason);
    }

    /** As other systems and the case file see it. */
    public ToldProposal told(Function<Saying, String> speech) {
        Saying refusal = refusal();
        return new ToldProposal(
                id,
                number,
                level,
                solution,
                compensation,
                dueBy,
                proposedBy,
                proposedAt,
                answer,
                refusal == null ? null : speech.apply(refusal),
                allowedBy == null ? null : speech.apply(allowedBy),
                isRefused());
    }

    /** The same words and the same money, whatever the spelling of the white space. */
    public boolean isSameAs(String otherSolution, Compensation other) {
        return plain(solution).equals(plain(otherSolution)) && compensation.equals(other);
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
