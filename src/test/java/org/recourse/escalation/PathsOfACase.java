package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.recourse.CasesPutAway;
import org.recourse.callback.Callbacks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests of the paths share: a fresh case each, the people of the demo, the API. */
abstract class PathsOfACase {

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestRestTemplate http;

    @Autowired
    Callbacks callbacks;

    CaseDriver the;
    Colleague agent1;
    Colleague agent2;
    Colleague supervisor1;
    Colleague manager1;
    Colleague manager2;

    @BeforeEach
    void aFreshCase() {
        isTheCase(new CaseDriver(engine, jdbc));
    }

    final void isTheCase(CaseDriver driver) {
        the = driver;
        agent1 = the.person("agent1");
        agent2 = the.person("agent2");
        supervisor1 = the.person("supervisor1");
        manager1 = the.person("manager1");
        manager2 = the.person("manager2");
    }

    @AfterEach
    void end() {
        the.end();
        CasesPutAway.from(jdbc);
    }

    void timePasses(Duration duration) {
        the.timePasses(duration);
    }

    /** Minutes, hours and days as {@code PT10M}, {@code PT4H}, {@code P3D}. */
    void timePasses(String duration) {
        the.timePasses(Duration.parse(duration));
    }

    void untilNow(Instant at) {
        the.timePasses(Duration.between(the.now(), at));
    }

    ResponseEntity<Map<String, Object>> posts(Colleague person, String path, Object... body) {
        return posts(person, path, Colleague.with(body));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    ResponseEntity<Map<String, Object>> posts(Colleague person, String path, Map<String, Object> body) {
        ResponseEntity<Map> answer = http.withBasicAuth(person.id(), "demo")
                .postForEntity(
                        "/api/cases"
                                + path.replace(
                                        "{case}",
                                        path.contains("{case}") ? the.number().value() : ""),
                        body,
                        Map.class);
        return (ResponseEntity) answer;
    }

    void accepted(ResponseEntity<?> answer) {
        assertThat(answer.getStatusCode().is2xxSuccessful())
                .as(String.valueOf(answer))
                .isTrue();
    }

    void refused(ResponseEntity<Map<String, Object>> answer, String field) {
        assertThat(answer.getStatusCode()).as(String.valueOf(answer)).isEqualTo(HttpStatus.BAD_REQUEST);
        Map<String, Object> problem = Objects.requireNonNull(answer.getBody());
        assertThat(problem).containsEntry("field", field);
        assertThat(String.valueOf(problem.get("detail"))).startsWith(field + ": ");
    }

    /** Straight to the proposal's answer, in one go. */
    void agreesAtOnce(Object... offer) {
        callsUpToChecking(offer);
        agent1.hears("agreed", "mood", 2);
        agent1.wrapsUp();
    }

    void callsUpToChecking(Object... offer) {
        callsUpToProposing();
        agent1.proposes("A corrected bill", offer);
    }

    void callsUpToProposing() {
        agent1.opens();
        agent1.listens();
        agent1.restates();
    }

    /** Handed over in the first sentence, the customer on the line. */
    void handsOverAtOnce(Object... more) {
        agent1.opens();
        agent1.leaves(USER_TASK_LISTEN, "hand-over", more);
    }
}
