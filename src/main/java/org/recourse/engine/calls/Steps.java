package org.recourse.engine.calls;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.jspecify.annotations.Nullable;
import org.recourse.form.Step;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;

/** Says to the domain where in a process it is. */
public final class Steps {

    private Steps() {}

    public static Step of(DelegateExecution execution) {
        return new Step(
                startedFor(execution.getProcessBusinessKey()),
                execution.getCurrentActivityId(),
                definition(execution.getProcessDefinitionId()),
                release(execution.getProcessDefinitionId()),
                null,
                execution::getVariable);
    }

    public static Step of(DelegateTask task) {
        return new Step(
                startedFor(task.getExecution().getProcessBusinessKey()),
                task.getTaskDefinitionKey(),
                definition(task.getProcessDefinitionId()),
                release(task.getProcessDefinitionId()),
                PersonId.ofNullable(task.getAssignee()),
                task::getVariable);
    }

    private static @Nullable CaseNumber startedFor(@Nullable String businessKey) {
        return businessKey == null ? null : CaseNumber.of(businessKey);
    }

    /** {@code Callback:3:4711} is told as {@code Callback:3}. */
    public static String definition(String definitionId) {
        String[] parts = definitionId.split(":");
        return parts.length < 2 ? definitionId : parts[0] + ":" + parts[1];
    }

    /** The release of a definition that is at work just now, or its deployment where none is stamped in it. */
    public static String release(String definitionId) {
        ProcessDefinitionEntity definition = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(definitionId);
        return Objects.requireNonNullElse(definition.getVersionTag(), definition.getDeploymentId());
    }
}
