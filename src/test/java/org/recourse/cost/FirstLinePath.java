package org.recourse.cost;

import static org.recourse.model.AfterCallIds.USER_TASK_WRAP_UP;
import static org.recourse.model.CustomerEscalationIds.SERVICE_TASK_CONFIRM_TO_CUSTOMER;
import static org.recourse.model.CustomerEscalationIds.SERVICE_TASK_GRANT_COMPENSATION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_CHECK_AGREEMENT;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_PROPOSE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESTATE;
import static org.recourse.model.MessageIds.SERVICE_TASK_SEND_MESSAGE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.recourse.model.CustomerEscalationIds;

/**
 * A call as most are: the customer agrees to a refund inside the agent's authority. It is walked through the engine's
 * form service, as Tasklist does, by somebody who is logged in; jobs are run one by one, by nobody. Looking for the next
 * task or job is not counted.
 */
final class FirstLinePath {

    static final List<String> AGENTS_GROUPS = List.of("agent", "team-north", "team-north-agent");

    private static final String STORY = "In May I was charged twice for roaming, 18.40 euros each time. ".repeat(10);

    private final ProcessEngine engine;
    private final StatementCounter counter;
    private final Map<String, Cost> stages = new LinkedHashMap<>();
    private final Map<String, Cost> reading = new LinkedHashMap<>();
    private Cost sending = Cost.NOTHING;

    FirstLinePath(ProcessEngine engine, StatementCounter counter) {
        this.engine = engine;
        this.counter = counter;
    }

    /** @param businessKey null when the process gives itself one */
    void walk(String customer, String businessKey) {
        String key = open(customer, businessKey);
        submit("listen", key, USER_TASK_LISTEN, Map.of("story", STORY, "product", "mobile phone", "mood", 3));
        submit(
                "restate",
                key,
                USER_TASK_RESTATE,
                Map.of("customerConfirms", "yes", "restatement", "Roaming was charged twice in May."));
        submit(
                "propose",
                key,
                USER_TASK_PROPOSE,
                Map.of(
                        "solution",
                        "We refund the double charge to your bank account.",
                        "compensationKind",
                        "refund",
                        "compensationAmount",
                        18.4));
        submit("check", key, USER_TASK_CHECK_AGREEMENT, Map.of("customerAnswer", "agreed"));
        submit(
                "wrap-up",
                key,
                USER_TASK_WRAP_UP,
                Map.of("cause", "poor-information", "mood", 2, "agentView", "The bill does not say what is what."));
        stages.put("grant", run(SERVICE_TASK_GRANT_COMPENSATION));
        stages.put("confirm", run(SERVICE_TASK_CONFIRM_TO_CUSTOMER));
        sending = run(SERVICE_TASK_SEND_MESSAGE);
    }

    private String open(String customer, String businessKey) {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(CustomerEscalationIds.PROCESS)
                .latestVersion()
                .singleResult()
                .getId();
        Map<String, Object> answers =
                Map.of("customerNumber", customer, "channel", "phone", "title", "Roaming charged twice");
        var opened = new AtomicReference<ProcessInstance>();
        stages.put(
                "open",
                asAgent(() -> opened.set(engine.getFormService().submitStartForm(definition, businessKey, answers))));
        return businessKey == null ? opened.get().getBusinessKey() : businessKey;
    }

    private void submit(String stage, String businessKey, String step, Map<String, Object> answers) {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(step)
                .singleResult();
        Map<String, Object> submitted = new LinkedHashMap<>(answers);
        if (!stage.equals("wrap-up")) {
            submitted.put("callState", "goes-on");
        }
        reading.put(stage, asAgent(() -> engine.getFormService().getTaskFormVariables(task.getId())));
        stages.put(stage, asAgent(() -> engine.getFormService().submitTaskForm(task.getId(), submitted)));
    }

    private Cost run(String activity) {
        Job job = engine.getManagementService()
                .createJobQuery()
                .activityId(activity)
                .singleResult();
        return counter.of(() -> engine.getManagementService().executeJob(job.getId()));
    }

    private Cost asAgent(Runnable work) {
        engine.getIdentityService().setAuthentication("agent1", AGENTS_GROUPS, List.of());
        try {
            return counter.of(work);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    /** Steps and jobs until the follow-up waits for its time, in order. */
    Map<String, Cost> stages() {
        return stages;
    }

    Cost together() {
        return stages.values().stream().reduce(Cost.NOTHING, Cost::plus);
    }

    /** What the job costs that writes to the customer; the stock engine's writes to nobody. */
    Cost sending() {
        return sending;
    }

    /** What showing each form costs; Tasklist does it once or more per step. */
    Map<String, Cost> reading() {
        return reading;
    }
}
