package org.recourse.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recourse.RecourseApplicationTest;
import org.recourse.escalation.CaseDriver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everybody tries everything by every way; who may is written in {@code permissions/matrix.txt}. */
@RecourseApplicationTest
@TestInstance(Lifecycle.PER_CLASS)
class PermissionMatrixTest {

    private static final String BATCH = "permission-matrix";

    /** In the order of the table's columns. Whoever has a web application logs in to it. */
    private static final Map<String, String> PEOPLE = new LinkedHashMap<>();

    static {
        Stream.of("agent1", "agent2", "agent3", "supervisor1", "supervisor2", "manager1")
                .forEach(person -> PEOPLE.put(person, "tasklist"));
        Stream.of("owner1", "auditor1", "operator1").forEach(person -> PEOPLE.put(person, "cockpit"));
        Stream.of("matrix-protector", "matrix-machine").forEach(person -> PEOPLE.put(person, ""));
        PEOPLE.put("admin", "admin");
        PEOPLE.put("matrix-stranger", "");
    }

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @LocalServerPort
    int port;

    private final Map<String, Browser> sessions = new HashMap<>();
    private final Map<String, String> known = new HashMap<>();
    private int tries;

    /** One line of the table. */
    record Row(String marks, String kind, String method, String path, String body) {

        static Row of(String line) {
            var parts = line.split(" ", 5);
            return new Row(parts[0], parts[1], parts[2], parts[3], parts.length < 5 ? "" : parts[4]);
        }

        boolean isOurs() {
            return path.startsWith("/api/");
        }

        boolean changesSomething() {
            return kind.equals("do") || kind.equals("upload") || kind.equals("deploy");
        }

        @Override
        public String toString() {
            return method + " " + path + " " + body;
        }
    }

    static Stream<Row> rows() throws IOException {
        return new ClassPathResource("permissions/matrix.txt")
                .getContentAsString(UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Row::of);
    }

    @BeforeAll
    void everybody_comes_in() throws Exception {
        hire("matrix-protector", Roles.DATA_PROTECTION);
        hire("matrix-machine", Roles.INTEGRATION);
        hire("matrix-stranger", null);
        renew();
        var filters = engine.getFilterService();
        known.put(
                "team",
                filters.createFilterQuery().filterName("My team").singleResult().getId());
        var spare = filters.newTaskFilter("matrix-spare");
        spare.setQuery(engine.getTaskService().createTaskQuery());
        known.put("spare", filters.saveFilter(spare).getId());
        known.put(
                BATCH,
                engine.getManagementService()
                        .setJobRetriesAsync(List.of(known.get("job")), 3)
                        .getId());
        for (var person : PEOPLE.entrySet()) {
            if (!person.getValue().isEmpty()) {
                var browser = new Browser(port);
                assertThat(browser.logIn(person.getKey(), "demo", person.getValue()))
                        .isEqualTo(200);
                sessions.put(person.getKey(), browser);
            }
        }
    }

    private void hire(String id, @Nullable String role) {
        var identities = engine.getIdentityService();
        var person = identities.newUser(id);
        person.setPassword("demo");
        identities.saveUser(person);
        if (role != null) {
            identities.createMembership(id, role);
        }
    }

    /** A case that agent1 holds, one that is offered to the supervisors of the team, and somebody to dismiss. */
    private void renew() throws Exception {
        var offered = new CaseDriver(engine, jdbc);
        offered.person("agent1").opens();
        offered.person("agent1").leaves("UserTask_Listen", "hand-over", "handOverTrigger", "demand");
        var held = new CaseDriver(engine, jdbc);
        held.person("agent1").opens();
        known.put("held", held.number());
        known.put("offered", offered.number());
        known.put("task", task(held, "UserTask_Listen"));
        known.put("review", task(offered, "UserTask_ReviewHandover"));
        var instance = instance(held, "CustomerEscalation");
        known.put("instance", instance.getId());
        known.put("definition", instance.getProcessDefinitionId());
        known.put("reviewed", instance(offered, "CustomerEscalation").getId());
        known.put("after", instance(offered, "AfterCall").getId());
        known.put(
                "job",
                engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(known.get("after"))
                        .list()
                        .get(0)
                        .getId());
        known.put(
                "deployment",
                engine.getRepositoryService()
                        .getProcessDefinition(instance.getProcessDefinitionId())
                        .getDeploymentId());
        engine.getRuntimeService().createIncident("probe", instance.getId(), "none", "A test.");
        engine.getTaskService().createComment(known.get("task"), instance.getId(), "A test.");
        known.put("attachment", attach(held.number()));
        var victim = "matrix-" + System.nanoTime();
        hire(victim, null);
        known.put("victim", victim);
    }

    private String attach(String caseNumber) throws Exception {
        var row = new Row("", "upload", "POST", "/api/cases/" + caseNumber + "/attachments", "");
        var answer =
                new Basic(port, "agent1", "demo").ask(row.method(), row.path(), contentType(row), body(row, "agent1"));
        return json.readTree(answer.body()).get("id").asText();
    }

    private String task(CaseDriver driver, String step) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(driver.number())
                .taskDefinitionKey(step)
                .singleResult()
                .getId();
    }

    private ProcessInstance instance(CaseDriver driver, String process) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(driver.number())
                .processDefinitionKey(process)
                .singleResult();
    }

    @AfterAll
    void everybody_leaves() {
        engine.getManagementService().deleteBatch(known.get(BATCH), true);
        var identities = engine.getIdentityService();
        identities.createUserQuery().list().stream()
                .map(User::getId)
                .filter(id -> id.startsWith("matrix-"))
                .forEach(identities::deleteUser);
        identities.createGroupQuery().list().stream()
                .map(Group::getId)
                .filter(id -> id.startsWith("matrix-"))
                .forEach(identities::deleteGroup);
        engine.getFilterService()
                .createFilterQuery()
                .filterNameLike("matrix-%")
                .list()
                .forEach(filter -> engine.getFilterService().deleteFilter(filter.getId()));
        engine.getRepositoryService()
                .createDeploymentQuery()
                .deploymentName("matrix")
                .list()
                .forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment.getId(), true));
        new CaseDriver(engine, jdbc).end();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everybody_does_what_they_may(Row row) throws Exception {
        var ways = row.isOurs() ? List.of("") : List.of("/engine-rest", "/camunda/api/engine/engine/default");
        for (var way : ways) {
            var expected = new StringBuilder();
            var found = new StringBuilder();
            var answers = new ArrayList<String>();
            int column = 0;
            for (var person : PEOPLE.keySet()) {
                var mark = row.marks().charAt(column++);
                var session = way.startsWith("/camunda");
                if (mark == '-') {
                    expected.append(mark);
                    found.append(mark);
                    continue;
                }
                expected.append(session && !sessions.containsKey(person) ? '.' : mark);
                found.append(tried(row, way, person, session, answers));
            }
            assertThat(found.toString())
                    .as("%s%s%n%s", way, row, String.join("\n", answers))
                    .isEqualTo(expected.toString());
        }
    }

    private char tried(Row row, String way, String person, boolean session, List<String> answers) throws Exception {
        var path = filled(way + row.path(), person);
        var answer = session
                ? sessions.getOrDefault(person, new Browser(port))
                        .ask(row.method(), path, contentType(row), body(row, person))
                : new Basic(port, person, "demo").ask(row.method(), path, contentType(row), body(row, person));
        var status = answer.statusCode();
        var done = status / 100 == 2 && (!row.kind().equals("list") || shows(answer.body()));
        answers.add("%s: %d %s".formatted(person, status, shortened(answer.body())));
        assertThat(status).as("%s%n%s", row, answers).isLessThan(500);
        if (done && row.changesSomething()) {
            renew();
        }
        return done ? 'x' : '.';
    }

    private boolean shows(String body) throws IOException {
        var tree = json.readTree(body);
        return tree.isObject() && tree.has("count") ? tree.get("count").asInt() > 0 : !tree.isEmpty();
    }

    private static String contentType(Row row) {
        return switch (row.kind()) {
            case "upload", "deploy" -> "multipart/form-data; boundary=matrix";
            default -> "application/json";
        };
    }

    private String body(Row row, String person) {
        return switch (row.kind()) {
            case "upload" -> part("file\"; filename=\"note.txt", "text/plain", "A note.") + "--matrix--\r\n";
            case "deploy" ->
                part("deployment-name", "text/plain", "matrix")
                        + part("data\"; filename=\"Matrix.bpmn", "application/octet-stream", diagram())
                        + "--matrix--\r\n";
            default -> filled(row.body(), person);
        };
    }

    private static String part(String name, String type, String content) {
        return "--matrix\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\nContent-Type: " + type + "\r\n\r\n"
                + content + "\r\n";
    }

    private static String diagram() {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="matrix">
                  <bpmn:process id="Matrix" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="StartEvent_Matrix" />
                  </bpmn:process>
                </bpmn:definitions>""";
    }

    private String filled(String text, String person) {
        var filled = text.replace("{me}", person).replace("{unique}", "matrix-" + person + ++tries);
        for (var entry : known.entrySet()) {
            filled = filled.replace("{" + entry.getKey() + "}", entry.getValue());
        }
        return filled;
    }

    private static String shortened(String body) {
        return body.length() < 200 ? body : body.substring(0, 200) + "…";
    }
}
