package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.RecourseApplicationTest;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;

/** Who reads German is refused in German, and what they or others wrote stays as it was written. */
@RecourseApplicationTest
@Tag("R27")
class GermanRefusalsTest extends PathsOfACase {

    private static final String WORDS = "The account is open (agreed)";

    @Test
    void by_a_form_with_their_own_words_in_it() {
        agent1.opens();

        assertThat(message(submit("agent1", Map.of("story", "s", "product", "p", "mood", WORDS))))
                .endsWith("„" + WORDS + "“ ist keine ganze Zahl von 1 bis 5.");
        assertThat(message(submit("agent1", Map.of("story", "s", "product", "p", "mood", 2, "level", 3))))
                .endsWith("level: danach wird hier nicht gefragt; nichts ist gespeichert.");
    }

    @Test
    void by_a_form_that_somebody_else_holds_whose_name_they_read() {
        agent1.opens();

        assertThat(message(submit("supervisor1", Map.of("story", "s", "product", "p", "mood", 2))))
                .endsWith("assignee: diesen Schritt hat Amira Haddad. Übernehmen Sie den Fall zuerst.");
    }

    @Test
    void past_the_form() {
        agent1.opens();

        assertThat(message(post(
                        "agent1",
                        "/engine-rest/task/" + the.task(USER_TASK_LISTEN).getId() + "/complete",
                        Map.of())))
                .endsWith("Der Schritt „Listen“ wird nur mit seinem Formular abgeschlossen.");
        assertThat(message(post("agent1", "/engine-rest/task/no-such-step/submit-form", Map.of())))
                .contains("Dieser Schritt ist nicht mehr offen");
    }

    @Test
    void by_searches_and_figures() {
        assertThat(detail("manager1", "/api/escalations?sort={asked}", WORDS))
                .startsWith("sort: nach „" + WORDS + "“ wird nicht sortiert; wählen Sie eines von caseNumber,");
        assertThat(detail("manager1", "/api/metrics?from={asked}", WORDS))
                .isEqualTo("from: „" + WORDS + "“ ist kein Tag; schreiben Sie ihn wie 2026-11-24.");
        assertThat(detail("manager1", "/api/metrics?from=2026-03-02&to=2026-03-01"))
                .isEqualTo("to: der Zeitraum von 2026-03-02 bis 2026-03-01 endet, bevor er beginnt.");
        assertThat(detail("agent1", "/api/metrics")).contains("Das dürfen nur die Rollen auditor, manager");
    }

    @Test
    void without_a_login() {
        assertThat(detail(null, "/api/metrics"))
                .isEqualTo(
                        "Melden Sie sich mit einem gültigen Benutzer und Passwort an, oder mit einem gültigen Token.");
    }

    @Test
    void by_a_page_where_there_is_nothing() {
        HttpHeaders headers = headers(MediaType.TEXT_HTML);
        headers.set(HttpHeaders.ACCEPT, "text/html,*/*;q=0.8");

        ResponseEntity<String> page =
                http.exchange("/nowhere", HttpMethod.GET, new HttpEntity<>(headers), String.class);

        assertThat(page.getStatusCode().value()).isEqualTo(404);
        assertThat(page.getBody())
                .contains("lang=\"de\"", "<h1>Nicht gefunden, oder nicht f")
                .contains("Prüfen Sie die Adresse");
    }

    @Test
    void by_the_guard_of_deployments_with_what_they_wrote() {
        HttpHeaders headers = headers(MediaType.MULTIPART_FORM_DATA);
        LinkedMultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("deployment-name", "german");
        parts.add(
                "file",
                new ByteArrayResource("{\"id\":\"F\",\"components\":[{\"type\":\"iframe\",\"key\":\"agreed\"}]}"
                        .getBytes(StandardCharsets.UTF_8)) {
                    @Override
                    public String getFilename() {
                        return "german.form";
                    }
                });

        JsonNode refused = http.withBasicAuth("owner1", "demo")
                .postForEntity("/engine-rest/deployment/create", new HttpEntity<>(parts, headers), JsonNode.class)
                .getBody();

        assertThat(String.valueOf(refused))
                .contains("Es wurde nichts bereitgestellt:")
                .contains("agreed: eine Komponente vom Typ iframe ist nicht erlaubt. Nehmen Sie Text,");
    }

    private ResponseEntity<JsonNode> submit(String person, Map<String, Object> answers) {
        Map<String, Object> variables = answers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, answer -> Map.of("value", answer.getValue())));
        return post(
                person,
                "/engine-rest/task/" + the.task(USER_TASK_LISTEN).getId() + "/submit-form",
                Map.of("variables", variables));
    }

    private ResponseEntity<JsonNode> post(String person, String path, Map<String, Object> body) {
        return http.withBasicAuth(person, "demo")
                .postForEntity(path, new HttpEntity<>(body, headers(MediaType.APPLICATION_JSON)), JsonNode.class);
    }

    private static String message(ResponseEntity<JsonNode> answer) {
        return Objects.requireNonNull(answer.getBody()).path("message").asText();
    }

    private String detail(@Nullable String person, String path, Object... values) {
        HttpEntity<Void> german = new HttpEntity<>(headers(MediaType.APPLICATION_JSON));
        return Objects.requireNonNull((person == null ? http : http.withBasicAuth(person, "demo"))
                        .exchange(path, HttpMethod.GET, german, JsonNode.class, values)
                        .getBody())
                .path("detail")
                .asText();
    }

    private static HttpHeaders headers(MediaType type) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, "de-DE,de;q=0.9");
        headers.setContentType(type);
        return headers;
    }
}
