package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_CHECK_AGREEMENT;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_PROPOSE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.RecourseApplicationTest;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** What a case says of itself is said in each reader's language; what people wrote stays as they wrote it. */
@RecourseApplicationTest
@Tag("R27")
class ReadersLanguageTest extends PathsOfACase {

    private static final String STORY = "The account is open. Refund of the fee (agreed)";
    private static final String SOLUTION = "Refund of the fee (agreed), by Friday";

    @Test
    void a_form_tells_the_case_in_german_and_leaves_the_words_of_people_alone() {
        agent1.opens();
        agent1.listens("story", STORY, "signals", "raised-voice");
        agent1.restates();
        agent1.proposes(SOLUTION, "compensationKind", "refund", "compensationAmount", "18.40");

        JsonNode german = shown("agent1", USER_TASK_CHECK_AGREEMENT, "de");
        assertThat(text(german, "closingQuestion"))
                .isEqualTo("Darf ich festhalten: " + SOLUTION + " (Erstattung 18,40 EUR) – einverstanden?");
        assertThat(text(german, "hint")).startsWith("Lohnende Wege: noch ");
        assertThat(text(german, "urgencyLabel")).matches("Dringlichkeit \\d+ von 100: zornig");
        assertThat(text(german, "sentence"))
                .isEqualTo("Ich verstehe, dass das ärgerlich ist. Ich finde mit Ihnen einen Weg.");
        assertThat(text(german, "story")).isEqualTo(STORY);
        assertThat(german.toString()).contains("Erstattung 18,40 EUR").contains(SOLUTION);

        JsonNode english = shown("agent1", USER_TASK_CHECK_AGREEMENT, "en");
        assertThat(text(english, "closingQuestion"))
                .isEqualTo("May I put down: " + SOLUTION + " (refund 18.40 EUR) - is that agreed?");
        assertThat(text(english, "urgencyLabel")).matches("urgency \\d+ of 100: angry");
        assertThat(text(english, "story")).isEqualTo(STORY);
    }

    @Test
    void a_hand_over_is_told_with_the_agents_name_and_the_trigger_in_german() {
        handsOverAtOnce("story", STORY, "handOverTrigger", "threat");

        JsonNode german = shown("supervisor1", USER_TASK_REVIEW_HANDOVER, "de");
        assertThat(text(german, "handOverText"))
                .startsWith("Übergeben von ")
                .contains(", denn der Kunde ")
                .endsWith("Der Kunde ist in der Leitung.");
        assertThat(text(german, "limitText"))
                .startsWith("Sie dürfen anbieten: ")
                .contains("100,00 EUR");
        assertThat(text(german, "hint")).contains("% vollständig. Es fehlt: Produkt oder Bestellung, Fakten");
    }

    @Test
    void a_refusal_is_told_in_german() {
        callsUpToProposing();

        assertThat(refusal("agent1", "/engine-rest/task/" + task(USER_TASK_PROPOSE) + "/submit-form", Map.of(), "de"))
                .contains("solution: fehlt: sagen Sie in klaren Worten, wer was bis wann tut.");
        assertThat(refusal("agent1", "/api/cases/" + the.number() + "/closing", Map.of("reason", "opened twice"), "de"))
                .contains("Vorgesetzte und Leitung schließen Fälle ab und öffnen sie wieder.");
    }

    @Test
    @Tag("R14")
    void that_a_final_position_is_not_accepted_is_no_ones_words() {
        handsOverAtOnce("story", STORY);
        the.person("supervisor1").takesOver();
        the.person("supervisor1").resolves("escalate");
        manager1.takesOver();
        manager1.resolves("escalate");
        manager1.decidesFinally("no");

        JsonNode file = get("manager1", "/api/cases/" + the.number(), "de");
        assertThat(file.path("proposals")).isNotEmpty();
        JsonNode last = file.path("proposals").get(file.path("proposals").size() - 1);
        assertThat(last.path("refusalReason").asText())
                .isEqualTo("Der Kunde nimmt die abschließende Antwort nicht an.");
        assertThat(last.path("solution").asText()).isEqualTo("We pay the refund and no damages.");
    }

    private String task(String step) {
        return the.task(step).getId();
    }

    private JsonNode shown(String person, String step, String language) {
        return get(person, "/engine-rest/task/" + task(step) + "/form-variables", language);
    }

    private static String text(JsonNode variables, String field) {
        return variables.at("/" + field + "/value").asText();
    }

    private JsonNode get(String person, String path, String language) {
        return Objects.requireNonNull(http.withBasicAuth(person, "demo")
                .exchange(path, HttpMethod.GET, new HttpEntity<>(reading(language)), JsonNode.class)
                .getBody());
    }

    private String refusal(String person, String path, Map<String, Object> body, String language) {
        return String.valueOf(http.withBasicAuth(person, "demo")
                .exchange(path, HttpMethod.POST, new HttpEntity<>(body, reading(language)), String.class)
                .getBody());
    }

    private static HttpHeaders reading(String language) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, language);
        return headers;
    }
}
