package org.recourse.compensation.process;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.recourse.compensation.ApprovalRequests.Offered;

/** The step that waits for a decision while time passes beside it. */
final class OpenApproval {

    private OpenApproval() {}

    /** Whoever holds the step keeps it; it is seen by more people now. */
    static void offer(DelegateExecution execution, Offered offered) {
        TaskService tasks = execution.getProcessEngineServices().getTaskService();
        for (Task open : tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey("UserTask_ApproveCompensation")
                .list()) {
            offered.people().forEach(person -> tasks.addCandidateUser(open.getId(), person));
            offered.groups().forEach(group -> tasks.addCandidateGroup(open.getId(), group));
        }
    }
}
