package org.recourse.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.AfterCallIds.USER_TASK_WRAP_UP;
import static org.recourse.model.CustomerEscalationIds.BUSINESS_RULE_TASK_ASSESS_URGENCY;
import static org.recourse.model.CustomerEscalationIds.PROCESS;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_CHECK_AGREEMENT;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_PROPOSE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESTATE;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.record.CaseEvent;
import org.recourse.record.CaseLog;
import org.recourse.record.Ruled;
import org.recourse.stories.Story;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;

/** What the running application stores of a case's events, and what its pages show of events that they cannot read. */
@Tag("R26")
@NullUnmarked
class StoredEventsTest extends Story {

    private static final String UNREADABLE = "this line cannot be read by this release";
    private static final String UNREADABLE_IN_GERMAN = "diese Zeile kann diese Version nicht lesen";

    @Autowired
    CaseLog log;

    @BeforeEach
    void aSettledCase() {
        caseNumber = opens(
                "agent1", "customerNumber", "C-E" + System.nanoTime(), "title", "Charged twice", "channel", "phone");
        does("agent1", USER_TASK_LISTEN, "story", "Charged twice in May", "product", "mobile phone", "mood", 4);
        does("agent1", USER_TASK_RESTATE, "customerConfirms", "yes");
        does(
                "agent1",
                USER_TASK_PROPOSE,
                "solution",
                "Corrected",
                "compensationKind",
                "refund",
                "compensationAmount",
                5);
        does("agent1", USER_TASK_CHECK_AGREEMENT, "customerAnswer", "agreed");
    }

    @Test
    void each_event_of_a_step_names_the_release_of_its_diagram_and_none_of_a_route_does() {
        assertThat(get("auditor1", "/api/cases/" + caseNumber).getStatusCode().value())
                .isEqualTo(200);
        List<CaseEvent> events = log.of(caseNumber);

        assertThat(events)
                .filteredOn(event ->
                        event.definition() != null && !event.definition().equals("api"))
                .hasSizeGreaterThan(10)
                .allSatisfy(event ->
                        assertThat(event.release()).as(event.toString()).startsWith("release-"));
        assertThat(events)
                .filteredOn(event ->
                        event.definition() == null || event.definition().equals("api"))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.release()).isNull());
    }

    @Test
    void a_ruling_is_stored_with_the_inputs_and_outputs_that_the_engine_had() {
        Ruled ruled = log.of(caseNumber).stream()
                .filter(event -> event.step().equals(BUSINESS_RULE_TASK_ASSESS_URGENCY))
                .map(CaseEvent::what)
                .filter(Ruled.class::isInstance)
                .map(Ruled.class::cast)
                .findFirst()
                .orElseThrow();
        HistoricDecisionInstance decided = decided(ruled.table());
        Map<String, String> inputs = new HashMap<>();
        decided.getInputs().forEach(input -> inputs.put(input.getClauseName(), String.valueOf(input.getValue())));
        Map<String, String> outputs = new HashMap<>();
        decided.getOutputs()
                .forEach(output -> outputs.put(output.getVariableName(), String.valueOf(output.getValue())));

        assertThat(ruled.table()).isEqualTo("AssessUrgency");
        assertThat(ruled.version())
                .isEqualTo(engine.getRepositoryService()
                        .getDecisionDefinition(decided.getDecisionDefinitionId())
                        .getVersion());
        assertThat(ruled.inputs()).containsEntry("mood", 4);
        assertThat(ruled.inputs().values().stream().map(String::valueOf)).containsAll(inputs.values());
        assertThat(texts(ruled.outputs())).isNotEmpty().isEqualTo(outputs);
    }

    private HistoricDecisionInstance decided(String table) {
        return engine.getHistoryService()
                .createHistoricDecisionInstanceQuery()
                .decisionDefinitionKey(table)
                .processInstanceId(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNumber.value())
                        .processDefinitionKey(PROCESS)
                        .singleResult()
                        .getId())
                .includeInputs()
                .includeOutputs()
                .list()
                .get(0);
    }

    private static Map<String, String> texts(Map<String, Object> values) {
        Map<String, String> texts = new HashMap<>();
        values.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"cut\":", "null", "[]", "{}", "{\"title\":\"no number\"}", ""})
    void what_cannot_be_read_is_shown_as_unreadable_and_stops_no_page(String payload) throws IOException {
        nothingCanBeRead(payload);

        JsonNode file = json("auditor1", "/api/cases/" + caseNumber);
        assertThat(file.get("timeline").findValuesAsText("after")).contains(UNREADABLE);
        assertThat(file.get("explanation").toString())
                .contains("a line of the history, by Amira Haddad (agent1), cannot be read");
        assertThat(json("auditor1", "/api/escalations/" + caseNumber + "/timeline")
                        .toString())
                .contains(UNREADABLE, "\"told-by-an-oracle\"");
        assertThat(pdf("?language=en")).contains("cannot be read by this release");
        assertThat(pdf("?language=de")).contains("kann diese Version nicht lesen");
        assertThat(bundle()).contains(UNREADABLE);
        assertThat(json("auditor1", "/api/escalations?caseNumber=" + caseNumber).findValuesAsText("caseNumber"))
                .containsExactly(caseNumber.value());
    }

    @Test
    void figures_and_search_are_formed_again_over_events_that_cannot_be_read() {
        nothingCanBeRead("{\"cut\":");

        assertThat(http.withBasicAuth("operator1", "demo")
                        .postForEntity("/api/metrics/rebuild", null, JsonNode.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        for (String path : List.of(
                "/api/metrics",
                "/api/metrics?groupBy=team",
                "/api/metrics/steps",
                "/api/metrics/escalation-rate/cases",
                "/api/escalations?words=May",
                "/api/escalations/sample?seed=a&from=2026-01-01&to=2036-12-31")) {
            assertThat(get("manager1", path).getStatusCode().value()).as(path).isEqualTo(200);
        }
        assertThat(json("auditor1", "/api/metrics/escalation-rate/cases").findValuesAsText("caseNumber"))
                .contains(caseNumber.value());
    }

    @Test
    void people_go_on_with_a_case_whose_events_cannot_be_read() {
        nothingCanBeRead("{\"cut\":");

        for (String path : List.of("/brief", "/actions", "/attachments")) {
            assertThat(get("agent1", "/api/cases/" + caseNumber + path)
                            .getStatusCode()
                            .value())
                    .as(path)
                    .isEqualTo(200);
        }
        does("agent1", USER_TASK_WRAP_UP, "cause", "poor-information", "finding", "upheld");
        JsonNode file = json("auditor1", "/api/cases/" + caseNumber);
        assertThat(file.at("/outcome/finding").asText()).isEqualTo("upheld");
        assertThat(file.at("/timeline").findValuesAsText("after")).contains(UNREADABLE, "upheld");
    }

    @Test
    void a_german_reads_that_it_cannot_be_read() {
        nothingCanBeRead("{\"cut\":");

        ResponseEntity<String> file = http.withBasicAuth("auditor1", "demo")
                .exchange(
                        RequestEntity.get("/api/cases/" + caseNumber)
                                .header("Accept-Language", "de")
                                .accept(MediaType.APPLICATION_JSON)
                                .build(),
                        String.class);
        assertThat(file.getBody()).contains(UNREADABLE_IN_GERMAN);
    }

    /** All that was stored of the case is broken, and a later release has added a kind that this one does not know. */
    private void nothingCanBeRead(String payload) {
        jdbc.sql("update case_event set payload = ?, words = 'no array' where case_number = ?")
                .params(payload, caseNumber)
                .update();
        jdbc.sql("""
                        insert into case_event (case_number, at, who, step, kind, payload, subject, code)
                        values (?, ?, 'agent1', 'UserTask_OfALaterRelease', 'told-by-an-oracle', '{}', 'luck', 'good')""").params(caseNumber, Instant.now().atOffset(ZoneOffset.UTC)).update();
    }

    private ResponseEntity<byte[]> get(String user, String path) {
        return http.withBasicAuth(user, "demo").getForEntity(path, byte[].class);
    }

    private JsonNode json(String user, String path) {
        ResponseEntity<JsonNode> answer = http.withBasicAuth(user, "demo").getForEntity(path, JsonNode.class);
        assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(200);
        return answer.getBody();
    }

    private String pdf(String query) throws IOException {
        ResponseEntity<byte[]> answer = get("auditor1", "/api/escalations/" + caseNumber + "/explanation" + query);
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        try (PDDocument document = Loader.loadPDF(answer.getBody())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    /** The history as the bundle holds it. */
    private String bundle() throws IOException {
        ResponseEntity<byte[]> answer = get("auditor1", "/api/escalations/" + caseNumber + "/bundle?language=en");
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(answer.getBody()))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().equals("timeline.json")) {
                    return new String(entries.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("the bundle has no timeline");
    }
}
