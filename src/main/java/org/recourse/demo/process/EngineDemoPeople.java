package org.recourse.demo.process;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.recourse.demo.DemoPeople;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Works in the engine's name for a person as their own request would. */
@Component
@Profile("demo")
class EngineDemoPeople implements DemoPeople {

    private final IdentityService identity;
    private final TaskService tasks;
    private final FormService forms;

    EngineDemoPeople(@Lazy IdentityService identity, @Lazy TaskService tasks, @Lazy FormService forms) {
        this.identity = identity;
        this.tasks = tasks;
        this.forms = forms;
    }

    @Override
    public <T> T as(PersonId person, Supplier<T> work) {
        List<String> groups = identity.createGroupQuery().groupMember(person.value()).list().stream()
                .map(Group::getId)
                .toList();
        try {
            identity.setAuthentication(person.value(), groups);
            return work.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    @Override
    public void submit(CaseNumber caseNumber, String step, Map<String, Object> answers) {
        Task task = tasks
                .createTaskQuery()
                .processInstanceBusinessKey(caseNumber.value())
                .taskDefinitionKey(step)
                .list()
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(caseNumber + " does not wait at " + step));
        forms.submitTaskForm(task.getId(), answers);
    }
}
