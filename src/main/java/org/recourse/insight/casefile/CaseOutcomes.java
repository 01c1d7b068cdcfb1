package org.recourse.insight.casefile;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.recourse.compensation.GrantState;
import org.recourse.compensation.Grants.Grant;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.offer.Proposal;
import org.recourse.insight.casefile.CaseFile.Classified;
import org.recourse.insight.casefile.CaseFile.Outcome;
import org.recourse.insight.explanation.Words;
import org.recourse.record.CaseEvent;

/** Keeps apart whether the customer agreed, whether the complaint was right, and what was made good. */
final class CaseOutcomes {

    private static final Set<String> CLASSIFYING = Set.of("cause", "cause_evidence", "finding");

    private CaseOutcomes() {}

    static Outcome of(
            EscalationCase escalation,
            List<Proposal> offered,
            List<Grant> granted,
            List<CaseEvent> timeline,
            Words words) {
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
                        .filter(event -> event.field() != null && CLASSIFYING.contains(event.field()))
                        .map(event -> new Classified(
                                event.at(),
                                event.who(),
                                event.step(),
                                Objects.requireNonNull(event.field()),
                                event.before(),
                                event.after()))
                        .toList());
    }
}
