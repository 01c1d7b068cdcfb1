package org.recourse.compensation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_PROPOSE;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.PostgresApplicationTest;
import org.recourse.escalation.CaseDriver;
import org.recourse.escalation.Colleague;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On a real PostgreSQL, over HTTP: an authority holds for a customer, however many cases are agreed at the same instant. */
@PostgresApplicationTest
@NullUnmarked
@Tag("R15")
@Tag("B14")
class MoneySideBySideIT {

    private static final int CASES = 4;

    @Autowired
    TestRestTemplate http;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({"refund, 50.00, C-SIDE-1", "goodwill, 25.00, C-SIDE-2"})
    void of_four_offers_to_one_customer_in_one_instant_one_is_inside_the_agents_authority(
            String kind, BigDecimal limit, String customer) throws Exception {
        List<String> tasks = new ArrayList<>();
        for (int n = 0; n < CASES; n++) {
            CaseDriver the = new CaseDriver(engine, jdbc);
            Colleague agent = the.person("agent1");
            agent.opens("customerNumber", customer, "email", customer + "@example.com", "title", "Matter " + n);
            agent.listens("product", "product " + n);
            agent.restates();
            tasks.add(task(the.number().value()));
            the.end();
        }

        List<ResponseEntity<JsonNode>> answers = together(tasks, kind, limit);

        assertThat(answers)
                .extracting(answer -> answer.getStatusCode().value())
                .containsExactlyInAnyOrder(204, 400, 400, 400);
        assertThat(answers)
                .filteredOn(answer -> answer.getStatusCode().value() == 400)
                .allSatisfy(
                        answer -> assertThat(answer.getBody().path("message").asText())
                                .contains("above what you may grant here")
                                .contains(limit.toPlainString()));
        assertThat(jdbc.sql("select sum(amount) from money_offer where customer_number = ?")
                        .param(customer)
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo(limit);
    }

    private String task(String caseNumber) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(USER_TASK_PROPOSE)
                .singleResult()
                .getId();
    }

    private List<ResponseEntity<JsonNode>> together(List<String> tasks, String kind, BigDecimal amount)
            throws Exception {
        CyclicBarrier atOnce = new CyclicBarrier(tasks.size());
        List<Callable<ResponseEntity<JsonNode>>> submits = new ArrayList<>();
        for (String task : tasks) {
            submits.add(() -> {
                atOnce.await();
                return submit(task, kind, amount);
            });
        }
        ExecutorService pool = Executors.newFixedThreadPool(tasks.size());
        try {
            List<ResponseEntity<JsonNode>> answers = new ArrayList<>();
            for (Future<ResponseEntity<JsonNode>> answer : pool.invokeAll(submits)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }

    private ResponseEntity<JsonNode> submit(String task, String kind, BigDecimal amount) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("solution", Map.of("value", "We give it back"));
        answers.put("compensationKind", Map.of("value", kind));
        answers.put("compensationAmount", Map.of("value", amount.toPlainString()));
        return http.withBasicAuth("agent1", "demo")
                .postForEntity(
                        "/engine-rest/task/" + task + "/submit-form", Map.of("variables", answers), JsonNode.class);
    }
}
