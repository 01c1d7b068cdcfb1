package org.recourse.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.web.client.TestRestTemplate;

/** What happens to a case while somebody looks at it in a browser: opened, worked and asked for without one. */
final class Desk {

    private static final List<String> GROUPS = List.of("agent", "team-north", "team-north-agent");

    private final TestRestTemplate http;
    private final TaskService tasks;
    private final FormService forms;
    private final IdentityService identities;

    Desk(TestRestTemplate http, ProcessEngine engine) {
        this.http = http;
        this.tasks = engine.getTaskService();
        this.forms = engine.getFormService();
        this.identities = engine.getIdentityService();
    }

    /** agent1 opens a case of the customer; its title is part of what it is found by. */
    String opens(String customerNumber, String title) {
        return opened(
                "agent1", Map.of("customerNumber", customerNumber, "channel", "phone", "title", title, "story", title));
    }

    private String opened(String person, Map<String, String> call) {
        return Objects.requireNonNull(as(person).postForObject("/api/cases", call, JsonNode.class))
                .path("caseNumber")
                .asText();
    }

    /** agent1 completes the step, in another window. */
    void submits(String caseNumber, String step, Map<String, Object> answers) {
        identities.setAuthentication("agent1", GROUPS);
        try {
            forms.submitTaskForm(task(caseNumber, step), answers);
        } finally {
            identities.clearAuthentication();
        }
    }

    /** The step goes to somebody else, as an administrator can do. */
    void gives(String caseNumber, String step, String person) {
        tasks.setAssignee(task(caseNumber, step), person);
    }

    String task(String caseNumber, String step) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(step)
                .singleResult();
        return Objects.requireNonNull(task, step).getId();
    }

    JsonNode file(String caseNumber) {
        return Objects.requireNonNull(as("agent1").getForObject("/api/cases/" + caseNumber, JsonNode.class));
    }

    TestRestTemplate as(String person) {
        return http.withBasicAuth(person, "demo");
    }
}
