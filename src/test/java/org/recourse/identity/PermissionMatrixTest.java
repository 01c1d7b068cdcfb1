package org.recourse.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.AfterCallIds.USER_TASK_PREPARE_HANDOVER;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recourse.RecourseApplicationTest;
import org.recourse.escalation.CaseDriver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

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

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

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
        renew("{held} {offered} {victim} {spare}");
        var filters = engine.getFilterService().createFilterQuery();
        known.put("team", filters.filterName("My team").singleResult().getId());
        var definition = engine.getRepositoryService().getProcessDefinition(known.get("definition"));
        known.put("deployment", definition.getDeploymentId());
        jdbc.sql("""
                        insert into import_run (kind, team, started_by, started_at, line, opened, known, refused)
                        values ('complaints', 'team-north', 'supervisor1', current_timestamp, 0, 0, 0, 0)""").update();
        jdbc.sql("""
                        insert into compensation_grant (grant_key, case_number, customer_number, kind, amount, currency,
                          agreed_by, agreed_at, state)
                        values ('matrix', ?, 'C-10017', 'voucher', 5, 'EUR', 'agent1', current_timestamp, 'cancelled')""").param(known.get("held")).update();
        known.put("grant", "matrix");
        known.put(
                "import",
                jdbc.sql("select max(id) from import_run").query(String.class).single());
        var batch = engine.getManagementService().setJobRetriesAsync(List.of(known.get("job")), 3);
        known.put(BATCH, batch.getId());
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

    /** What the row used up: a case that agent1 holds, one that is offered to the supervisors of the team, and more. */
    private void renew(String row) throws Exception {
        if (row.matches(".*\\{(held|task|instance|attachment)}.*")) {
            renewHeld();
        }
        if (row.matches(".*\\{(offered|review|reviewed|after|job)}.*")) {
            renewOffered();
        }
        if (row.contains("{victim}")) {
            known.put("victim", "matrix-" + System.nanoTime());
            hire(known.get("victim"), null);
        }
        if (row.contains("{spare}")) {
            var spare = engine.getFilterService().newTaskFilter("matrix-spare");
            spare.setQuery(engine.getTaskService().createTaskQuery());
            known.put("spare", engine.getFilterService().saveFilter(spare).getId());
        }
    }

    private void renewHeld() throws Exception {
        var held = new CaseDriver(engine, jdbc);
        held.person("agent1").opens();
        var task = task(held, USER_TASK_LISTEN);
        known.put("held", held.number().value());
        known.put("task", task.getId());
        known.put("instance", task.getProcessInstanceId());
        known.put("definition", task.getProcessDefinitionId());
        engine.getRuntimeService().createIncident("probe", task.getExecutionId(), "none", "A test.");
        engine.getTaskService().createComment(task.getId(), task.getProcessInstanceId(), "A test.");
        var file = new Row("", "upload", "POST", "/api/cases/" + held.number() + "/attachments", "");
        var answer =
                new Basic(port, "agent1", "demo").ask("POST", file.path(), contentType(file), body(file, "agent1"));
        known.put("attachment", json.readTree(answer.body()).get("id").asText());
    }

    private void renewOffered() {
        var offered = new CaseDriver(engine, jdbc);
        offered.person("agent1").opens();
        offered.person("agent1").leaves(USER_TASK_LISTEN, "hand-over", "handOverTrigger", "demand");
        var review = task(offered, USER_TASK_REVIEW_HANDOVER);
        var brief = task(offered, USER_TASK_PREPARE_HANDOVER);
        known.put("offered", offered.number().value());
        known.put("review", review.getId());
        known.put("reviewed", review.getProcessInstanceId());
        known.put("after", brief.getProcessInstanceId());
        var jobs = engine.getManagementService().createJobQuery();
        known.put(
                "job",
                jobs.processInstanceId(brief.getProcessInstanceId())
                        .list()
                        .get(0)
                        .getId());
    }

    private Task task(CaseDriver driver, String step) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(driver.number().value())
                .taskDefinitionKey(step)
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
        jdbc.sql("update process_release set state = 'rejected' where state = 'draft'")
                .update();
        new CaseDriver(engine, jdbc).end();
    }

    /** Who adds a route says who may use it. */
    @Test
    void every_route_of_ours_is_in_the_table() throws IOException {
        var rows = rows().filter(Row::isOurs).toList();
        var missing = new TreeSet<String>();
        mappings.forEach(mapping -> mapping.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/") && !path.startsWith("/api/test"))
                        .forEach(path -> info.getMethodsCondition().getMethods().stream()
                                .map(Enum::name)
                                .filter(method -> rows.stream()
                                        .noneMatch(row -> row.method().equals(method) && fits(row, path)))
                                .forEach(method -> missing.add(method + " " + path)))));
        assertThat(missing).isEmpty();
    }

    private static boolean fits(Row row, String path) {
        var sent = row.path().replaceAll("\\?.*", "").replaceAll("\\{[^}]*}", "x");
        return PathPatternParser.defaultInstance.parse(path).matches(PathContainer.parsePath(sent));
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
                if (mark == '-' || session && !sessions.containsKey(person)) {
                    expected.append('-');
                    found.append('-');
                    continue;
                }
                expected.append(mark);
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
                ? Objects.requireNonNull(sessions.get(person))
                        .ask(row.method(), path, contentType(row), body(row, person))
                : new Basic(port, person, "demo").ask(row.method(), path, contentType(row), body(row, person));
        var status = answer.statusCode();
        var done = row.kind().equals("may") || row.kind().equals("csv")
                ? !List.of(401, 403, 404).contains(status)
                : status / 100 == 2 && (!row.kind().equals("list") || shows(answer.body()));
        answers.add("%s: %d %s".formatted(person, status, shortened(answer.body())));
        assertThat(status).as("%s%n%s", row, answers).isLessThan(500);
        if (done && row.changesSomething()) {
            renew(row.toString());
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
            case "csv" -> "text/csv";
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
                  <bpmn:process id="Matrix" isExecutable="true" camunda:historyTimeToLive="P3650D">
                    <bpmn:startEvent id="StartEvent_Matrix" />
                  </bpmn:process>
                </bpmn:definitions>""";
    }

    private String filled(String text, String person) {
        var filled = text.replace("{me}", person)
                .replace("{unique}", "matrix-" + person + ++tries)
                .replace(
                        "{own team}",
                        person.endsWith("3") || person.equals("supervisor2") ? "team-south" : "team-north");
        for (var entry : known.entrySet()) {
            filled = filled.replace("{" + entry.getKey() + "}", entry.getValue());
        }
        return filled;
    }

    private static String shortened(String body) {
        return body.length() < 200 ? body : body.substring(0, 200) + "…";
    }
}
