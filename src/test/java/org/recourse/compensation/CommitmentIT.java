package org.recourse.compensation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.CompensationApprovalIds.USER_TASK_APPROVE_COMPENSATION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_PROPOSE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESOLVE_ESCALATION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.PostgresApplicationTest;
import org.recourse.escalation.CaseDriver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Over HTTP and on a real PostgreSQL: whatever door a figure leaves by, it is inside somebody's authority. */
@PostgresApplicationTest
@NullUnmarked
@Tag("R15")
@Tag("B14")
class CommitmentIT {

    private static final String SOUTHERN_MANAGER = "manager3";

    @Autowired
    TestRestTemplate http;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    private CaseDriver the;

    @BeforeEach
    void one_manager_works_in_the_south_only() {
        the = new CaseDriver(engine, jdbc);
        IdentityService identity = engine.getIdentityService();
        User manager = identity.newUser(SOUTHERN_MANAGER);
        manager.setPassword("demo");
        identity.saveUser(manager);
        for (String group : List.of("manager", "team-south", "team-south-manager")) {
            identity.createMembership(SOUTHERN_MANAGER, group);
        }
    }

    @AfterEach
    void everybody_is_back() {
        jdbc.sql("delete from absence").update();
        engine.getIdentityService().deleteUser(SOUTHERN_MANAGER);
        the.end();
    }

    @ParameterizedTest
    @ValueSource(strings = {"agreed", "unreachable", "undecided", "escalate", "accepted-no-change"})
    void whatever_the_customer_answers_no_figure_above_the_authority_leaves_us(String answer) {
        isWithASupervisor();
        int written = written();

        ResponseEntity<JsonNode> refused = submit(
                "supervisor1",
                USER_TASK_RESOLVE_ESCALATION,
                Map.of(
                        "customerAnswer", answer,
                        "solution", "We make it good",
                        "compensationKind", "goodwill",
                        "compensationAmount", "90000.00"));

        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        assertThat(refused.getBody().path("message").asText())
                .contains("goodwill 90,000.00 EUR is above what you may grant here");
        assertThat(written()).isEqualTo(written);
    }

    @Test
    void what_is_offered_in_writing_is_held_until_it_expires() {
        isWithASupervisor();
        ResponseEntity<JsonNode> sent = submit(
                "supervisor1",
                USER_TASK_RESOLVE_ESCALATION,
                Map.of(
                        "customerAnswer", "unreachable",
                        "solution", "We give it back",
                        "compensationKind", "refund",
                        "compensationAmount", "300.00"));

        assertThat(sent.getStatusCode().value()).isEqualTo(204);
        assertThat(held()).isEqualTo("300.00");
        the.timePasses(Duration.ofDays(20));
        assertThat(held()).isEqualTo("0.00");
    }

    @Test
    @Tag("R17")
    void a_rejected_request_hides_no_refund_from_the_sum_of_thirty_days() {
        String customer = "C-HIDDEN";
        isWithASupervisor("customerNumber", customer, "email", "hidden@example.com");
        the.person("supervisor1")
                .resolves(
                        "subject-to-approval",
                        "solution",
                        "All of it",
                        "compensationKind",
                        "refund",
                        "compensationAmount",
                        "620.00");
        the.person("manager1").decides("reject", "approvalReason", "400 is what it was");
        the.person("supervisor1")
                .resolves(
                        "agreed",
                        "solution",
                        "Most of it",
                        "compensationKind",
                        "refund",
                        "compensationAmount",
                        "400.00");

        the = new CaseDriver(engine, jdbc);
        isWithASupervisor("customerNumber", customer, "email", "hidden@example.com", "title", "The landline is dead");
        ResponseEntity<JsonNode> refused = submit(
                "supervisor1",
                USER_TASK_RESOLVE_ESCALATION,
                Map.of(
                        "customerAnswer", "agreed",
                        "solution", "We give it back",
                        "compensationKind", "refund",
                        "compensationAmount", "101.00"));

        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        assertThat(refused.getBody().path("message").asText()).contains("with 400.00 EUR in other cases");
    }

    @Test
    void an_offer_that_stands_counts_in_the_customers_other_case_until_it_is_refused() {
        String customer = "C-STANDS";
        CaseDriver first = the;
        isUpToProposing("customerNumber", customer, "email", "stands@example.com");
        assertThat(proposes("30.00").getStatusCode().value()).isEqualTo(204);
        the = new CaseDriver(engine, jdbc);
        isUpToProposing("customerNumber", customer, "email", "stands@example.com", "title", "The landline is dead");
        assertThat(proposes("20.01").getStatusCode().value()).isEqualTo(400);

        first.person("agent1").hears("another-angle", "refusalReason", "too little");

        assertThat(proposes("20.01").getStatusCode().value()).isEqualTo(204);
    }

    @Test
    void an_offer_that_somebody_else_approved_leaves_ones_own_authority_in_the_customers_other_case_alone() {
        String customer = "C-CEILING";
        isUpToTheHandOver("customerNumber", customer, "email", "ceiling@example.com");
        the.person("supervisor1").takesOver("ceilingKind", "refund", "ceilingAmount", "620.00");
        assertThat(approves("manager1").getStatusCode().value()).isEqualTo(204);
        assertThat(offers("600.00").getStatusCode().value()).isEqualTo(204);

        the = new CaseDriver(engine, jdbc);
        isWithASupervisor("customerNumber", customer, "email", "ceiling@example.com", "title", "The landline is dead");

        assertThat(offers("500.01").getStatusCode().value()).isEqualTo(400);
        assertThat(offers("500.00").getStatusCode().value()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({
        "manager1, agent2, has not the role",
        "manager1, auditor1, has not the role",
        "manager1, supervisor1, has not the role",
        "supervisor1, agent1, has not the role",
        "manager1, manager2, is there",
        "manager2, manager1, is there"
    })
    @Tag("R17")
    void a_right_is_lent_to_those_only_who_have_it(String who, String substitute, String sentence) {
        ResponseEntity<JsonNode> entered = isAway(who, substitute);

        assertThat(entered.getStatusCode().value()).isEqualTo(sentence.equals("is there") ? 201 : 400);
        assertThat(sentence.equals("is there")
                        || entered.getBody().path("detail").asText().contains(sentence))
                .isTrue();
    }

    @Test
    @Tag("R17")
    void what_was_lent_is_not_lent_on_and_comes_round_to_nobody() {
        assertThat(isAway("manager1", "manager2").getStatusCode().value()).isEqualTo(201);

        assertThat(isAway("manager2", "manager1").getBody().path("detail").asText())
                .contains("is away at that time and Miguel Duarte stands in for them");
        assertThat(isAway("manager2", SOUTHERN_MANAGER).getBody().path("detail").asText())
                .contains("Miguel Duarte stands in for Mara Keller at that time");
        assertThat(isAway(SOUTHERN_MANAGER, "manager1").getBody().path("detail").asText())
                .contains("is away at that time too");
    }

    @Test
    @Tag("R17")
    void two_managers_are_the_authorities_of_two_managers() {
        isAway("manager1", SOUTHERN_MANAGER);
        isUpToTheHandOver();
        the.person("supervisor1").takesOver("ceilingKind", "refund", "ceilingAmount", "3000.00");
        assertThat(approves(SOUTHERN_MANAGER).getStatusCode().value()).isEqualTo(204);
        jdbc.sql("delete from absence").update();

        ResponseEntity<JsonNode> second = approves("manager1");

        assertThat(second.getStatusCode().value()).isEqualTo(403);
        assertThat(second.getBody().path("message").asText()).contains("made in your place");
        assertThat(approves("manager2").getStatusCode().value()).isEqualTo(204);
    }

    @Test
    @Tag("R17")
    void a_manager_who_stands_in_for_another_decides_first_in_their_own_right() {
        isAway("manager1", "manager2");
        isUpToTheHandOver();
        the.person("supervisor1").takesOver("ceilingKind", "refund", "ceilingAmount", "3000.00");
        assertThat(approves("manager2").getStatusCode().value()).isEqualTo(204);
        assertThat(approves("manager2").getStatusCode().value()).isEqualTo(403);
        jdbc.sql("delete from absence").update();

        assertThat(approves("manager1").getStatusCode().value()).isEqualTo(204);
    }

    @Test
    @Tag("R17")
    void who_stood_in_when_it_was_asked_decides_nothing_once_the_absence_is_over() {
        isAway("manager1", SOUTHERN_MANAGER);
        isUpToTheHandOver();
        the.person("supervisor1").takesOver("ceilingKind", "refund", "ceilingAmount", "620.00");
        jdbc.sql("delete from absence").update();

        assertThat(approves(SOUTHERN_MANAGER).getStatusCode().value()).isEqualTo(403);
    }

    private void isUpToProposing(Object... opening) {
        the.person("agent1").opens(opening);
        the.person("agent1").listens();
        the.person("agent1").restates();
    }

    private void isUpToTheHandOver(Object... opening) {
        the.person("agent1").opens(opening);
        the.person("agent1").leaves(USER_TASK_LISTEN, "hand-over");
    }

    private void isWithASupervisor(Object... opening) {
        isUpToTheHandOver(opening);
        the.person("supervisor1").takesOver();
        assertThat(the.steps()).contains(USER_TASK_RESOLVE_ESCALATION).doesNotContain(USER_TASK_REVIEW_HANDOVER);
    }

    private ResponseEntity<JsonNode> proposes(String refund) {
        return submit(
                "agent1",
                USER_TASK_PROPOSE,
                Map.of(
                        "solution", "We give it back",
                        "compensationKind", "refund",
                        "compensationAmount", refund));
    }

    /** In writing, by a supervisor. */
    private ResponseEntity<JsonNode> offers(String refund) {
        return submit(
                "supervisor1",
                USER_TASK_RESOLVE_ESCALATION,
                Map.of(
                        "customerAnswer", "unreachable",
                        "solution", "We give it back",
                        "compensationKind", "refund",
                        "compensationAmount", refund));
    }

    private ResponseEntity<JsonNode> approves(String person) {
        return submit(person, USER_TASK_APPROVE_COMPENSATION, Map.of("approvalDecision", "approve"));
    }

    private ResponseEntity<JsonNode> isAway(String person, String substitute) {
        return http.withBasicAuth(person, "demo")
                .postForEntity(
                        "/api/absences",
                        Map.of("substitute", substitute, "from", "2026-11-24", "to", "2026-11-25"),
                        JsonNode.class);
    }

    private ResponseEntity<JsonNode> submit(String person, String step, Map<String, String> answers) {
        Map<String, Object> variables = new HashMap<>();
        answers.forEach((field, answer) -> variables.put(field, Map.of("value", answer)));
        String task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(the.number().value())
                .taskDefinitionKey(step)
                .singleResult()
                .getId();
        return http.withBasicAuth(person, "demo")
                .postForEntity(
                        "/engine-rest/task/" + task + "/submit-form", Map.of("variables", variables), JsonNode.class);
    }

    private int written() {
        return jdbc.sql("""
                        select (select count(*) from message where case_number = :case)
                          + (select count(*) from proposal where case_number = :case)
                          + (select count(*) from reservation where case_number = :case)""").param("case", the.number()).query(Integer.class).single();
    }

    private String held() {
        return jdbc.sql("select coalesce(sum(held), 0.00) from reservation where case_number = ?")
                .param(the.number())
                .query(String.class)
                .single();
    }
}
