package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.PromiseIds.USER_TASK_KEEP_PROMISE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.RecourseApplicationTest;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** What is promised, dated, counted and sent is told to each reader in their language; the words of people stay theirs. */
@RecourseApplicationTest
@Tag("R27")
class GermanCommitmentsTest extends PathsOfACase {

    /** Full of words that Recourse uses itself. */
    private static final String WORDS = "The account is open (agreed), late or broken";

    @Test
    void a_promise_keeps_its_words_in_notices_cards_and_the_form_of_its_owner() {
        callsUpToProposing();
        agent1.proposes(WORDS, "dueBy", "2026-11-27T18:00");
        agent1.hears("agreed", "mood", 2);
        agent1.wrapsUp();
        timePasses("P3DT5H");

        assertThat(sentences("de"))
                .contains("Bald fällig in %s: %s, bis Fr. 27. Nov. 2026, 18:00.".formatted(the.number(), WORDS));
        assertThat(sentences("en"))
                .contains("Due soon in %s: %s, by Fri 27 Nov 2026, 18:00.".formatted(the.number(), WORDS));
        String task = the.task(USER_TASK_KEEP_PROMISE).getId();
        assertThat(get("agent1", "/api/work/cards?tasks=" + task, "de")
                        .at("/" + task + "/detail")
                        .asText())
                .isEqualTo(WORDS + ", bis Fr. 27. Nov. 2026, 18:00");
        assertThat(get("agent1", "/engine-rest/task/" + task + "/form-variables", "de")
                        .at("/promiseWhat/value")
                        .asText())
                .isEqualTo(WORDS);
    }

    @Test
    void a_refund_is_an_amount_in_the_language_of_whoever_has_to_pay_it() {
        callsUpToProposing();
        agent1.proposes("A new router", "compensationKind", "refund", "compensationAmount", "18.40");
        agent1.hears("agreed", "mood", 2);
        agent1.wrapsUp();

        assertThat(get("agent1", "/api/cases/" + the.number(), "de")
                        .path("promises")
                        .findValuesAsText("what"))
                .contains("A new router", "Erstattung 18,40 EUR");
        assertThat(get("agent1", "/api/cases/" + the.number(), "en")
                        .path("promises")
                        .findValuesAsText("what"))
                .contains("A new router", "refund 18.40 EUR");
    }

    @Test
    void a_clock_says_what_is_owed_and_why_it_waits_for_somebodys_own_reason() {
        agent1.opens();
        agent1.listens();
        accepted(posts(
                supervisor1,
                "/{case}/clocks/pause",
                "until",
                the.now().plusSeconds(7200).toString(),
                "reason",
                WORDS));

        JsonNode german = get("agent1", "/api/cases/" + the.number(), "de").path("clocks");
        assertThat(german.findValuesAsText("what")).contains("Lösung");
        assertThat(german.findValuesAsText("pausedFor")).contains(WORDS);
        assertThat(german.findValuesAsText("rule")).anyMatch(rule -> rule.matches("Lösung.* \\(ServiceLevels:\\d+\\)"));
    }

    @Test
    void a_colleague_is_named_and_quoted() {
        agent1.opens();
        accepted(posts(agent2, "/{case}/comments", "text", "@agent1 " + WORDS));

        assertThat(sentences("de")).contains("Ben Novak nennt Sie in %s: @agent1 %s".formatted(the.number(), WORDS));
    }

    @Test
    void refusals_are_told_in_german() {
        agent1.opens();

        assertThat(refusal("agent1", "/api/cases/" + the.number() + "/comments", Map.of()))
                .isEqualTo("text: fehlt: was sollen die Kollegen wissen?");
        assertThat(refusal("operator1", "/api/messages/999999/resend", Map.of()))
                .isEqualTo("message: Es gibt keine Nachricht 999999.");
        assertThat(refusal("agent1", "/api/messages/999999/resend", Map.of()))
                .isEqualTo("message: über Nachrichten entscheidet der Betrieb.");
    }

    private List<String> sentences(String language) {
        return get("agent1", "/api/notices", language).findValuesAsText("sentence");
    }

    private JsonNode get(String person, String path, String language) {
        return Objects.requireNonNull(http.withBasicAuth(person, "demo")
                .exchange(path, HttpMethod.GET, new HttpEntity<>(reading(language)), JsonNode.class)
                .getBody());
    }

    private String refusal(String person, String path, Map<String, Object> body) {
        return Objects.requireNonNull(http.withBasicAuth(person, "demo")
                        .exchange(path, HttpMethod.POST, new HttpEntity<>(body, reading("de")), JsonNode.class)
                        .getBody())
                .path("detail")
                .asText();
    }

    private static HttpHeaders reading(String language) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, language);
        return headers;
    }
}
