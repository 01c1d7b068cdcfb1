package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.RecourseApplicationTest;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** What a case says to people is said in the language of each reader, over real HTTP; what somebody wrote stays theirs. */
@RecourseApplicationTest
@Tag("R27")
class GermanCaseTest extends PathsOfACase {

    /** Full of words that Recourse uses itself. */
    private static final String REASON = "The account is open. Refund of the fee (agreed): is yours already.";

    @Test
    void a_notice_is_in_the_language_of_whoever_reads_it_and_the_reason_in_that_of_whoever_wrote_it() {
        agent1.opens();
        agent1.listens();
        accepted(posts(agent2, "/{case}/take-over", "reason", REASON));

        assertThat(notices("agent1", Locale.GERMANY))
                .contains("Ben Novak hat %s von Ihnen übernommen: %s".formatted(the.number(), REASON));
        assertThat(notices("agent1", Locale.UK))
                .contains("Ben Novak took %s over from you: %s".formatted(the.number(), REASON));
    }

    @Test
    void somebody_who_is_asked_reads_the_question_as_it_was_asked() {
        agent1.opens();
        accepted(posts(agent1, "/{case}/questions", "to", "agent2", "question", REASON));

        assertThat(notices("agent2", Locale.GERMANY))
                .contains("Amira Haddad fragt Sie zu %s: %s".formatted(the.number(), REASON));
    }

    @Test
    void a_refusal_says_its_parts_in_one_language() {
        agent1.opens();
        agent1.listens();
        agent1.restates();

        assertThat(refusal("agent1", Locale.GERMANY, "/corrections", Map.of("step", "review", "reason", "r")))
                .isEqualTo(
                        "step: von dort, wo %s ist, führt kein Weg zurück zu „review“. Eine Vorgesetzte kann ihn wieder öffnen."
                                .formatted(the.number()));
        assertThat(refusal("agent1", Locale.UK, "/corrections", Map.of("step", "review", "reason", "r")))
                .isEqualTo("step: there is no way back to \"review\" from where %s is. A supervisor can reopen it."
                        .formatted(the.number()));
        assertThat(refusal("agent1", Locale.GERMANY, "/take-over", Map.of())).isEqualTo("reason: fehlt: warum?");
    }

    @Test
    void a_holder_is_named_where_somebody_else_may_not() {
        agent1.opens();
        agent1.listens();

        assertThat(refusal("agent2", Locale.GERMANY, "/corrections", Map.of("step", "listen", "reason", "r")))
                .startsWith("Amira Haddad hat " + the.number());
        assertThat(refusal("agent3", Locale.GERMANY, "/take-over", Map.of("reason", "r")))
                .isEqualTo("Sie arbeiten nicht an %s.".formatted(the.number()));
    }

    @Test
    void a_clock_is_asked_for_in_german() {
        agent1.opens();

        assertThat(refusal("agent1", Locale.GERMANY, "/clocks/pause", Map.of("reason", "r")))
                .isEqualTo("Vorgesetzte und Leitung halten Uhren an und verlängern Fristen.");
        assertThat(refusal("supervisor1", Locale.GERMANY, "/clocks/pause", Map.of("reason", "r")))
                .startsWith("until: muss in der Zukunft liegen");
    }

    private String refusal(String person, Locale language, String path, Map<String, Object> body) {
        JsonNode problem = asks(person, language, HttpMethod.POST, "/api/cases/" + the.number() + path, body);
        return problem.path("detail").asText();
    }

    private List<String> notices(String person, Locale language) {
        return asks(person, language, HttpMethod.GET, "/api/notices", null).findValuesAsText("sentence");
    }

    private JsonNode asks(String person, Locale language, HttpMethod method, String path, @Nullable Object body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setAcceptLanguageAsLocales(List.of(language));
        return Objects.requireNonNull(http.withBasicAuth(person, "demo")
                .exchange(path, method, new HttpEntity<>(body, headers), JsonNode.class)
                .getBody());
    }
}
