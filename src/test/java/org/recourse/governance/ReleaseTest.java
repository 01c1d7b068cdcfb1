package org.recourse.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.governance.OwnersDesk.product;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.RecourseApplicationTest;
import org.recourse.escalation.CaseDriver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A release is the unit: whatever an owner sends, the centre goes on with what is live. */
@Tag("R28")
@Tag("B6")
@Tag("B13")
@RecourseApplicationTest
class ReleaseTest {

    private static final String DIAGRAM = "CustomerEscalation.bpmn";
    private static final String LABEL = "name=\"Listen\"";
    private static final String NEW_LABEL = "name=\"Listen carefully\"";

    @Autowired
    TestRestTemplate http;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    private final List<CaseDriver> opened = new ArrayList<>();
    private OwnersDesk desk;

    @BeforeEach
    void atTheDesk() {
        desk = new OwnersDesk(http);
    }

    @AfterEach
    void tidy() {
        opened.forEach(CaseDriver::end);
        OwnersDesk.clears(engine, jdbc);
    }

    private static String relabelled() {
        String diagram = product(DIAGRAM);
        assertThat(diagram).contains(LABEL);
        return diagram.replace(LABEL, NEW_LABEL);
    }

    private CaseDriver opens() {
        var driver = new CaseDriver(engine, jdbc);
        driver.person("agent1").opens();
        opened.add(driver);
        return driver;
    }

    private String stepOf(CaseDriver driver) {
        return listening(driver).getName();
    }

    private Task listening(CaseDriver driver) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(driver.number().value())
                .taskDefinitionKey(USER_TASK_LISTEN)
                .singleResult();
    }

    private List<String> releasesOf(CaseDriver driver) {
        return jdbc.sql("select distinct release from case_event where case_number = ? and release is not null")
                .param(driver.number().value())
                .query(String.class)
                .list();
    }

    @Test
    void a_diagram_sent_alone_becomes_a_draft_and_new_cases_go_on_with_what_is_live() {
        int live = desk.live().path("number").asInt();

        var answer = desk.sends("owner1", DIAGRAM, relabelled());

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(answer.getBody().path("id").asText()).isEqualTo("release-" + desk.draftNumber());
        assertThat(desk.draft().path("author").asText()).isEqualTo("owner1");
        assertThat(desk.draft().path("base").asInt()).isEqualTo(live);
        assertThat(stepOf(opens())).isEqualTo("Listen");
    }

    @Test
    void published_by_a_second_person_it_is_live_and_running_cases_stay_on_theirs() {
        CaseDriver before = opens();
        String was = releasesOf(before).get(0);
        desk.sends("owner1", DIAGRAM, relabelled());
        int draft = desk.draftNumber();

        assertThat(desk.publishes("owner1", draft).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(desk.publishes("owner2", draft).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);

        assertThat(desk.live().path("number").asInt()).isEqualTo(draft);
        assertThat(desk.live().path("publishedBy").asText()).isEqualTo("owner2");
        CaseDriver after = opens();
        assertThat(stepOf(after)).isEqualTo("Listen carefully");
        assertThat(releasesOf(after)).containsExactly("release-" + draft);
        assertThat(stepOf(before)).isEqualTo("Listen");
        before.person("agent1").leaves(USER_TASK_LISTEN, "hand-over", "handOverTrigger", "demand");
        assertThat(releasesOf(before)).containsExactly(was);
        assertThat(desk.live().path("cases").asInt()).isPositive();
        assertThat(desk.publishes("owner2", draft).getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void files_sent_one_after_the_other_meet_in_the_draft_of_their_author() {
        desk.sends("owner1", DIAGRAM, relabelled());
        int draft = desk.draftNumber();
        desk.sends(
                "owner1",
                "CallbackAttempts.dmn",
                product("CallbackAttempts.dmn").replace("<text>3</text>", "<text>2</text>"));

        assertThat(desk.draftNumber()).isEqualTo(draft);
        assertThat(changes(draft)).containsExactly("CallbackAttempts.dmn changed", DIAGRAM + " changed");
        desk.sends("owner2", "listen.form", product("listen.form"));
        assertThat(desk.releases())
                .filteredOn(release -> release.path("state").asText().equals("draft"))
                .hasSize(2);
    }

    private List<String> changes(int release) {
        List<String> changes = new ArrayList<>();
        for (JsonNode file :
                desk.asks("auditor1", "/api/releases/" + release).getBody().path("files")) {
            if (!file.path("change").asText().equals("same")) {
                changes.add(
                        file.path("name").asText() + " " + file.path("change").asText());
            }
        }
        return changes;
    }

    @Test
    void a_file_is_known_by_what_it_defines_and_not_by_its_name() {
        desk.sends("owner1", "my escalation (2).bpmn", relabelled());

        assertThat(changes(desk.draftNumber())).containsExactly(DIAGRAM + " changed");
    }

    static Stream<String> files() {
        return OwnersDesk.product().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_file_sent_alone_is_a_draft_that_can_go_live(String name) {
        assertThat(desk.sends("owner1", name, product(name)).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(desk.publishes("manager1", desk.draftNumber()).getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
    }

    @Test
    @Tag("faults")
    void so_is_every_pair_and_the_whole_folder() {
        Map<String, String> all = OwnersDesk.product();
        List<String> names = List.copyOf(all.keySet());
        for (int one = 0; one < names.size(); one++) {
            for (int other = one + 1; other < names.size(); other++) {
                Map<String, String> pair = new TreeMap<>();
                pair.put(names.get(one), all.get(names.get(one)));
                pair.put(names.get(other), all.get(names.get(other)));
                assertThat(desk.sends("owner1", pair).getStatusCode())
                        .as(pair.keySet().toString())
                        .isEqualTo(HttpStatus.OK);
            }
        }
        assertThat(desk.sends("owner1", all).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(desk.draft().path("hash").asText())
                .isEqualTo(desk.live().path("hash").asText());
        assertThat(desk.publishes("owner2", desk.draftNumber()).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(listening(opens())).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent1", "supervisor1", "manager1", "auditor1", "operator1", "admin"})
    void nobody_else_sends_anything(String user) {
        assertThat(desk.sends(user, DIAGRAM, relabelled()).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner1", "admin"})
    void nobody_deletes_a_deployment_or_a_process(String user) {
        CaseDriver running = opens();
        var definition = engine.getRepositoryService()
                .getProcessDefinition(listening(running).getProcessDefinitionId());

        assertThat(deletes(user, "/deployment/" + definition.getDeploymentId() + "?cascade=true"))
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(deletes(user, "/process-definition/" + definition.getId() + "?cascade=true"))
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(deletes(user, "/process-definition/key/CustomerEscalation?cascade=true"))
                .isEqualTo(HttpStatus.FORBIDDEN);
        var again = desk.posts(user, "/engine-rest/deployment/" + definition.getDeploymentId() + "/redeploy", "{}");
        assertThat(again.getStatusCode()).as(String.valueOf(again.getBody())).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(listening(running)).isNotNull();
    }

    private HttpStatusCode deletes(String user, String path) {
        return http.withBasicAuth(user, "demo")
                .exchange("/engine-rest" + path, HttpMethod.DELETE, null, String.class)
                .getStatusCode();
    }

    @Test
    void what_somebody_else_changed_since_is_refused_by_name() {
        int base = desk.live().path("number").asInt();
        String table = product("CallbackAttempts.dmn");
        String stamped = table.replace(
                "<decision id=\"CallbackAttempts\"",
                "<decision id=\"CallbackAttempts\" camunda:versionTag=\"release-" + base + "\"");
        assertThat(stamped).isNotEqualTo(table);
        desk.sends("owner2", "CallbackAttempts.dmn", table.replace("<text>3</text>", "<text>2</text>"));
        desk.publishes("owner1", desk.draftNumber());

        var answer = desk.sends("owner1", "CallbackAttempts.dmn", stamped.replace("<text>3</text>", "<text>5</text>"));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody().path("message").asText())
                .contains("CallbackAttempts.dmn comes from release " + base, "somebody changed it since");
    }

    @Test
    void a_stale_draft_is_not_published_and_is_laid_over_what_is_live_when_its_author_sends_again() {
        desk.sends("owner1", DIAGRAM, relabelled());
        int stale = desk.draftNumber();
        desk.sends(
                "owner2",
                "CallbackAttempts.dmn",
                product("CallbackAttempts.dmn").replace("<text>3</text>", "<text>2</text>"));
        desk.publishes("owner1", stale + 1);

        assertThat(desk.publishes("owner2", stale).getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(desk.sends("owner1", DIAGRAM, relabelled()).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(desk.draft().path("base").asInt()).isEqualTo(stale + 1);
        assertThat(changes(stale)).containsExactly(DIAGRAM + " changed");
        assertThat(desk.publishes("owner2", stale).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
    }

    @Test
    void in_an_emergency_the_author_publishes_and_auditors_and_managers_are_told() {
        desk.sends("owner1", DIAGRAM, relabelled());
        int draft = desk.draftNumber();
        String path = "/api/releases/" + draft + "/publication";

        assertThat(desk.posts("owner1", path, "{\"emergency\":true}").getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(desk.posts("owner1", path, "{\"emergency\":true,\"reason\":\"Nobody else is here.\"}")
                        .getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);

        assertThat(desk.live().path("emergency").asBoolean()).isTrue();
        assertThat(jdbc.sql("select recipient from notice where case_number = ? order by recipient")
                        .param("release-" + draft)
                        .query(String.class)
                        .list())
                .containsExactly("auditor", "manager");
    }

    @Test
    void a_rejected_release_is_restored_as_a_draft() {
        desk.sends("owner1", DIAGRAM, relabelled());
        int draft = desk.draftNumber();
        assertThat(desk.rejects("manager1", draft).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(desk.rejects("manager1", draft).getStatusCode()).isEqualTo(HttpStatus.CONFLICT);

        var restored = desk.posts("owner2", "/api/releases/" + draft + "/restoration", "");

        assertThat(restored.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(changes(restored.getBody().path("number").asInt())).containsExactly(DIAGRAM + " changed");
    }

    @Test
    void the_difference_is_told_in_words() {
        desk.sends("owner1", DIAGRAM, relabelled());
        desk.sends(
                "owner1",
                "CallbackAttempts.dmn",
                product("CallbackAttempts.dmn").replace("<text>3</text>", "<text>2</text>"));

        JsonNode difference = desk.asks("manager1", "/api/releases/" + desk.draftNumber() + "/difference")
                .getBody();

        assertThat(difference.toString())
                .contains("Listen (UserTask_Listen) is now called Listen carefully (UserTask_Listen).")
                .contains("row 2, Attempts: 3 → 2")
                .contains("\"elements\":[\"UserTask_Listen\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent1", "supervisor1", "operator1", "admin"})
    void releases_are_read_by_owners_managers_and_auditors_only(String user) {
        assertThat(desk.asks(user, "/api/releases").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void a_file_is_given_out_with_its_release_stamped_in_it() {
        int live = desk.live().path("number").asInt();

        String file = http.withBasicAuth("owner1", "demo")
                .getForObject("/api/releases/" + live + "/files/" + DIAGRAM, String.class);

        assertThat(file).contains("camunda:versionTag=\"release-" + live + "\"");
        assertThat(desk.sends("owner1", DIAGRAM, file).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(changes(desk.draftNumber())).isEmpty();
    }

    @Test
    void two_files_that_define_the_same_are_refused_and_nothing_changes() {
        int before = desk.releases().size();

        var answer = desk.sends("owner1", Map.of(DIAGRAM, relabelled(), "Copy.bpmn", product(DIAGRAM)));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody().path("message").asText()).contains("define the same", DIAGRAM, "Copy.bpmn");
        assertThat(desk.releases()).hasSize(before);
    }

    @Test
    void a_file_that_makes_the_set_meaningless_is_refused_with_file_element_rule_and_remedy() {
        var answer = desk.sends("owner1", DIAGRAM, product(DIAGRAM).replace("${levelLeft}", "${levelsLeft}"));

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody().path("message").asText())
                .contains(DIAGRAM
                        + ", Flow_LevelLeftYes: there is no variable levelsLeft here; perhaps levelLeft is meant."
                        + " Mend the spelling.");
    }
}
