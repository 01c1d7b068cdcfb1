package org.recourse.escalation.holding;

import org.recourse.escalation.model.Cases;
import org.recourse.identifier.CaseNumber;
import org.recourse.identity.Roles;
import org.recourse.promise.Supervisors;
import org.springframework.stereotype.Component;

/** The supervisors of the team that has the case. */
@Component
class CaseSupervisors implements Supervisors {

    private final Cases cases;

    CaseSupervisors(Cases cases) {
        this.cases = cases;
    }

    @Override
    public String of(CaseNumber caseNumber) {
        return Roles.inTeam(cases.get(caseNumber).team(), Roles.SUPERVISOR);
    }

    @Override
    public String managersOf(CaseNumber caseNumber) {
        return Roles.inTeam(cases.get(caseNumber).team(), Roles.MANAGER);
    }
}
