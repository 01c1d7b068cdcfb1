package org.recourse.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.AfterCallIds.USER_TASK_WRAP_UP;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_CHECK_AGREEMENT;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_PROPOSE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESTATE;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.escalation.model.CaseField;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.Team;
import org.recourse.insight.figures.facts.Figure;
import org.recourse.insight.figures.report.Figures;
import org.recourse.insight.figures.web.FigureMeters;
import org.recourse.model.CustomerEscalationIds;
import org.recourse.stories.Story;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Figures, search, one case's documents and its root cause over HTTP. */
@NullUnmarked
class InsightApiTest extends Story {

    private static final String STORY = "Die Wäsche tropft. „Żółw“ \uD83D\uDE21 =1+1";

    @Autowired
    TestRestTemplate http;

    @Autowired
    Figures counted;

    @Autowired
    Clock clock;

    @BeforeEach
    void aSettledCase() {
        caseNumber = opens(
                "agent1",
                "customerNumber",
                "C-I" + System.nanoTime(),
                "title",
                "=Bill " + System.nanoTime(),
                "channel",
                "phone");
        does("agent1", USER_TASK_LISTEN, "story", STORY, "product", "mobile phone", "mood", 3);
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

    @ParameterizedTest
    @CsvSource({
        "manager1, 200, 200, 403",
        "auditor1, 200, 200, 200",
        "owner1, 200, 403, 403",
        "agent1, 403, 403, 403",
        "supervisor1, 403, 403, 403",
        "operator1, 403, 403, 403"
    })
    @Tag("R24")
    @Tag("R29")
    void figures_cases_and_history_are_for_those_of_the_table(String user, int figures, int cases, int history) {
        assertThat(status(user, "/api/metrics")).isEqualTo(figures);
        assertThat(status(user, "/api/metrics/steps")).isEqualTo(figures);
        assertThat(status(user, "/api/metrics/handling-time/cases")).isEqualTo(cases);
        assertThat(status(user, "/api/escalations")).isEqualTo(cases);
        assertThat(status(user, "/api/escalations/" + caseNumber + "/timeline")).isEqualTo(cases);
        assertThat(status(user, "/api/escalations/" + caseNumber + "/explanation"))
                .isEqualTo(cases);
        assertThat(status(user, "/api/escalations/" + caseNumber + "/bundle")).isEqualTo(cases);
        assertThat(status(user, "/api/escalations/sample?seed=a&from=2026-01-01&to=2026-12-31"))
                .isEqualTo(cases);
        assertThat(status(user, "/api/escalations/" + caseNumber + "/path")).isEqualTo(history);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/metrics?from=yesterday, from",
        "/api/metrics?from=2026-02-01&to=2026-01-01, to",
        "/api/metrics?groupBy=mood, groupBy",
        "/api/metrics/luck/cases, figure",
        "/api/escalations?sort=story, sort",
        "/api/escalations?size=100000, size",
        "/api/escalations?level=9, level",
        "/api/escalations?customerNumber=C-1, customerNumber",
        "/api/escalations?deadline=soon, deadline",
        "/api/escalations/sample?seed=a, from"
    })
    void what_does_not_fit_names_the_parameter(String path, String field) {
        ResponseEntity<JsonNode> answer = http.withBasicAuth("manager1", "demo").getForEntity(path, JsonNode.class);
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody().get("field").asText()).isEqualTo(field);
    }

    @Test
    @Tag("R24")
    void figures_come_as_json_and_as_csv_with_their_definition() {
        JsonNode figures =
                http.withBasicAuth("manager1", "demo").getForObject("/api/metrics?groupBy=level", JsonNode.class);
        JsonNode rate = figures.get("figures").get(0);
        assertThat(rate.get("figure").asText()).isEqualTo("escalation-rate");
        assertThat(rate.get("label").asText()).isEqualTo("Share of cases escalated");
        assertThat(rate.get("definition").asText()).contains("A case counts once");
        assertThat(rate.at("/total/denominator").asLong()).isPositive();
        assertThat(rate.at("/total/n").asLong())
                .isEqualTo(rate.at("/total/denominator").asLong());
        assertThat(csv("manager1", "/api/metrics").lines().findFirst().orElseThrow())
                .startsWith("figure,label,from,to,breakdown,group,value,unit,numerator,denominator,per,n,few");
        var registry = new SimpleMeterRegistry();
        new FigureMeters(counted, clock, List.of(Team.of("team-north"))).bindTo(registry);
        assertThat(registry.get("recourse.figure")
                        .tags("figure", "escalation-rate", "team", "all")
                        .gauge()
                        .value())
                .isEqualTo(rate.at("/total/value").asDouble());
        assertThat(registry.get("recourse.figure.n")
                        .tags("figure", "escalation-rate", "team", "team-north")
                        .gauge()
                        .value())
                .isPositive();
    }

    @Test
    @Tag("R24")
    void volumes_are_taken_from_managers_and_integrations() {
        assertThat(volumes("agent1", "day,team,channel,contacts\n")
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        ResponseEntity<JsonNode> taken = volumes(
                "manager1", "\uFEFFday,team,channel,contacts\n2019-01-01,team-north,phone,7\n1,team-north,phone,7\n");
        assertThat(taken.getStatusCode().value()).isEqualTo(200);
        assertThat(taken.getBody().get("taken").asInt()).isEqualTo(1);
        assertThat(taken.getBody().at("/refused/0/reason").asText()).contains("day:");
    }

    @Test
    @Tag("R29")
    void a_case_is_found_by_a_word_and_its_csv_is_no_formula() {
        JsonNode found = http.withBasicAuth("auditor1", "demo")
                .getForObject("/api/escalations?words=tropft&size=200", JsonNode.class);
        assertThat(found.findValuesAsText("caseNumber")).contains(caseNumber.value());
        assertThat(csv("auditor1", "/api/escalations?caseNumber=" + caseNumber)).contains("'=Bill");
    }

    @Test
    @Tag("B2")
    void the_money_of_an_agent_names_the_row_that_allowed_it() {
        JsonNode file = http.withBasicAuth("auditor1", "demo").getForObject("/api/cases/" + caseNumber, JsonNode.class);
        assertThat(file.at("/summary/approved/0").asText())
                .contains("refund 5.00 EUR")
                .containsPattern("needed no further approval: row \\d+ of CompensationAuthority, version \\d+");
        assertThat(file.at("/storyVersions/0/text").asText()).isEqualTo(STORY);
        assertThat(file.get("reasons")).isNotEmpty();
    }

    @Test
    @Tag("B2")
    void the_explanation_is_a_pdf_and_everything_a_bundle() throws IOException {
        assertThat(pdf("")) // in the customer's language
                .contains("Die Wäsche tropft. „Żółw“ ?")
                .contains("Was entschieden wurde und warum")
                .contains("Zeiten in Europe/Berlin")
                .contains("Erstattung 5,00 EUR")
                .contains("brauchte keine weitere Freigabe")
                .contains(caseNumber.value());
        assertThat(pdf("?language=en"))
                .contains("What was decided and why")
                .contains("needed no further approval")
                .contains("The complaint was: not decided");
        byte[] zip = http.withBasicAuth("auditor1", "demo")
                .getForObject("/api/escalations/" + caseNumber + "/bundle", byte[].class);
        List<String> names = new ArrayList<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).contains("case.json", "timeline.json", "explanation.pdf");
        assertThat(jdbc.sql(
                                "select count(*) from case_event where case_number = ? and kind = 'read' and who = 'auditor1'")
                        .param(caseNumber)
                        .query(Long.class)
                        .single())
                .as("who took it away is on record")
                .isGreaterThanOrEqualTo(2);
    }

    private String pdf(String query) throws IOException {
        byte[] pdf = http.withBasicAuth("auditor1", "demo")
                .getForObject("/api/escalations/" + caseNumber + "/explanation" + query, byte[].class);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    /** Every line of the CSV and every gauge against the JSON, in the same moment. */
    @Test
    @Tag("R24")
    void json_csv_and_prometheus_tell_the_same_numbers() throws IOException {
        JsonNode figures =
                http.withBasicAuth("manager1", "demo").getForObject("/api/metrics?groupBy=team", JsonNode.class);
        Map<String, JsonNode> told = new HashMap<>();
        for (JsonNode figure : figures.get("figures")) {
            String name = figure.get("figure").asText();
            told.put(name + "//", figure.get("total"));
            figure.get("groups")
                    .forEach(
                            each -> told.put(name + "/team/" + each.get("group").asText(), each.get("measure")));
            figure.get("parts")
                    .forEach(
                            each -> told.put(name + "/part/" + each.get("group").asText(), each.get("measure")));
        }
        var registry = new SimpleMeterRegistry();
        new FigureMeters(counted, clock, List.of(Team.of("team-north"), Team.of("team-south"))).bindTo(registry);
        int compared = 0;
        for (CSVRecord row : CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv("manager1", "/api/metrics?groupBy=team")))) {
            String group = row.get("group").replaceFirst("^'", "");
            JsonNode measure = told.remove(row.get("figure") + "/" + row.get("breakdown") + "/" + group);
            assertThat(measure).as(row.toString()).isNotNull();
            String value = measure.path("value").asText("");
            assertThat(row.get("value")).as(row.toString()).isEqualTo(value);
            assertThat(row.get("n")).isEqualTo(measure.get("n").asText());
            if (!row.get("breakdown").equals("part")) {
                String team = group.isEmpty() ? "all" : group;
                assertThat(gauge(registry, "recourse.figure", row.get("figure"), team))
                        .isEqualTo(value.isEmpty() ? (Double) Double.NaN : Double.valueOf(value));
                assertThat(gauge(registry, "recourse.figure.n", row.get("figure"), team))
                        .isEqualTo(measure.get("n").asDouble());
                compared++;
            }
        }
        assertThat(told).as("in the JSON only").isEmpty();
        assertThat(compared).isGreaterThan(Figure.values().length);
    }

    private static double gauge(SimpleMeterRegistry registry, String name, String figure, String team) {
        return registry.get(name).tags("figure", figure, "team", team).gauge().value();
    }

    @Test
    @Tag("R24")
    void an_operator_forms_the_figures_again_and_finds_them_right() {
        JsonNode rebuilt =
                http.withBasicAuth("operator1", "demo").postForObject("/api/metrics/rebuild", null, JsonNode.class);
        assertThat(rebuilt.get("cases").asInt()).isPositive();
        assertThat(http.withBasicAuth("operator1", "demo")
                        .postForObject("/api/metrics/rebuild", null, JsonNode.class)
                        .get("differing"))
                .isEmpty();
        assertThat(http.withBasicAuth("manager1", "demo")
                        .postForEntity("/api/metrics/rebuild", null, String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
    }

    @Test
    @Tag("R23")
    void whoever_closes_says_whether_the_complaint_was_right() {
        does("agent1", USER_TASK_WRAP_UP, "cause", "poor-information", "finding", "partly-upheld");
        JsonNode file = http.withBasicAuth("auditor1", "demo").getForObject("/api/cases/" + caseNumber, JsonNode.class);
        assertThat(file.at("/outcome/finding").asText()).isEqualTo("partly-upheld");
        assertThat(file.at("/outcome/settlement").asText()).isEqualTo("agreed");
        assertThat(classify("supervisor1", Map.of("finding", "upheld", "evidence", "The bill names the charge twice")))
                .isEqualTo(204);
        JsonNode corrected =
                http.withBasicAuth("auditor1", "demo").getForObject("/api/cases/" + caseNumber, JsonNode.class);
        assertThat(corrected.at("/outcome/classified").findValuesAsText("before"))
                .contains("partly-upheld");
        assertThat(corrected.get("explanation").toString())
                .contains("found that the complaint was partly upheld")
                .containsPattern("\\(supervisor1\\) corrected the finding from partly upheld to upheld");
        assertThat(corrected.at("/names/supervisor1").asText()).isEqualTo("Sofia Lindgren");
    }

    @Test
    @Tag("R29")
    void the_timeline_is_in_order_and_tells_decisions_with_their_inputs_to_auditors_only() {
        JsonNode seen = timeline("auditor1");
        assertThat(seen.findValuesAsText("kind")).contains("opened", "changed", "decision", "settled");
        assertThat(seen.findValuesAsText("at")).isSorted();
        assertThat(timeline("manager1").findValuesAsText("kind")).doesNotContain("decision", "operation");
    }

    @Test
    @Tag("R33")
    void a_case_of_a_practice_customer_is_in_no_figure_and_pays_nothing() {
        CaseNumber real = caseNumber;
        caseNumber = opens(
                "agent1", "customerNumber", "C-PRACTICE", "title", "Practice " + System.nanoTime(), "channel", "phone");
        does("agent1", USER_TASK_LISTEN, "story", "Trying it out", "product", "mobile phone", "mood", 3);
        does("agent1", USER_TASK_RESTATE, "customerConfirms", "yes");
        does(
                "agent1",
                USER_TASK_PROPOSE,
                "solution",
                "Paid back",
                "compensationKind",
                "refund",
                "compensationAmount",
                5);
        does("agent1", USER_TASK_CHECK_AGREEMENT, "customerAnswer", "agreed");
        assertThat(jdbc.sql("select state from compensation_grant where case_number = ?")
                        .param(caseNumber)
                        .query(String.class)
                        .single())
                .isEqualTo("cancelled");
        JsonNode found = http.withBasicAuth("auditor1", "demo")
                .getForObject("/api/escalations?caseNumber=" + caseNumber, JsonNode.class);
        assertThat(found.at("/cases/0/practice").asBoolean()).isTrue();
        List<String> behind = http.withBasicAuth("auditor1", "demo")
                .getForObject("/api/metrics/escalation-rate/cases", JsonNode.class)
                .findValuesAsText("caseNumber");
        assertThat(behind).contains(real.value()).doesNotContain(caseNumber.value());
    }

    @Test
    @Tag("R29")
    void who_read_the_case_what_was_refused_and_what_an_administrator_did_is_in_the_timeline() {
        http.withBasicAuth("manager1", "demo").getForObject("/api/cases/" + caseNumber, JsonNode.class);
        assertThat(status("agent3", "/api/cases/" + caseNumber)).isEqualTo(403);
        assertThat(classify("auditor1", Map.of("cause", "long-wait", "evidence", "x")))
                .isEqualTo(403);
        String instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber.value())
                .processDefinitionKey(CustomerEscalationIds.PROCESS)
                .singleResult()
                .getId();
        for (boolean suspended : List.of(true, false)) {
            http.withBasicAuth("admin", "demo")
                    .put("/engine-rest/process-instance/" + instance + "/suspended", Map.of("suspended", suspended));
        }
        List<String> told = new ArrayList<>();
        timeline("auditor1")
                .forEach(entry -> told.add("%s %s %s: %s"
                        .formatted(
                                entry.get("kind").asText(),
                                entry.get("who").asText(),
                                entry.get("step").asText(),
                                entry.path("what").asText(entry.path("after").asText()))));
        assertThat(told)
                .contains("read manager1 GET /api/cases: ")
                .contains("refused agent3 GET /api/cases: You have no business with " + caseNumber + ".")
                .contains("refused auditor1 POST /api/cases/classification: Auditors read, they change nothing.")
                .contains("operation admin ProcessInstance Suspend: suspended")
                .contains("operation admin ProcessInstance Activate: active")
                .noneMatch(line -> line.matches("(?s).*\\dT\\d\\d:\\d\\d:\\d\\d[.\\d]*Z.*"));
    }

    @Test
    @Tag("R23")
    void a_supervisor_corrects_the_root_cause_with_evidence_and_a_trail() {
        assertThat(classify("agent1", Map.of("cause", "long-wait", "evidence", "x")))
                .isEqualTo(403);
        assertThat(classify("supervisor1", Map.of("cause", "long-wait"))).isEqualTo(400);
        assertThat(classify("supervisor1", Map.of("evidence", "x"))).isEqualTo(400);
        assertThat(classify("supervisor1", Map.of("cause", "bad-luck", "evidence", "x")))
                .isEqualTo(400);
        assertThat(classify(
                        "supervisor1",
                        Map.of(
                                "cause",
                                "long-wait",
                                "finding",
                                "partly-upheld",
                                "evidence",
                                "Fifty minutes of waiting")))
                .isEqualTo(204);
        JsonNode file = http.withBasicAuth("manager1", "demo").getForObject("/api/cases/" + caseNumber, JsonNode.class);
        assertThat(file.at("/outcome/cause").asText()).isEqualTo("long-wait");
        assertThat(file.at("/outcome/finding").asText()).isEqualTo("partly-upheld");
        assertThat(file.at("/outcome/settlement").asText()).as("apart from it").isEqualTo("agreed");
        assertThat(file.at("/outcome/causeEvidence").asText()).isEqualTo("Fifty minutes of waiting");
        assertThat(jdbc.sql(
                                "select who from case_event where case_number = ? and subject = 'cause' order by id desc limit 1")
                        .param(caseNumber)
                        .query(String.class)
                        .single())
                .isEqualTo("supervisor1");
    }

    private int classify(String user, Map<String, Object> body) {
        return http.withBasicAuth(user, "demo")
                .postForEntity("/api/cases/" + caseNumber + "/classification", body, String.class)
                .getStatusCode()
                .value();
    }

    private JsonNode timeline(String user) {
        return http.withBasicAuth(user, "demo")
                .getForObject("/api/escalations/" + caseNumber + "/timeline", JsonNode.class);
    }

    private ResponseEntity<JsonNode> volumes(String user, String csv) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(new MediaType("text", "csv", StandardCharsets.UTF_8));
        return http.withBasicAuth(user, "demo")
                .exchange("/api/imports/volumes", HttpMethod.POST, new HttpEntity<>(csv, headers), JsonNode.class);
    }

    private String csv(String user, String path) {
        HttpHeaders headers = new HttpHeaders();
        headers.setAccept(List.of(new MediaType("text", "csv")));
        return http.withBasicAuth(user, "demo")
                .exchange(path, HttpMethod.GET, new HttpEntity<>(headers), String.class)
                .getBody();
    }

    private int status(String user, String path) {
        return http.withBasicAuth(user, "demo")
                .getForEntity(path, byte[].class)
                .getStatusCode()
                .value();
    }

    @Test
    @Tag("R24")
    void a_wrong_number_is_closed_as_one_and_is_in_no_figure() {
        long counted = counted();
        assertThat(closing(Map.of("reason", "x", "as", "agreed"))).isEqualTo(400);
        assertThat(closing(Map.of("reason", "dialled the wrong number", "as", "wrong-number")))
                .isEqualTo(204);
        assertThat(counted()).isEqualTo(counted - 1);
        assertThat(theCase().text(CaseField.OUTCOME)).isEqualTo("wrong-number");
    }

    private int closing(Map<String, Object> body) {
        return http.withBasicAuth("supervisor1", "demo")
                .postForEntity("/api/cases/" + caseNumber + "/closing", body, String.class)
                .getStatusCode()
                .value();
    }

    private long counted() {
        return jdbc.sql("select count(*) from counted_case").query(Long.class).single();
    }
}
