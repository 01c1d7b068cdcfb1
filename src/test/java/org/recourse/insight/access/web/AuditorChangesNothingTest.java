package org.recourse.insight.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_PROPOSE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.stories.Story;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever can be written, an auditor cannot write it: every route of ours that writes, and the engine's that matter. */
@Tag("R29")
@NullUnmarked
class AuditorChangesNothingTest extends Story {

    private static final Set<RequestMethod> WRITES =
            Set.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE);

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    @Autowired
    TestRestTemplate http;

    @Test
    void every_route_that_writes_refuses_an_auditor() {
        caseNumber =
                opens("agent1", "customerNumber", "C-10017", "title", "Bill " + System.nanoTime(), "channel", "phone");
        Map<String, Long> before = rows();
        List<String> open = new ArrayList<>();
        int walked = 0;
        for (RequestMappingHandlerMapping mapping : mappings) {
            for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
                for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                    for (String pattern : info.getPatternValues()) {
                        // one's own saved searches are no part of a case
                        if (WRITES.contains(method)
                                && pattern.startsWith("/api/")
                                && !pattern.equals("/api/escalations/searches")) {
                            walked++;
                            int status = send(method, path(pattern), info);
                            if (status != 403) {
                                open.add("%s %s: %d".formatted(method, pattern, status));
                            }
                        }
                    }
                }
            }
        }
        assertThat(walked).isGreaterThan(15);
        assertThat(open).isEmpty();
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void an_auditor_keeps_searches_that_nobody_else_has_and_no_case_knows_of() {
        Map<String, Long> before = rows();
        String path = "/api/escalations/searches";
        Map<String, String> search = Map.of("name", "Threats, closed", "query", "trigger=threat&state=closed");
        String kept = http.withBasicAuth("auditor1", "demo").postForObject(path, search, String.class);
        assertThat(kept).isEqualTo("[{\"name\":\"Threats, closed\",\"query\":\"trigger=threat&state=closed\"}]");
        assertThat(http.withBasicAuth("auditor1", "demo").getForObject(path, String.class))
                .isEqualTo(kept);
        assertThat(http.withBasicAuth("manager1", "demo").getForObject(path, String.class))
                .isEqualTo("[]");
        assertThat(http.withBasicAuth("agent1", "demo")
                        .getForEntity(path, String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(http.withBasicAuth("auditor1", "demo")
                        .postForEntity(path, Map.of("name", " ", "query", ""), String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
        http.withBasicAuth("auditor1", "demo").delete(path + "?name=Threats, closed");
        assertThat(http.withBasicAuth("auditor1", "demo").getForObject(path, String.class))
                .isEqualTo("[]");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void the_engine_refuses_an_auditor_too() {
        caseNumber =
                opens("agent1", "customerNumber", "C-10017", "title", "Bill " + System.nanoTime(), "channel", "phone");
        String task = task(USER_TASK_LISTEN).getId();
        String instance = task(USER_TASK_LISTEN).getProcessInstanceId();
        Map<String, Object> nothing = Map.of();
        refused("/task/%s/submit-form".formatted(task), Map.of("variables", nothing));
        refused("/task/%s/complete".formatted(task), nothing);
        refused("/task/%s/claim".formatted(task), Map.of("userId", "auditor1"));
        refused("/task/%s/assignee".formatted(task), Map.of("userId", "auditor1"));
        refused("/process-definition/key/CustomerEscalation/start", nothing);
        refused("/process-instance/%s/variables".formatted(instance), Map.of("modifications", nothing));
        refused(
                "/process-instance/%s/modification".formatted(instance),
                Map.of(
                        "instructions",
                        List.of(Map.of("type", "startBeforeActivity", "activityId", USER_TASK_PROPOSE))));
        assertThat(http.withBasicAuth("auditor1", "demo")
                        .exchange("/engine-rest/process-instance/" + instance, HttpMethod.DELETE, null, String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(task(USER_TASK_LISTEN).getAssignee()).isEqualTo("agent1");
    }

    private void refused(String path, Map<String, Object> body) {
        ResponseEntity<String> answer =
                http.withBasicAuth("auditor1", "demo").postForEntity("/engine-rest" + path, body, String.class);
        assertThat(answer.getStatusCode().value())
                .as(path + " " + answer.getBody())
                .isEqualTo(403);
    }

    private String path(String pattern) {
        return pattern.replace("{caseNumber}", caseNumber.value())
                .replace("{team}", "team-north")
                .replace("{month}", "2026-11")
                .replaceAll("\\{[^}]+}", "1");
    }

    /** With a body of the kind that the route takes: it is refused for who sends it, not for what is sent. */
    private int send(RequestMethod method, String path, RequestMappingInfo info) {
        HttpHeaders headers = new HttpHeaders();
        MediaType type = info.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .orElse(MediaType.APPLICATION_JSON);
        if (type.isCompatibleWith(MediaType.MULTIPART_FORM_DATA)) {
            return multipart(path);
        }
        headers.setContentType(type);
        String body = type.includes(MediaType.APPLICATION_JSON) ? "{}" : "day\n";
        return http.withBasicAuth("auditor1", "demo")
                .exchange(path, HttpMethod.valueOf(method.name()), new HttpEntity<>(body, headers), String.class)
                .getStatusCode()
                .value();
    }

    private int multipart(String path) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.parseMediaType("multipart/form-data; boundary=x"));
        String body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\nhello\r\n--x--\r\n";
        return http.withBasicAuth("auditor1", "demo")
                .exchange(path, HttpMethod.POST, new HttpEntity<>(body, headers), String.class)
                .getStatusCode()
                .value();
    }

    /** What is on record about cases, but for who read and who was refused. */
    private Map<String, Long> rows() {
        Map<String, Long> rows = new HashMap<>();
        for (String table : List.of(
                "escalation_case",
                "contact",
                "proposal",
                "promise",
                "callback",
                "approval",
                "compensation_grant",
                "ledger_transaction",
                "question",
                "attachment",
                "case_comment",
                "absence",
                "import_run",
                "contact_volume",
                "budget",
                "customer")) {
            rows.put(
                    table,
                    jdbc.sql("select count(*) from " + table).query(Long.class).single());
        }
        rows.put(
                "case_event",
                jdbc.sql("select count(*) from case_event where kind not in ('read', 'refused')")
                        .query(Long.class)
                        .single());
        return rows;
    }
}
