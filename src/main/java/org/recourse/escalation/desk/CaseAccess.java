package org.recourse.escalation.desk;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.CaseForbidden;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.Team;
import org.recourse.identity.CurrentUser;
import org.recourse.record.AccessHappening;
import org.recourse.record.CaseLog;
import org.recourse.record.EventKind;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Service;

/** Who may see and work which case (docs/contract.md, "People"). Who reads a case file is on record. */
@Service
public class CaseAccess {

    private static final Duration LONGEST_CALL = Duration.ofHours(1);

    private final Cases cases;
    private final CaseLog log;
    private final CurrentUser user;
    private final Clock clock;

    CaseAccess(Cases cases, CaseLog log, CurrentUser user, Clock clock) {
        this.cases = cases;
        this.log = log;
        this.user = user;
        this.clock = clock;
    }

    /** @throws CaseForbidden when the person has no business with the case */
    public EscalationCase demandRead(CaseNumber caseNumber) {
        EscalationCase escalation = demandSight(caseNumber);
        log.happened(caseNumber, "GET /api/cases", new AccessHappening.Read());
        return escalation;
    }

    /** Like {@link #demandRead}, for what shows that the case exists and no more: it is not recorded. */
    public EscalationCase demandSight(CaseNumber caseNumber) {
        EscalationCase escalation = cases.get(caseNumber);
        if (!mayRead(escalation)) {
            throw new CaseForbidden(Sentence.of("case.no-business", caseNumber));
        }
        return escalation;
    }

    /** Whether the current user may read the case file. */
    public boolean allowsSight(EscalationCase escalation) {
        return mayRead(escalation);
    }

    /** Whether the current user may change the case, as far as nobody else's step is concerned. */
    public boolean allowsWork(EscalationCase escalation) {
        return hasAny("integration", "manager") || (hasAny("agent", "supervisor") && concerns(escalation));
    }

    /** For those who talk to customers. */
    public void demandColleague() {
        if (!hasAny("agent", "supervisor", "manager", "integration")) {
            throw new CaseForbidden(Sentence.of("case.looked-up-by"));
        }
    }

    /** Anybody in the house who has the customer on the line may add a contact to an open case. */
    public EscalationCase demandContact(CaseNumber caseNumber) {
        if (!hasAny("agent", "supervisor", "manager", "integration")) {
            throw new CaseForbidden(Sentence.of("case.contacts-recorded-by"));
        }
        return cases.get(caseNumber);
    }

    public EscalationCase demandWork(CaseNumber caseNumber) {
        EscalationCase escalation = cases.get(caseNumber);
        if (!allowsWork(escalation)) {
            throw new CaseForbidden(Sentence.of("case.not-your-work", caseNumber));
        }
        return escalation;
    }

    private boolean mayRead(EscalationCase escalation) {
        return hasAny("manager", "auditor", "integration")
                || (hasAny("agent", "supervisor") && (concerns(escalation) || hasCustomerOnTheLine(escalation)));
    }

    /** Who recorded a contact on somebody else's case talks to its customer for an hour at most. */
    private boolean hasCustomerOnTheLine(EscalationCase escalation) {
        return log.has(
                escalation.number(),
                EventKind.JOINED,
                user.id().value(),
                clock.instant().minus(LONGEST_CALL));
    }

    private boolean concerns(EscalationCase escalation) {
        Set<Team> teams = user.teams();
        return teams.contains(escalation.team())
                || teams.contains(escalation.secondLineTeam())
                || user.id().equals(escalation.person(CaseField.OWNER))
                || user.id().equals(escalation.person(CaseField.AGENT));
    }

    private boolean hasAny(String... roles) {
        for (String role : roles) {
            if (user.hasRole(role)) {
                return true;
            }
        }
        return false;
    }
}
