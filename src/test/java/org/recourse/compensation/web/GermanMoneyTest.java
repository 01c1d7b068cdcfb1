package org.recourse.compensation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.CompensationApprovalIds.USER_TASK_APPROVE_COMPENSATION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.RecourseApplicationTest;
import org.recourse.escalation.CaseDriver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is said about money is German for whoever reads German, and what people wrote about it stays as it is. */
@RecourseApplicationTest
@NullUnmarked
@Tag("R27")
class GermanMoneyTest {

    private static final String WORDS = "Refund of the fee (agreed), 12.50 EUR left";

    @Autowired
    TestRestTemplate http;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    CaseDriver the;

    @BeforeEach
    void a_supervisor_asks_for_a_ceiling() {
        the = new CaseDriver(engine, jdbc);
        the.person("agent1").opens();
        the.person("agent1").leaves(USER_TASK_LISTEN, "hand-over");
        the.person("supervisor1").takesOver("ceilingKind", "refund", "ceilingAmount", 620, "problemGoal", WORDS);
    }

    @AfterEach
    void end() {
        the.end();
    }

    @Test
    void an_approver_reads_the_request_in_German_with_the_words_of_who_asked() {
        String task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(the.number().value())
                .taskDefinitionKey(USER_TASK_APPROVE_COMPENSATION)
                .singleResult()
                .getId();

        JsonNode form = german("manager1", HttpMethod.GET, "/engine-rest/task/%s/form-variables".formatted(task), null);

        assertThat(form.at("/requestText/value").asText())
                .endsWith("bittet um Erstattung 620,00 EUR, als Rahmen vor dem Gespräch.");
        assertThat(form.at("/valueText/value").asText()).contains("Kosten, wenn jetzt gewährt wird: 620,00 EUR.");
        assertThat(form.at("/budgetText/value").asText()).contains("EUR sind im November 2026 für team-north übrig");
        assertThat(form.at("/requestReason/value").asText()).startsWith(WORDS);
    }

    @Test
    void the_reason_of_an_entry_is_said_and_what_a_manager_wrote_is_quoted() {
        resize("3000000", WORDS);

        assertThat(german("manager1", HttpMethod.GET, "/api/budgets/entries?team=team-south&figure=budget", null)
                        .get("entries")
                        .findValuesAsText("reason"))
                .contains("das eingestellte Budget", WORDS);
    }

    @Test
    void a_refusal_is_German_and_its_amounts_are_too() {
        assertThat(resize("-1", "save").get("detail").asText()).doesNotContain("negative");
        assertThat(german(
                                "manager1",
                                HttpMethod.PUT,
                                "/api/budgets/team-north/2026-11",
                                Map.of("amount", "1", "reason", "save"))
                        .get("detail")
                        .asText())
                .matches("amount: [\\d.]+,\\d\\d EUR sind schon reserviert oder verbucht;.*");
        assertThat(german("agent1", HttpMethod.GET, "/api/budgets", null)
                        .get("detail")
                        .asText())
                .isEqualTo("role: das dürfen nur die Rollen manager, auditor.");
    }

    private JsonNode resize(String amount, String reason) {
        return german(
                "manager1",
                HttpMethod.PUT,
                "/api/budgets/team-south/2026-11",
                Map.of("amount", amount, "reason", reason));
    }

    private JsonNode german(String person, HttpMethod method, String path, @Nullable Object body) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, "de-DE,de;q=0.9");
        return http.withBasicAuth(person, "demo")
                .exchange(path, method, new HttpEntity<>(body, headers), JsonNode.class)
                .getBody();
    }
}
