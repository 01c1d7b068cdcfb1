package org.recourse.escalation.holding;

import java.util.List;
import org.recourse.callback.Callbacks;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.CaseForbidden;
import org.recourse.escalation.model.CaseProcess;
import org.recourse.escalation.model.CaseState;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.form.RefusedInput;
import org.recourse.form.Step;
import org.recourse.identifier.PersonId;
import org.recourse.identifier.Team;
import org.recourse.identity.CurrentUser;
import org.recourse.identity.People;
import org.recourse.identity.Roles;
import org.recourse.record.CaseLog;
import org.recourse.record.HandOverHappening;
import org.recourse.record.Notices;
import org.recourse.record.Words;
import org.recourse.text.Person;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A team-mate takes a case over whose holder cannot go on: for everybody to see, or not at all (docs/contract.md, "People").
 * The open step and a planned call come along; whoever held them is told and cannot work them any more.
 */
@Service
public class TakingOver {

    private final Cases cases;
    private final CaseProcess process;
    private final Callbacks callbacks;
    private final People people;
    private final CaseLog log;
    private final Notices notices;
    private final CurrentUser user;

    TakingOver(
            Cases cases,
            CaseProcess process,
            Callbacks callbacks,
            People people,
            CaseLog log,
            Notices notices,
            CurrentUser user) {
        this.cases = cases;
        this.process = process;
        this.callbacks = callbacks;
        this.people = people;
        this.log = log;
        this.notices = notices;
        this.user = user;
    }

    /**
     * The case is the current user's from now on.
     *
     * @throws RefusedInput when it has ended, nobody holds it, or it is the user's own already
     * @throws CaseForbidden for people who do not work at the level and in the team that the case is with
     */
    @Transactional
    public void takeOver(EscalationCase escalation, String reason) {
        demandPeer(escalation);
        if (!escalation.is(CaseField.STATE, CaseState.OPEN)) {
            throw new RefusedInput("caseNumber", Sentence.of("case.over-already", escalation.number()));
        }
        PersonId holder = escalation.holder();
        if (user.id().equals(holder)) {
            throw new RefusedInput("caseNumber", Sentence.of("case.yours-already", escalation.number()));
        }
        if (holder == null) {
            throw new RefusedInput("caseNumber", Sentence.of("case.held-by-nobody", escalation.number()));
        }
        Step step = Step.byRoute(escalation.number(), "POST take-over");
        cases.save(escalation.heldBy(user.id()), step);
        log.happened(step, new HandOverHappening.CaseTakenOver(holder, new Words(reason)));
        callbacks.give(step, user.id());
        process.give(escalation.number(), holder, user.id());
        notices.tell(
                step,
                "case-taken-over",
                Sentence.of("case.taken-over", new Person(user.id()), escalation.number(), reason),
                List.of(holder.value()));
    }

    /** Whether the current user could take the case over, for those who show a button. */
    public boolean isOpenToMe(EscalationCase escalation) {
        PersonId holder = escalation.holder();
        return escalation.is(CaseField.STATE, CaseState.OPEN)
                && holder != null
                && !holder.equals(user.id())
                && isPeer(escalation);
    }

    private void demandPeer(EscalationCase escalation) {
        if (!isPeer(escalation)) {
            throw new CaseForbidden(
                    Sentence.of("case.taken-over-by-" + role(escalation) + "s", escalation.number(), team(escalation)));
        }
    }

    /** Level 1 is worked by agents and by the supervisors above them, what was handed over by the people of that level. */
    private boolean isPeer(EscalationCase escalation) {
        if (user.hasRole(Roles.MANAGER)) {
            return true;
        }
        boolean ofTheLevel = switch (escalation.level()) {
            case 1 -> user.hasRole(Roles.AGENT) || user.hasRole(Roles.SUPERVISOR);
            case 2 -> user.hasRole(Roles.SUPERVISOR);
            default -> false;
        };
        return ofTheLevel && user.teams().contains(team(escalation));
    }

    private static String role(EscalationCase escalation) {
        return switch (escalation.level()) {
            case 1 -> Roles.AGENT;
            case 2 -> Roles.SUPERVISOR;
            default -> Roles.MANAGER;
        };
    }

    private static Team team(EscalationCase escalation) {
        return escalation.level() == 1 ? escalation.team() : escalation.secondLineTeam();
    }
}
