package org.recourse.escalation.offer;

import java.util.List;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.EscalationCase;

/** How many more angles are worth trying: the urgency table says how many, each proposal of the first line is one (R7). */
public final class Angles {

    private Angles() {}

    public static int left(EscalationCase escalation, List<Proposal> proposals) {
        long tried = proposals.stream()
                .filter(proposal -> proposal.level() == 1 && !Proposal.TAKEN_BACK.equals(proposal.answer()))
                .count();
        return escalation.number(CaseField.ANGLES) - (int) tried;
    }

    /** In words for the form; when none is left the software itself offers escalation. */
    public static String hint(EscalationCase escalation, List<Proposal> proposals) {
        int worth = escalation.number(CaseField.ANGLES);
        int left = left(escalation, proposals);
        return left > 0
                ? "Angles worth trying: %d of %d left.".formatted(left, worth)
                : "The angles worth trying are used up (%d of %d). If this is refused, offer escalation: \"I would like to bring in my supervisor, who can do more than I can.\""
                        .formatted(Math.max(worth - left, worth), worth);
    }
}
