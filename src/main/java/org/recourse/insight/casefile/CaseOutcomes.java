package org.recourse.insight.casefile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.recourse.compensation.GrantState;
import org.recourse.compensation.Grants.Grant;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.offer.Proposal;
import org.recourse.insight.casefile.CaseFile.Classified;
import org.recourse.insight.casefile.CaseFile.Outcome;
import org.recourse.insight.explanation.Wording;
import org.recourse.record.CaseEvent;
import org.recourse.record.Happening;

/** Keeps apart whether the customer agreed, whether the complaint was right, and what was made good. */
final class CaseOutcomes {

    private static final Set<String> CLASSIFYING = Set.of("cause", "cause_evidence", "finding");

    private CaseOutcomes() {}

    static Outcome of(
            EscalationCase escalation,
            List<Proposal> offered,
            List<Grant> granted,
            List<CaseEvent> timeline,
            Wording words) {
        return new Outcome(
                escalation.text(CaseField.OUTCOME),
                escalation.text(CaseField.CAUSE),
                escalation.text(CaseField.CAUSE_EVIDENCE),
                escalation.text(CaseField.FINDING),
                offered.stream()
                        .map(proposal -> words.money(proposal.compensation()))
                        .filter(money -> !money.isEmpty())
                        .toList(),
                granted.stream()
                        .filter(grant -> grant.state() != GrantState.CANCELLED)
                        .map(grant -> words.money(grant.kind(), grant.amount(), grant.currency()))
                        .toList(),
                granted.stream()
                        .filter(grant -> grant.state() == GrantState.PAID)
                        .map(grant -> words.money(grant.kind(), grant.amount(), grant.currency()))
                        .toList(),
                timeline.stream()
                        .map(CaseOutcomes::classified)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<Classified> classified(CaseEvent event) {
        if (event.what() instanceof Happening.Changed changed && CLASSIFYING.contains(changed.field())) {
            return Optional.of(classified(event, changed.field(), changed.before(), changed.after()));
        }
        if (event.what() instanceof Happening.Reworded reworded && CLASSIFYING.contains(reworded.field())) {
            return Optional.of(classified(event, reworded.field(), text(reworded.before()), text(reworded.after())));
        }
        return Optional.empty();
    }

    private static Classified classified(
            CaseEvent event, String field, @Nullable String before, @Nullable String after) {
        return new Classified(event.at(), event.who(), event.step(), field, before, after);
    }

    private static @Nullable String text(org.recourse.record.@Nullable Words words) {
        return words == null ? null : words.text();
    }
}
