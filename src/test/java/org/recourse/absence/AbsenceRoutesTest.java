package org.recourse.absence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.RecourseApplicationTest;
import org.recourse.escalation.CaseDriver;
import org.recourse.identifier.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Absences are kept with from and to by the people themselves or their supervisor, and by nobody else. */
@RecourseApplicationTest
@NullUnmarked
@Tag("R17")
@Tag("R26")
class AbsenceRoutesTest {

    @Autowired
    TestRestTemplate http;

    @Autowired
    Absences absences;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void it_is_tuesday() {
        ClockUtil.setCurrentTime(java.util.Date.from(CaseDriver.TUESDAY_MORNING));
    }

    @AfterEach
    void everybody_is_back() {
        jdbc.sql("delete from absence").update();
        ClockUtil.reset();
    }

    @ParameterizedTest(name = "{0} enters the absence of {1}: {2}")
    @CsvSource({
        "agent1, agent1, 201",
        "agent1, agent2, 403",
        "supervisor1, agent2, 201",
        "supervisor1, agent3, 403",
        "supervisor1, manager1, 403",
        "manager1, supervisor2, 201",
        "manager1, manager2, 201",
        "auditor1, agent1, 403"
    })
    void who_enters_whose_absence(String who, String whose, int status) {
        assertThat(enter(who, whose, null, "2026-11-24", "2026-11-24")
                        .getStatusCode()
                        .value())
                .isEqualTo(status);
        assertThat(absences.isAbsent(PersonId.of(whose))).isEqualTo(status == 201);
    }

    @Test
    void the_last_day_is_included_and_the_next_one_is_not() {
        enter("manager1", "", "manager2", "2026-11-24", "2026-11-25");

        assertThat(absences.substituteOf(PersonId.of("manager1"))).contains(PersonId.of("manager2"));
        ClockUtil.setCurrentTime(java.util.Date.from(java.time.Instant.parse("2026-11-25T22:59:59Z")));
        assertThat(absences.substituteOf(PersonId.of("manager1"))).contains(PersonId.of("manager2"));
        ClockUtil.setCurrentTime(java.util.Date.from(java.time.Instant.parse("2026-11-25T23:00:00Z")));
        assertThat(absences.substituteOf(PersonId.of("manager1"))).isEmpty();
        assertThat(absences.isAbsent(PersonId.of("manager1"))).isFalse();
    }

    @Test
    @Tag("R27")
    void a_refusal_is_said_in_the_readers_language() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, "de");
        Map<String, Object> body = Map.of("person", "is open.", "from", "2026-11-24", "to", "2026-11-24");

        assertThat(http.withBasicAuth("agent1", "demo")
                        .postForObject("/api/absences", new HttpEntity<>(body, headers), JsonNode.class)
                        .get("detail")
                        .asText())
                .isEqualTo("person: „is open.“ gibt es hier nicht.");
    }

    @Test
    void a_substitute_who_goes_away_without_one_is_stood_in_for_by_nobody() {
        enter("manager1", "", "manager2", "2026-11-24", "2026-11-24");
        enter("manager2", "", "", "2026-11-24", "2026-11-24");

        assertThat(absences.substituteOf(PersonId.of("manager1"))).isEmpty();
    }

    @ParameterizedTest(name = "{0}, {1} to {2} names {3}")
    @CsvSource({
        "nobody-here, 2026-11-24, 2026-11-25, substitute",
        "manager1, 2026-11-24, 2026-11-25, substitute",
        "supervisor2, 2026-11-24, 2026-11-25, substitute",
        "auditor1, 2026-11-24, 2026-11-25, substitute",
        "manager2, 2026-11-26, 2026-11-24, to",
        "manager2, next week, 2026-11-24, from",
        "manager2, , 2026-11-24, from"
    })
    void what_cannot_be_is_refused_with_its_field(String substitute, String from, String to, String field) {
        ResponseEntity<JsonNode> refused = enter("manager1", "", substitute, from, to);

        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        assertThat(refused.getBody().get("field").asText()).isEqualTo(field);
        assertThat(jdbc.sql("select count(*) from absence").query(Integer.class).single())
                .isZero();
    }

    @Test
    void an_absence_ends_early_and_only_by_those_who_may_enter_it() {
        long id = enter("manager1", "", "manager2", "2026-11-24", "2026-11-30")
                .getBody()
                .get("id")
                .asLong();

        assertThat(end("supervisor1", id)).isEqualTo(403);
        assertThat(absences.isAbsent(PersonId.of("manager1"))).isTrue();
        assertThat(end("manager1", id)).isEqualTo(204);
        assertThat(absences.isAbsent(PersonId.of("manager1"))).isFalse();
        assertThat(jdbc.sql("select ended_by from absence where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("manager1");
    }

    @Test
    void the_form_offers_those_whose_absence_one_may_enter_and_everybody_who_may_stand_in() {
        JsonNode choices =
                http.withBasicAuth("supervisor1", "demo").getForObject("/api/absences/choices", JsonNode.class);

        assertThat(choices.get("mine"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("agent1", "agent2", "supervisor1");
        assertThat(choices.get("people").get("manager2").asText()).isNotBlank().isNotEqualTo("manager2");
        assertThat(choices.get("people").has("auditor1")).isFalse();
    }

    private ResponseEntity<JsonNode> enter(String who, String whose, String substitute, String from, String to) {
        Map<String, Object> body = new HashMap<>();
        body.put("person", whose);
        body.put("substitute", substitute);
        body.put("from", from);
        body.put("to", to);
        return http.withBasicAuth(who, "demo").postForEntity("/api/absences", body, JsonNode.class);
    }

    private int end(String who, long id) {
        return http.withBasicAuth(who, "demo")
                .exchange("/api/absences/" + id, HttpMethod.DELETE, new HttpEntity<>(null), JsonNode.class)
                .getStatusCode()
                .value();
    }
}
