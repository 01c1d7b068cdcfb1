package org.recourse.bench;

import static org.recourse.model.AfterCallIds.USER_TASK_PREPARE_HANDOVER;
import static org.recourse.model.AfterCallIds.USER_TASK_WRAP_UP;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_CHECK_AGREEMENT;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_PROPOSE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESOLVE_ESCALATION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESTATE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER;
import static org.recourse.model.FollowUpIds.MESSAGE_CUSTOMER_RATED;
import static org.recourse.model.PromiseIds.USER_TASK_KEEP_PROMISE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.recourse.model.CustomerEscalationIds;

/**
 * Works a case through the form service, as Tasklist does, in Recourse or in the stock engine; there whatever is submitted
 * becomes a variable, and what the form gate would tell the gateways comes along for the moment.
 */
public final class CaseWalk {

    public static final List<String> AGENT = List.of("agent", "team-north", "team-north-agent");
    public static final List<String> SUPERVISOR = List.of("supervisor", "team-north", "team-north-supervisor");
    public static final List<String> MANAGER =
            List.of("manager", "team-north", "team-south", "team-north-manager", "team-south-manager");

    private static final String STORY = "In May I was charged twice for roaming, 18.40 euros each time. ".repeat(10);

    private final ProcessEngine engine;
    private final boolean stock;
    private final String definition;

    public CaseWalk(ProcessEngine engine, boolean stock) {
        this.engine = engine;
        this.stock = stock;
        definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(CustomerEscalationIds.PROCESS)
                .latestVersion()
                .singleResult()
                .getId();
    }

    /** Opens a case for a customer and gives its number. */
    public String open(String who, List<String> groups, String customer) {
        Map<String, Object> answers =
                Map.of("customerNumber", customer, "channel", "phone", "title", "Roaming charged twice");
        ProcessInstance opened = as(
                who,
                groups,
                () -> engine.getFormService()
                        .submitStartForm(definition, stock ? "case of " + customer : null, answers));
        return stock ? "case of " + customer : opened.getBusinessKey();
    }

    public void listen(String number) {
        agent(number, USER_TASK_LISTEN, Map.of("story", STORY, "product", "mobile phone", "mood", 3));
    }

    /** Breaks off: the customer is to be called back in the next free window. */
    public void callBack(String number) {
        Map<String, Object> answers = new LinkedHashMap<>(Map.of("story", STORY, "mood", 3, "callState", "call-back"));
        steer(answers, "handOver", false);
        submit(number, USER_TASK_LISTEN, "agent1", AGENT, answers);
    }

    public void restate(String number) {
        agent(
                number,
                USER_TASK_RESTATE,
                Map.of("customerConfirms", "yes", "restatement", "Roaming was charged twice in May."));
    }

    public void propose(String number, String solution) {
        agent(
                number,
                USER_TASK_PROPOSE,
                Map.of("solution", solution, "compensationKind", "refund", "compensationAmount", 18.4));
    }

    public void agree(String number) {
        agent(number, USER_TASK_CHECK_AGREEMENT, Map.of("customerAnswer", "agreed"));
    }

    public void refuse(String number) {
        agent(
                number,
                USER_TASK_CHECK_AGREEMENT,
                Map.of("customerAnswer", "another-angle", "refusalReason", "I will not wait that long."));
    }

    public void escalate(String number) {
        agent(
                number,
                USER_TASK_CHECK_AGREEMENT,
                Map.of(
                        "customerAnswer",
                        "escalate",
                        "handOverTrigger",
                        "authority",
                        "connection",
                        "transfer",
                        "refusalExplained",
                        "An exchange needs a supervisor."));
    }

    public void wrapUp(String number) {
        agentOnly(
                number,
                USER_TASK_WRAP_UP,
                Map.of("cause", "poor-information", "mood", 2, "agentView", "The bill does not say what is what."));
    }

    public void completeBrief(String number) {
        agentOnly(number, USER_TASK_PREPARE_HANDOVER, Map.of("agentView", "The customer is right."));
    }

    public void takeOver(String number, String who, List<String> groups) {
        Map<String, Object> answers = new LinkedHashMap<>(Map.of(
                "supervisorDecision", "take-over", "problemGoal", "Refunded by Friday", "peopleGoal", "Feels heard"));
        steer(answers, "ceilingAsked", false);
        steer(answers, "customerOnTheLine", true);
        submit(number, USER_TASK_REVIEW_HANDOVER, who, groups, answers);
    }

    public void resolve(String number, String who, List<String> groups, String answer) {
        Map<String, Object> answers = new LinkedHashMap<>(Map.of("customerAnswer", answer, "mood", 2));
        if (answer.equals("agreed")) {
            answers.putAll(Map.of(
                    "solution", "We refund it today.", "compensationKind", "refund", "compensationAmount", 18.4));
        } else {
            answers.putAll(Map.of("connection", "transfer", "refusalExplained", "More needs a manager."));
            steer(answers, "levelLeft", true);
        }
        submit(number, USER_TASK_RESOLVE_ESCALATION, who, groups, answers);
    }

    public void keepPromise(String number, String who, List<String> groups) {
        submit(number, USER_TASK_KEEP_PROMISE, who, groups, Map.of("comment", "done"));
    }

    public void rate(String number) {
        engine.getRuntimeService()
                .createMessageCorrelation(MESSAGE_CUSTOMER_RATED)
                .processInstanceBusinessKey(number)
                .setVariable("settled", Variables.stringValue("yes", true))
                .setVariable("rating", Variables.integerValue(5, true))
                .setVariable("comment", Variables.stringValue("thanks", true))
                .correlate();
    }

    private void agent(String number, String step, Map<String, Object> answers) {
        Map<String, Object> submitted = new LinkedHashMap<>(answers);
        submitted.put("callState", "goes-on");
        submit(number, step, "agent1", AGENT, submitted);
    }

    private void agentOnly(String number, String step, Map<String, Object> answers) {
        submit(number, step, "agent1", AGENT, answers);
    }

    private void submit(String number, String step, String who, List<String> groups, Map<String, Object> answers) {
        Task task = task(number, step);
        as(who, groups, () -> {
            engine.getFormService().submitTaskForm(task.getId(), answers);
            return null;
        });
    }

    private Task task(String number, String step) {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(step)
                .singleResult();
        if (task == null) {
            throw new IllegalStateException("%s has no step %s".formatted(number, step));
        }
        return task;
    }

    private void steer(Map<String, Object> answers, String name, boolean value) {
        if (stock) {
            answers.put(name, Variables.booleanValue(value, true));
        }
    }

    private <T> @Nullable T as(String who, List<String> groups, java.util.function.Supplier<T> work) {
        engine.getIdentityService().setAuthentication(who, groups, List.of());
        try {
            return work.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }
}
