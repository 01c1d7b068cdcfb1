package org.recourse.escalation.holding;

import java.util.List;
import org.recourse.callback.Callbacks;
import org.recourse.clock.ClockHolders;
import org.recourse.clock.Clocked;
import org.recourse.escalation.clocks.CaseClocks;
import org.recourse.escalation.model.CaseProcess;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.opening.Joining;
import org.recourse.form.Step;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.recourse.identity.People;
import org.recourse.identity.Roles;
import org.recourse.record.Notices;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Component;

/** Who has a case, who is above them, and who could take it. */
@Component
class CaseHolders implements ClockHolders {

    private final Cases cases;
    private final CaseClocks clocks;
    private final CaseProcess process;
    private final Callbacks callbacks;
    private final People people;
    private final Notices notices;

    CaseHolders(
            Cases cases, CaseClocks clocks, CaseProcess process, Callbacks callbacks, People people, Notices notices) {
        this.cases = cases;
        this.clocks = clocks;
        this.process = process;
        this.callbacks = callbacks;
        this.people = people;
        this.notices = notices;
    }

    @Override
    public Clocked clocked(CaseNumber caseNumber) {
        return clocks.clocked(cases.get(caseNumber));
    }

    @Override
    public String holder(CaseNumber caseNumber) {
        return Joining.responsible(cases.get(caseNumber));
    }

    @Override
    public String supervisors(CaseNumber caseNumber) {
        return Roles.inTeam(cases.get(caseNumber).team(), Roles.SUPERVISOR);
    }

    @Override
    public String managers(CaseNumber caseNumber) {
        return Roles.inTeam(cases.get(caseNumber).team(), Roles.MANAGER);
    }

    @Override
    public List<PersonId> candidates(CaseNumber caseNumber) {
        EscalationCase escalation = cases.get(caseNumber);
        String group =
                escalation.level() == 1 ? Roles.inTeam(escalation.team(), Roles.AGENT) : escalation.higherGroup();
        String holder = Joining.responsible(escalation);
        return people.membersOf(group).stream()
                .filter(person -> !person.value().equals(holder))
                .toList();
    }

    @Override
    public void reassign(Step step, PersonId person) {
        EscalationCase escalation = cases.get(step.caseNumber());
        PersonId before = escalation.holder();
        cases.save(escalation.heldBy(person), step);
        process.give(escalation.number(), before, person);
        callbacks.give(step, person);
        notices.tell(step, "case-assigned", Sentence.of("case.assigned", escalation.number()), List.of(person.value()));
    }
}
