package org.recourse.escalation.offer;

import java.util.List;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.text.Sentence;

/** How many more angles are worth trying: the urgency table says how many, each proposal of the first line is one (R7). */
public final class Angles {

    private Angles() {}

    public static int left(EscalationCase escalation, List<Proposal> proposals) {
        long tried = proposals.stream()
                .filter(proposal -> proposal.level() == 1 && !Proposal.TAKEN_BACK.equals(proposal.answer()))
                .count();
        return escalation.number(CaseField.ANGLES) - (int) tried;
    }

    /** For the form; when none is left the software itself offers escalation. */
    public static Sentence hint(EscalationCase escalation, List<Proposal> proposals) {
        int worth = escalation.number(CaseField.ANGLES);
        int left = left(escalation, proposals);
        return left > 0
                ? Sentence.of("offer.angles-left", left, worth)
                : Sentence.of("offer.angles-used-up", Math.max(worth - left, worth), worth);
    }
}
