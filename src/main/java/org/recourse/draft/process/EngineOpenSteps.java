package org.recourse.draft.process;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.recourse.draft.OpenSteps;
import org.recourse.engine.calls.ProcessCalls;
import org.recourse.identifier.CaseNumber;
import org.recourse.identity.CurrentUser;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Looks steps up in the engine; who holds one may, whatever else is authorized. */
@Component
class EngineOpenSteps implements OpenSteps {

    private final ProcessEngine engine;
    private final ProcessCalls calls;
    private final CurrentUser user;

    EngineOpenSteps(@Lazy ProcessEngine engine, ProcessCalls calls, CurrentUser user) {
        this.engine = engine;
        this.calls = calls;
        this.user = user;
    }

    @Override
    public Optional<OpenStep> heldByMe(String taskId) {
        String person = user.id().value();
        return calls.unrestricted(() -> Optional.ofNullable(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(taskId)
                        .taskAssignee(person)
                        .singleResult()))
                .flatMap(this::step);
    }

    private Optional<OpenStep> step(Task task) {
        return calls.unrestricted(() -> Optional.ofNullable(engine.getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceId(task.getProcessInstanceId())
                                .singleResult())
                        .flatMap(instance -> Optional.ofNullable(instance.getBusinessKey())))
                .map(businessKey ->
                        new OpenStep(task.getId(), CaseNumber.of(businessKey), task.getTaskDefinitionKey()));
    }

    @Override
    public Set<String> waiting(Collection<String> taskIds) {
        return taskIds.isEmpty()
                ? Set.of()
                : calls.unrestricted(() ->
                        engine
                                .getTaskService()
                                .createTaskQuery()
                                .taskIdIn(taskIds.toArray(String[]::new))
                                .list()
                                .stream()
                                .map(Task::getId)
                                .collect(Collectors.toSet()));
    }
}
