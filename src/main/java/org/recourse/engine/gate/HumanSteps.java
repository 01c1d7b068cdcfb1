package org.recourse.engine.gate;

import java.util.Collections;
import java.util.Date;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.recourse.engine.calls.Steps;
import org.recourse.form.CaseData;
import org.recourse.form.Holder;
import org.recourse.identifier.PersonId;
import org.recourse.identity.CurrentUser;
import org.recourse.identity.People;
import org.recourse.identity.Roles;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gives each human step to who holds it in the case, and lets it be completed through the form gate only. */
@Component
class HumanSteps {

    private final FormGate gate;
    private final FormPasses passes;
    private final ObjectProvider<CaseData> cases;
    private final People people;
    private final CurrentUser user;
    private final Speech speech;

    HumanSteps(
            FormGate gate,
            FormPasses passes,
            ObjectProvider<CaseData> cases,
            People people,
            CurrentUser user,
            Speech speech) {
        this.speech = speech;
        this.gate = gate;
        this.passes = passes;
        this.cases = cases;
        this.people = people;
        this.user = user;
    }

    void created(DelegateTask task, String form) {
        Holder holder = gate.step(form).holder(Steps.of(task));
        if (holder.person() != null) {
            task.setAssignee(holder.person().value());
        }
        task.addCandidateGroups(holder.groups());
        task.addCandidateUsers(holder.others().stream().map(PersonId::value).toList());
        task.setPriority(holder.priority());
        if (holder.due() != null) {
            task.setDueDate(Date.from(holder.due()));
        }
    }

    void completed(DelegateTask task) {
        demandPass(task);
    }

    /** Delegating and resolving would hand a step on, or variables in, past the gate. */
    void updated(DelegateTask task) {
        if (((TaskEntity) task).getPropertyChanges().containsKey(TaskEntity.DELEGATION)) {
            demandPass(task);
        }
    }

    /** A step that has a holder changes hands visibly, and never into nobody's. */
    void assigned(DelegateTask task) {
        PropertyChange change = ((TaskEntity) task).getPropertyChanges().get(TaskEntity.ASSIGNEE);
        if (change == null || user.id().isSystem() || isNew((TaskEntity) task)) {
            return;
        }
        String from = (String) change.getOrgValue();
        String to = (String) change.getNewValue();
        if (to != null && !to.equals(user.id().value())) {
            demandOnCalls(to);
        }
        if (from == null || from.equals(to)) {
            return;
        }
        if (to == null && task.getCandidates().isEmpty()) {
            throw new BadUserRequestException(speech.say("engine.step-nobodys", task.getName()));
        }
        cases.getObject().changedHands(Steps.of(task), PersonId.of(from), PersonId.ofNullable(to));
    }

    /** The case gives a new step to its holder. */
    private static boolean isNew(TaskEntity task) {
        return Context.getCommandContext()
                .getDbEntityManager()
                .getDbEntityCache()
                .isTransient(task);
    }

    private void demandOnCalls(String person) {
        if (person.isBlank() || Collections.disjoint(people.rolesOf(PersonId.of(person)), Roles.ON_CALLS)) {
            throw new BadUserRequestException(speech.say("engine.takes-no-calls", person));
        }
    }

    private void demandPass(DelegateTask task) {
        if (!passes.has(task.getId())) {
            throw new NotThroughItsForm(Sentence.of("engine.completed-by-its-form", task.getName()));
        }
    }
}
