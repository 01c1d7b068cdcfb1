package org.recourse.identity.permission;

import static org.recourse.identity.Roles.AGENT;
import static org.recourse.identity.Roles.MANAGER;
import static org.recourse.identity.Roles.ON_CALLS;
import static org.recourse.identity.Roles.SUPERVISOR;
import static org.recourse.model.AfterCallIds.USER_TASK_PREPARE_HANDOVER;
import static org.recourse.model.AfterCallIds.USER_TASK_WRAP_UP;
import static org.recourse.model.CallbackIds.USER_TASK_CALL_BACK;
import static org.recourse.model.ClockWatchIds.USER_TASK_REASSIGN_CASE;
import static org.recourse.model.CompensationApprovalIds.USER_TASK_APPROVE_COMPENSATION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_CHECK_AGREEMENT;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_DECIDE_FINAL_POSITION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_PROPOSE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESOLVE_ESCALATION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESTATE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER;
import static org.recourse.model.FollowUpIds.USER_TASK_FOLLOW_UP_CALL;
import static org.recourse.model.PromiseIds.USER_TASK_KEEP_PROMISE;
import static org.recourse.model.QuestionIds.USER_TASK_ANSWER_QUESTION;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** Puts the lists into Tasklist that people work from. Few, because Tasklist counts each of them every ten seconds. */
@Component
public class TaskFilters {

    private static final List<String> SECOND_LINE = List.of(SUPERVISOR, MANAGER);

    private final TaskService taskService;
    private final OwnFilters own;

    TaskFilters(TaskService taskService, OwnFilters own) {
        this.taskService = taskService;
        this.own = own;
    }

    /** Creates what is missing and brings up to date what nobody has edited. */
    public void ensure() {
        ensure(
                "My calls",
                "Calls that are yours or wait for your team",
                "#1f6feb",
                10,
                List.of(AGENT),
                mine(
                        USER_TASK_LISTEN,
                        USER_TASK_RESTATE,
                        USER_TASK_PROPOSE,
                        USER_TASK_CHECK_AGREEMENT,
                        USER_TASK_WRAP_UP,
                        USER_TASK_PREPARE_HANDOVER,
                        USER_TASK_ANSWER_QUESTION));
        ensure(
                "Hand-overs",
                "Escalations to review, to resolve, and to give to somebody else when they are overdue",
                "#b35900",
                20,
                SECOND_LINE,
                mine(
                        USER_TASK_REVIEW_HANDOVER,
                        USER_TASK_RESOLVE_ESCALATION,
                        USER_TASK_DECIDE_FINAL_POSITION,
                        USER_TASK_REASSIGN_CASE));
        ensure(
                "Approvals",
                "Money that waits for a yes or a no",
                "#8250df",
                30,
                SECOND_LINE,
                mine(USER_TASK_APPROVE_COMPENSATION));
        ensure(
                "Callbacks due",
                "Customers to be called now",
                "#0a7d33",
                40,
                ON_CALLS,
                mine(USER_TASK_CALL_BACK, USER_TASK_FOLLOW_UP_CALL));
        ensure(
                "Promises",
                "What was promised or asked, by due date",
                "#9a6700",
                50,
                ON_CALLS,
                mine(USER_TASK_KEEP_PROMISE, USER_TASK_ANSWER_QUESTION));
        ensure("My team", "Everything that somebody holds and you may see", "#57606a", 60, SECOND_LINE, held());
        // Last and without step names: a step that a process owner adds tomorrow must not be invisible.
        ensure("All my work", "Every step that is yours or offered to you", "#24292f", 70, ON_CALLS, mine());
    }

    private void ensure(
            String name, String description, String color, int position, List<String> roles, TaskQuery query) {
        own.ensure(
                name,
                roles,
                query,
                Map.of(
                        "description",
                        description,
                        "color",
                        color,
                        "priority",
                        position,
                        "refresh",
                        true,
                        "showUndefinedVariable",
                        false,
                        "variables",
                        List.of()));
    }

    private TaskQuery mine(String... steps) {
        var query = taskService
                .createTaskQuery()
                .or()
                .taskAssigneeExpression("${currentUser()}")
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .endOr();
        return sorted(steps.length == 0 ? query : query.taskDefinitionKeyIn(steps));
    }

    private TaskQuery held() {
        return sorted(taskService.createTaskQuery().taskAssigned());
    }

    private static TaskQuery sorted(TaskQuery query) {
        return query.orderByTaskPriority()
                .desc()
                .orderByDueDate()
                .asc()
                .orderByTaskCreateTime()
                .asc();
    }
}
