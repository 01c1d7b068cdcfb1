package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESTATE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.RecourseApplicationTest;
import org.recourse.escalation.opening.Imported;
import org.recourse.identifier.CaseNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Which answers a step accepts: its own and those that the form declares which it is bound to. */
@RecourseApplicationTest
@Tag("R27")
class FormKeysTest extends PathsOfACase {

    private static final Map<String, Object> HEARD = Map.of("story", "s", "product", "p", "mood", 2);

    @Autowired
    ObjectMapper json;

    private String byTheOwner = "";

    @AfterEach
    void theOwnersFormsGo() {
        if (!byTheOwner.isEmpty()) {
            engine.getRepositoryService().deleteDeployment(byTheOwner, true);
        }
    }

    @ParameterizedTest
    @CsvSource({"level, not-a-number", "approved_by, manager1", "kind, ", "approvalReason, a key of another step's form"
    })
    void a_key_that_neither_step_nor_form_declares_is_refused_and_nothing_is_written(String key, String value) {
        agent1.opens();
        List<String> before = the.record();
        refused(submits(USER_TASK_LISTEN, key, value), key);

        assertThat(the.steps()).containsExactly(USER_TASK_LISTEN);
        assertThat(the.record()).isEqualTo(before);
        assertThat(the.field("story")).isEqualTo("null");
        assertThat(extraFacts()).isEmpty();
        assertThat(http.withBasicAuth("manager1", "demo")
                        .getForEntity("/api/metrics", String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void of_two_such_keys_both_are_named() {
        agent1.opens();
        refused(submits(USER_TASK_LISTEN, "level", "3", "approved_by", "manager1"), "approved_by, level");
    }

    /** Nobody types a key: an exit goes through with every value, not with a foreign key. */
    @Test
    void an_exit_refuses_it_too() {
        agent1.opens();
        refused(submits(USER_TASK_LISTEN, "callState", "hand-over", "approved_by", "manager1"), "approved_by");

        assertThat(the.steps()).containsExactly(USER_TASK_LISTEN);
    }

    @Test
    void so_does_the_start_form() {
        long cases = cases();
        refused(starts("level", 3), "level");

        assertThat(cases()).isEqualTo(cases);
    }

    @Test
    void so_do_the_routes_of_the_api() {
        long cases = cases();
        isRefused(posts(agent1, "", opening("story", "s", "level", 3)), "level");
        assertThat(cases()).isEqualTo(cases);

        agent1.opens();
        List<String> before = the.record();
        isRefused(
                posts(agent1, "/{case}/contacts", "channel", "phone", "story", "again", "approved_by", "manager1"),
                "approved_by");
        isRefused(posts(agent1, "/{case}/withdrawal", "reason", "done", "level", 1), "level");
        isRefused(posts(supervisor1, "/{case}/take-over", "reason", "done", "level", 1), "level");
        assertThat(the.record()).isEqualTo(before);
    }

    /** What Recourse hands over beside the answers is no answer when somebody sends it. */
    @Test
    void a_complaints_origin_cannot_be_sent() {
        isRefused(posts(agent1, "", opening("story", "s", Imported.FIELD, "import 1, line 1")), Imported.FIELD);
    }

    @Test
    void a_field_that_a_process_owner_added_is_shown_in_the_case_file_under_its_label() {
        ownerAdds("listen", field("orderNumber", "Number of the order"));
        agent1.opens();
        accepted(submits(USER_TASK_LISTEN, "orderNumber", "88-4711"));

        assertThat(shown())
                .containsExactly(Map.of("field", "orderNumber", "label", "Number of the order", "value", "88-4711"));
        assertThat(extraFacts())
                .containsExactly("UserTask_Listen listen orderNumber Number of the order: 88-4711 by agent1");
        assertThat(the.record()).noneMatch(line -> line.contains("orderNumber") || line.contains("88-4711"));
        assertThat(agent1.sees(USER_TASK_RESTATE)).doesNotContainKey("orderNumber");
    }

    @Test
    void its_earlier_values_stay_and_the_latest_is_shown() {
        ownerAdds("listen", field("orderNumber", "Number of the order"));
        agent1.opens();
        accepted(submits(USER_TASK_LISTEN, "orderNumber", "88-4711"));
        agent1.restates("customerConfirms", "no");
        accepted(submits(USER_TASK_LISTEN, "orderNumber", "88-4712"));

        assertThat(shown()).extracting(fact -> fact.get("value")).containsExactly("88-4712");
        assertThat(extraFacts()).hasSize(2);
    }

    @Test
    void a_start_form_brings_it_too() {
        ownerAdds("open-case", field("orderNumber", "Number of the order"));
        ResponseEntity<Map<String, Object>> opened = starts("orderNumber", "88-4711");
        accepted(opened);
        the.isCase(CaseNumber.of(
                String.valueOf(Objects.requireNonNull(opened.getBody()).get("businessKey"))));

        assertThat(extraFacts())
                .containsExactly("StartEvent_CaseOpened open-case orderNumber Number of the order: 88-4711 by agent1");
    }

    @Test
    void what_stands_in_a_list_or_group_with_a_path_comes_as_one_answer() {
        ObjectNode group = json.createObjectNode()
                .put("type", "group")
                .put("path", "order")
                .put("label", "The order");
        group.set("components", json.createArrayNode().add(field("number", "Number")));
        ownerAdds("listen", group);
        agent1.opens();
        refused(submits(USER_TASK_LISTEN, "number", "88"), "number");
        accepted(submits(USER_TASK_LISTEN, "order", "88-4711"));

        assertThat(shown()).containsExactly(Map.of("field", "order", "label", "The order", "value", "88-4711"));
    }

    @Test
    void the_version_counts_that_the_step_is_bound_to() {
        agent1.opens();
        ownerAdds("listen", field("orderNumber", "Number of the order"));
        refused(submits(USER_TASK_LISTEN, "orderNumber", "88-4711"), "orderNumber");
    }

    @Test
    void a_step_brings_at_most_50() {
        ownerAdds(
                "listen",
                IntStream.rangeClosed(1, 51)
                        .mapToObj(n -> field("fact" + n, "Fact " + n))
                        .toArray(ObjectNode[]::new));
        agent1.opens();
        Map<String, Object> facts = new LinkedHashMap<>(HEARD);
        IntStream.rangeClosed(1, 51).forEach(n -> facts.put("fact" + n, n));
        refused(submits(USER_TASK_LISTEN, facts), "fact51");
        assertThat(extraFacts()).isEmpty();

        facts.remove("fact1");
        accepted(submits(USER_TASK_LISTEN, facts));
        assertThat(extraFacts()).hasSize(50);
    }

    @Test
    void of_4000_characters_each() {
        ownerAdds("listen", field("orderNumber", "Number of the order"));
        agent1.opens();
        ResponseEntity<Map<String, Object>> refused = submits(USER_TASK_LISTEN, "orderNumber", "8".repeat(4_001));
        refused(refused, "orderNumber");
        assertThat(message(refused)).contains("has 4,001 characters; at most 4,000 are kept");
        assertThat(extraFacts()).isEmpty();

        accepted(submits(USER_TASK_LISTEN, "orderNumber", "x".repeat(4_000)));
        assertThat(shown()).extracting(fact -> fact.get("value")).containsExactly("x".repeat(4_000));
    }

    /** An exit keeps them whole. */
    @ParameterizedTest
    @ValueSource(ints = {4_001, 20_001})
    void but_an_exit_goes_through(int length) {
        ownerAdds("listen", field("orderNumber", "Number of the order"));
        agent1.opens();
        accepted(submits(USER_TASK_LISTEN, "callState", "hand-over", "orderNumber", "x".repeat(length)));

        assertThat(shown()).extracting(fact -> fact.get("value")).containsExactly("x".repeat(length));
    }

    private ObjectNode field(String key, String label) {
        return json.createObjectNode()
                .put("type", "textfield")
                .put("id", "Field_" + key)
                .put("key", key)
                .put("label", label);
    }

    /** Deploys everything again, with these components in one form. */
    private void ownerAdds(String form, ObjectNode... components) {
        DeploymentBuilder deployment =
                engine.getRepositoryService().createDeployment().name("the owner's " + form);
        try {
            for (String pattern : List.of("bpmn/*.bpmn", "bpmn/*.dmn", "forms/*.form")) {
                for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:" + pattern)) {
                    String name = Objects.requireNonNull(file.getFilename());
                    byte[] content = file.getContentAsByteArray();
                    deployment.addInputStream(
                            name,
                            new java.io.ByteArrayInputStream(
                                    name.equals(form + ".form") ? with(content, components) : content));
                }
            }
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
        byTheOwner = deployment.deploy().getId();
    }

    private byte[] with(byte[] form, ObjectNode... components) throws IOException {
        JsonNode changed = json.readTree(form);
        ((ArrayNode) changed.path("components")).addAll(List.of(components));
        return json.writeValueAsBytes(changed);
    }

    private ResponseEntity<Map<String, Object>> submits(String step, Object... more) {
        return submits(step, withHeard(more));
    }

    private static Map<String, Object> withHeard(Object... more) {
        Map<String, Object> answers = new LinkedHashMap<>(HEARD);
        answers.putAll(Colleague.with(more));
        return answers;
    }

    private ResponseEntity<Map<String, Object>> submits(String step, Map<String, Object> answers) {
        return rest("/task/" + the.task(step).getId() + "/submit-form", answers);
    }

    private ResponseEntity<Map<String, Object>> starts(Object... more) {
        return rest("/process-definition/key/CustomerEscalation/submit-form", opening(more));
    }

    private Map<String, Object> opening(Object... more) {
        return Colleague.with(more, "customerNumber", the.customer(), "channel", "phone", "title", "Charged twice");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private ResponseEntity<Map<String, Object>> rest(String path, Map<String, Object> answers) {
        Map<String, Object> typed = new LinkedHashMap<>();
        answers.forEach((field, value) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("value", value);
            typed.put(field, one);
        });
        ResponseEntity<Map> answer = http.withBasicAuth("agent1", "demo")
                .postForEntity("/engine-rest" + path, Map.of("variables", typed), Map.class);
        return (ResponseEntity) answer;
    }

    /** By the engine's own API; {@link #isRefused} is for ours. */
    @Override
    void refused(ResponseEntity<Map<String, Object>> answer, String field) {
        assertThat(answer.getStatusCode()).as(String.valueOf(answer)).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(message(answer)).contains(field + ": ");
    }

    private void isRefused(ResponseEntity<Map<String, Object>> answer, String field) {
        super.refused(answer, field);
    }

    private static String message(ResponseEntity<Map<String, Object>> answer) {
        return String.valueOf(Objects.requireNonNull(answer.getBody()).get("message"));
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> shown() {
        Map<String, Map<String, Object>> file = Objects.requireNonNull(
                http.withBasicAuth("agent1", "demo").getForObject("/api/cases/" + the.number(), Map.class));
        Map<String, Object> brief = Objects.requireNonNull(file.get("brief"));
        return (List<Map<String, Object>>) Objects.requireNonNull(brief.get("extraFacts"));
    }

    private List<String> extraFacts() {
        return jdbc.sql("""
                        select step || ' ' || form || ' ' || field || ' ' || label || ': ' || fact || ' by ' || given_by
                        from extra_fact where case_number = ? order by id""").param(the.number()).query(String.class).list();
    }

    private long cases() {
        return jdbc.sql("select count(*) from escalation_case where customer_number = ?")
                .param(the.customer())
                .query(Long.class)
                .single();
    }
}
