package org.recourse.escalation.offer;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.model.Settlement;
import org.recourse.form.Step;
import org.springframework.stereotype.Service;

/** Draws the consequences of the customer's answer in the first line. */
@Service
public class Answering {

    private final Cases cases;
    private final Proposals proposals;

    Answering(Cases cases, Proposals proposals) {
        this.cases = cases;
        this.proposals = proposals;
    }

    /** Records how it came out, and says whether another angle is worth trying. */
    public boolean record(Step step) {
        EscalationCase escalation = cases.get(step.caseNumber());
        List<Proposal> offered = proposals.of(step.caseNumber());
        String answer = offered.isEmpty()
                ? ""
                : Objects.requireNonNullElse(offered.get(offered.size() - 1).answer(), "");
        settlement(answer).ifPresent(outcome -> {
            escalation.comesOut(outcome);
            cases.save(escalation, step);
        });
        return Angles.left(escalation, offered) > 0;
    }

    private static Optional<Settlement> settlement(String answer) {
        if (answer.equals(CustomerAnswer.AGREED.value())) {
            return Optional.of(Settlement.AGREED);
        }
        return answer.equals(CustomerAnswer.ACCEPTED_NO_CHANGE.value())
                ? Optional.of(Settlement.ACCEPTED_NO_CHANGE)
                : answer.equals(CustomerAnswer.UNREACHABLE.value())
                        ? Optional.of(Settlement.UNREACHABLE)
                        : Optional.empty();
    }
}
