package org.recourse.compensation.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.RecourseApplicationTest;
import org.recourse.escalation.CaseDriver;
import org.recourse.escalation.Colleague;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the budget page is made of: every figure is the sum of the entries behind it, and only some may look. */
@RecourseApplicationTest
@NullUnmarked
@Tag("B1")
class BudgetRoutesTest {

    @Autowired
    TestRestTemplate http;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    CaseDriver the;

    @BeforeEach
    void two_cases_one_with_money_granted_and_one_with_money_held() {
        the = new CaseDriver(engine, jdbc);
        Colleague agent = the.person("agent1");
        agent.opens();
        agent.listens();
        agent.restates();
        agent.proposes("A refund", "compensationKind", "refund", "compensationAmount", "18.40");
        agent.hears("agreed", "mood", 2);
        agent.wrapsUp("cause", "long-wait");
        the.jobsRun();
    }

    @AfterEach
    void end() {
        the.end();
    }

    @Test
    void supervisors_see_and_pay_what_their_own_team_granted_only() {
        var grant = jdbc.sql("select grant_key from compensation_grant where case_number = ?")
                .param(the.number())
                .query(String.class)
                .single();

        assertThat(grantsOf("supervisor1")).contains(grant);
        assertThat(grantsOf("manager1")).contains(grant);
        assertThat(grantsOf("auditor1")).contains(grant);
        assertThat(grantsOf("supervisor2")).isNotEmpty().doesNotContain(grant);
        assertThat(status("manager1", HttpMethod.POST, "/api/grants/" + grant + "/sending", null))
                .as("it waits for a person, nothing of it was ever sent")
                .isEqualTo(400);
        var payment = "/api/grants/" + grant + "/payment";
        assertThat(status("supervisor2", HttpMethod.POST, payment, Map.of("reference", "bank 1")))
                .isEqualTo(403);
        assertThat(grantsOf("supervisor1")).contains(grant);
        assertThat(status("supervisor1", HttpMethod.POST, payment, Map.of("reference", "bank 1")))
                .isEqualTo(204);
    }

    private String grantsOf(String person) {
        return http.withBasicAuth(person, "demo").getForObject("/api/grants", String.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"budget", "reserved", "committed", "left"})
    void every_figure_is_the_sum_of_the_entries_behind_it(String figure) {
        for (JsonNode team : get("manager1", "/api/budgets").get("teams")) {
            String name = team.get("team").asText();
            JsonNode behind = get("auditor1", "/api/budgets/entries?team=%s&figure=%s".formatted(name, figure));

            assertThat(behind.get("total").decimalValue())
                    .as("%s of %s", figure, name)
                    .isEqualByComparingTo(team.get(figure).decimalValue());
            assertThat(behind.get("entries").size())
                    .isEqualTo(Math.min(200, behind.get("count").asInt()));
        }
    }

    @Test
    void what_a_cause_cost_is_the_sum_of_its_entries_too() {
        JsonNode causes = get("manager1", "/api/budgets").get("causes");

        assertThat(causes).anyMatch(cause -> cause.get("cause").asText().equals("long-wait"));
        for (JsonNode cause : causes) {
            JsonNode behind = get(
                    "manager1",
                    "/api/budgets/entries?figure=committed&team=%s&cause=%s"
                            .formatted(
                                    cause.get("team").asText(),
                                    cause.get("cause").asText()));
            assertThat(behind.get("total").decimalValue())
                    .isEqualByComparingTo(cause.get("committed").decimalValue());
        }
    }

    @Test
    void the_entries_are_a_file_for_spreadsheets_that_no_cell_of_takes_for_a_formula() {
        resize("manager1", "team-south", "1000001", "=cmd|' /C calc'!A1");

        String csv = text("auditor1", "/api/budgets/entries?figure=budget&team=team-south");

        assertThat(csv)
                .startsWith(
                        "at,team,kind,account,amount,currency,caseNumber,customerNumber,compensationKind,cause,who,reason")
                .contains("'=cmd|' /C calc'!A1");
        assertThat(text("manager1", "/api/budgets/entries"))
                .contains(the.number().value());
    }

    @Test
    void the_forecast_carries_on_what_is_spoken_for_at_the_pace_of_business_time() {
        JsonNode north = get("manager1", "/api/budgets").get("teams").get(0);
        BigDecimal spoken =
                north.get("reserved").decimalValue().add(north.get("committed").decimalValue());

        assertThat(north.get("team").asText()).isEqualTo("team-north");
        // 24 November, 10:02: most of the month's business time has passed
        assertThat(north.get("forecast").decimalValue()).isBetween(spoken, spoken.multiply(new BigDecimal("1.5")));

        the.itIs(java.time.Instant.parse("2027-01-02T12:00:00Z"));
        assertThat(get("manager1", "/api/budgets")
                        .get("teams")
                        .get(0)
                        .get("forecast")
                        .isNull())
                .as("too early in the month to tell")
                .isTrue();
    }

    @Test
    void a_budget_is_not_made_less_than_what_is_spoken_for_and_a_reason_is_needed() {
        ResponseEntity<JsonNode> less = resize("manager1", "team-north", "1", "save");
        assertThat(less.getStatusCode().value()).isEqualTo(400);
        assertThat(less.getBody().get("detail").asText()).contains("are reserved or committed already");

        ResponseEntity<JsonNode> silent = resize("manager1", "team-north", "2000000", " ");
        assertThat(silent.getStatusCode().value()).isEqualTo(400);
        assertThat(silent.getBody().get("field").asText()).isEqualTo("reason");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent1", "supervisor1", "owner1", "operator1"})
    void others_than_managers_and_auditors_see_nothing(String person) {
        for (String path : List.of("/api/budgets", "/api/budgets/entries")) {
            assertThat(status(person, HttpMethod.GET, path, null)).isEqualTo(403);
        }
        assertThat(get(person, "/api/budgets/permission").get("read").asBoolean())
                .isFalse();
    }

    @Test
    void an_auditor_reads_and_changes_nothing() {
        assertThat(resize("auditor1", "team-north", "2000000", "more")
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(status("auditor1", HttpMethod.POST, "/api/grants/x/payment", Map.of("reference", "1")))
                .isEqualTo(403);
        assertThat(get("auditor1", "/api/budgets/permission").get("change").asBoolean())
                .isFalse();
    }

    @Test
    void a_grant_that_there_is_not_is_not_found() {
        for (String what : List.of("sending", "payment")) {
            assertThat(status("manager1", HttpMethod.POST, "/api/grants/unknown/" + what, Map.of("reference", "1")))
                    .isEqualTo(404);
        }
    }

    @Test
    void a_figure_that_there_is_not_is_refused_by_name() {
        ResponseEntity<JsonNode> refused = http.withBasicAuth("manager1", "demo")
                .getForEntity("/api/budgets/entries?figure=profit&month=2026-11", JsonNode.class);
        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        assertThat(refused.getBody().get("detail").asText()).contains("budget, reserved, committed, left");
    }

    private ResponseEntity<JsonNode> resize(String person, String team, String amount, String reason) {
        return http.withBasicAuth(person, "demo")
                .exchange(
                        "/api/budgets/%s/2026-11".formatted(team),
                        HttpMethod.PUT,
                        new HttpEntity<>(Map.of("amount", amount, "reason", reason)),
                        JsonNode.class);
    }

    private JsonNode get(String person, String path) {
        return http.withBasicAuth(person, "demo").getForObject(path, JsonNode.class);
    }

    private String text(String person, String path) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT, "text/csv");
        return http.withBasicAuth(person, "demo")
                .exchange(path, HttpMethod.GET, new HttpEntity<>(headers), String.class)
                .getBody();
    }

    private int status(String person, HttpMethod method, String path, @Nullable Object body) {
        return http.withBasicAuth(person, "demo")
                .exchange(path, method, new HttpEntity<>(body), JsonNode.class)
                .getStatusCode()
                .value();
    }
}
