package org.recourse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.RecourseApplicationTest;
import org.recourse.identifier.Team;
import org.recourse.identity.WhoAmIController.WhoAmI;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

@RecourseApplicationTest
class WebSecurityTest {

    @Autowired
    TestRestTemplate http;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcIndexedSessionRepository sessions;

    @Test
    void sessions_need_no_transactions_and_all_else_does() {
        assertThat(sessions).extracting("transactionOperations").isSameAs(TransactionOperations.withoutTransaction());
        assertThat(transactions).isInstanceOf(TransactionTemplate.class);
    }

    @Test
    void health_is_up_and_open() {
        var health = http.getForEntity("/actuator/health", String.class);

        assertThat(health.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(health.getBody()).contains("UP");
    }

    @ParameterizedTest
    @CsvSource({"/actuator/prometheus", "/engine-rest/task", "/engine-rest/engine", "/api/test/who-am-i", "/api/none"})
    void needs_a_login(String path) {
        assertThat(http.getForEntity(path, String.class).getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(as("agent1", path, String.class).getStatusCode()).isNotEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/elsewhere", "/h2-console", "/actuatorx", "/camunda/api/admin/setup/default/user/create"})
    void is_shut_unless_listed(String path) {
        assertThat(http.getForEntity(path, String.class).getStatusCode())
                .isIn(HttpStatus.FORBIDDEN, HttpStatus.NOT_FOUND);
    }

    @Test
    void a_wrong_password_is_refused_with_a_problem_and_does_not_shut_out_its_owner() {
        var refused = http.withBasicAuth("agent1", "wrong").getForEntity("/api/test/who-am-i", ProblemDetail.class);

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(refused.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(as("agent1", "/api/test/who-am-i", String.class).getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void the_domain_learns_who_asks() {
        var agent = as("agent1", "/api/test/who-am-i", WhoAmI.class).getBody();

        assertThat(agent).isNotNull();
        assertThat(agent.id()).isEqualTo("agent1");
        assertThat(agent.groups()).containsExactlyInAnyOrder("agent", "team-north", "team-north-agent");
        assertThat(agent.teams()).containsExactly(Team.of("team-north"));
    }

    @Test
    void the_bare_address_leads_to_tasklist() {
        var page = http.getForEntity("/", String.class);

        assertThat(page.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(page.getBody()).contains("Tasklist");
    }

    private <T> ResponseEntity<T> as(String user, String path, Class<T> type) {
        return http.withBasicAuth(user, "demo").getForEntity(path, type);
    }
}
