package org.recourse.engine.gate;

import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.MissingAuthorization;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.recourse.engine.calls.ProcessCalls;
import org.recourse.form.CaseData;
import org.recourse.identifier.CaseNumber;
import org.recourse.text.Sentence;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Keeps on record who tried to work a step that the engine does not let them work: the form gate, which records its own
 * refusals, is not even reached then. It stands outside the transaction that is rolled back.
 */
@Component
public class RefusedAttempts extends CommandInterceptor {

    private static final Set<String> TO_WORK = Set.of("TASK_WORK", "TASK_ASSIGN", "UPDATE");

    private final ProcessEngine engine;
    private final ProcessCalls calls;
    private final ObjectProvider<CaseData> cases;

    RefusedAttempts(@Lazy ProcessEngine engine, ProcessCalls calls, ObjectProvider<CaseData> cases) {
        this.engine = engine;
        this.calls = calls;
        this.cases = cases;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() != null) {
            return next.execute(command);
        }
        try {
            return next.execute(command);
        } catch (AuthorizationException refused) {
            refused.getMissingAuthorizations().stream()
                    .filter(missing -> TO_WORK.contains(missing.getViolatedPermissionName())
                            && "Task".equals(missing.getResourceType())
                            && missing.getResourceId() != null)
                    .map(MissingAuthorization::getResourceId)
                    .findFirst()
                    .ifPresent(this::record);
            throw refused;
        }
    }

    private void record(String taskId) {
        Task task = calls.unrestricted(
                () -> engine.getTaskService().createTaskQuery().taskId(taskId).singleResult());
        if (task == null || task.getProcessInstanceId() == null) {
            return;
        }
        ProcessInstance instance = calls.unrestricted(() -> engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult());
        if (instance != null && instance.getBusinessKey() != null) {
            cases.getObject()
                    .recordRefusal(
                            CaseNumber.of(instance.getBusinessKey()),
                            task.getTaskDefinitionKey(),
                            Sentence.of("event.refused.step", String.valueOf(task.getName())));
        }
    }
}
