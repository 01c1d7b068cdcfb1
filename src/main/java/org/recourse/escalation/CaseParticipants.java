package org.recourse.escalation;

import java.util.HashSet;
import java.util.Set;
import org.recourse.compensation.Participants;
import org.springframework.stereotype.Component;

/** Who offered or advised in a case, as the case remembers it. */
@Component
class CaseParticipants implements Participants {

    private final Cases cases;
    private final Proposals proposals;

    CaseParticipants(Cases cases, Proposals proposals) {
        this.cases = cases;
        this.proposals = proposals;
    }

    @Override
    public Set<String> of(String caseNumber) {
        Set<String> people = new HashSet<>();
        EscalationCase escalation = cases.get(caseNumber);
        for (CaseField field : new CaseField[] {CaseField.AGENT, CaseField.OWNER, CaseField.ADVICE_BY}) {
            String person = escalation.text(field);
            if (person != null) {
                people.add(person);
            }
        }
        proposals.of(caseNumber).forEach(proposal -> people.add(proposal.proposedBy()));
        return people;
    }
}
