package org.recourse.engine;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.recourse.form.Holder;
import org.springframework.stereotype.Component;

/** Gives each human step to who holds it in the case, and lets it be completed through the form gate only. */
@Component
class HumanSteps {

    private final FormGate gate;
    private final FormPasses passes;

    HumanSteps(FormGate gate, FormPasses passes) {
        this.gate = gate;
        this.passes = passes;
    }

    void created(DelegateTask task, String form) {
        Holder holder = gate.step(form).holder(Steps.of(task));
        if (holder.person() != null) {
            task.setAssignee(holder.person());
        }
        task.addCandidateGroups(holder.groups());
        task.addCandidateUsers(holder.others());
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

    private void demandPass(DelegateTask task) {
        if (!passes.has(task.getId())) {
            throw new NotThroughItsForm(
                    "The step \"%s\" is completed by submitting its form, nothing else.".formatted(task.getName()));
        }
    }
}
