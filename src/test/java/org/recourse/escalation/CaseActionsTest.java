package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.RecourseApplicationTest;

/** Which buttons a person is shown in the case file, and how they find a case that has no step for them (R22, R29). */
@RecourseApplicationTest
@NullUnmarked
@Tag("R22")
class CaseActionsTest extends PathsOfACase {

    @Test
    void each_is_offered_what_the_server_would_take_from_them() {
        callsUpToProposing();

        assertThat(possible("agent1", "takeBack")).isEqualTo("[\"listen\",\"restate\"]");
        assertThat(possible("agent1", "takeOver")).isEqualTo("false");
        assertThat(possible("agent1", "close")).isEqualTo("false");
        assertThat(possible("agent2", "takeBack")).isEqualTo("[]");
        assertThat(possible("agent2", "takeOver")).isEqualTo("true");
        assertThat(possible("supervisor1", "takeBack")).isEqualTo("[\"listen\",\"restate\"]");
        assertThat(possible("supervisor1", "close")).isEqualTo("true");
        assertThat(possible("supervisor1", "reopen")).isEqualTo("false");
        assertThat(possible("auditor1", "attach")).isEqualTo("false");
        assertThat(possible("auditor1", "otherCustomer")).isEqualTo("false");
        accepted(posts(supervisor1, "/{case}/closing", "reason", "A test."));
        assertThat(possible("supervisor1", "reopen")).isEqualTo("true");
        assertThat(possible("supervisor1", "takeBack")).isEqualTo("[]");
        assertThat(possible("agent2", "takeOver")).isEqualTo("false");
        assertThat(possible("agent1", "reopen")).isEqualTo("false");
    }

    @ParameterizedTest
    @CsvSource({"{case}", "{customer}", "{customer}@example.com"})
    void a_case_is_found_by_what_a_caller_says(String said) {
        agent1.opens();

        var found = find("agent2", said);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("caseNumber").asText())
                .isEqualTo(the.number().value());
        assertThat(found.get(0).get("title").asText()).isEqualTo("Charged twice");
        assertThat(found.get(0).get("with").asText()).isEqualTo("Amira Haddad");
    }

    @Test
    void of_a_case_of_another_team_no_more_is_said_than_that_it_is_there() {
        agent1.opens();

        var found = find("agent3", "{case}");

        assertThat(found.get(0).get("readable").asBoolean()).isFalse();
        assertThat(found.get(0).get("title").isNull()).isTrue();
        assertThat(found.get(0).get("customer").isNull()).isTrue();
        assertThat(find("agent3", "nobody@example.com")).isEmpty();
    }

    private JsonNode find(String person, String said) {
        return http.withBasicAuth(person, "demo")
                .getForObject(
                        "/api/cases?find={said}",
                        JsonNode.class,
                        said.replace("{case}", the.number().value()).replace("{customer}", the.customer()));
    }

    private String possible(String person, String action) {
        return http.withBasicAuth(person, "demo")
                .getForObject("/api/cases/" + the.number() + "/actions", JsonNode.class)
                .get(action)
                .toString();
    }
}
