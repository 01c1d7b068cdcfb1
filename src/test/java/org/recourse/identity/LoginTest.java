package org.recourse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.recourse.RecourseApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.jdbc.core.simple.JdbcClient;

@RecourseApplicationTest
class LoginTest {

    private static final String WHO_AM_I = "/api/test/who-am-i";
    private static final String FILTERS = "/camunda/api/engine/engine/default/filter/count";

    @Autowired
    TestRestTemplate http;

    @Autowired
    IdentityService identityService;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    /** A new one each time, because failures are remembered. */
    String user = "newcomer" + System.nanoTime();

    @BeforeEach
    void hire() {
        var person = identityService.newUser(user);
        person.setPassword("first");
        identityService.saveUser(person);
        identityService.createMembership(user, Roles.AGENT);
    }

    @AfterEach
    void leave() {
        identityService.deleteUser(user);
    }

    @Test
    void the_eleventh_try_is_refused_even_with_the_right_password() {
        for (int i = 0; i < 10; i++) {
            assertThat(basic("wrong")).isEqualTo(HttpStatus.UNAUTHORIZED);
        }

        var answer = http.withBasicAuth(user, "first").getForEntity(WHO_AM_I, String.class);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isNotNull();
        assertThat(http.withBasicAuth("agent1", "demo")
                        .getForEntity(WHO_AM_I, String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void failures_on_camundas_page_with_basic_and_over_rest_count_together() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(new Browser(port).logIn(user, "wrong", "tasklist")).isEqualTo(401);
        }
        for (int i = 0; i < 4; i++) {
            assertThat(basic("wrong")).isEqualTo(HttpStatus.UNAUTHORIZED);
        }
        assertThat(http.withBasicAuth("supervisor1", "demo")
                        .postForEntity(
                                "/engine-rest/identity/verify",
                                Map.of("username", user, "password", "wrong"),
                                String.class)
                        .getBody())
                .contains("\"authenticated\":false");

        assertThat(new Browser(port).logIn(user, "first", "tasklist")).isEqualTo(429);
        assertThat(basic("first")).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
    }

    @Test
    void successes_do_not_count() throws Exception {
        for (int i = 0; i < 12; i++) {
            assertThat(basic("first")).isEqualTo(HttpStatus.OK);
            assertThat(new Browser(port).logIn(user, "first", "tasklist")).isEqualTo(200);
        }
    }

    @Test
    void somebody_who_does_not_exist_is_braked_too() {
        for (int i = 0; i < 10; i++) {
            http.withBasicAuth("ghost-" + user, "x").getForEntity(WHO_AM_I, String.class);
        }

        assertThat(http.withBasicAuth("ghost-" + user, "x")
                        .getForEntity(WHO_AM_I, String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
    }

    @Test
    void a_changed_password_counts_at_once() {
        assertThat(basic("first")).isEqualTo(HttpStatus.OK);
        var person = identityService.createUserQuery().userId(user).singleResult();
        person.setPassword("second");
        identityService.saveUser(person);

        assertThat(basic("first")).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(basic("second")).isEqualTo(HttpStatus.OK);
    }

    @Test
    void passwords_are_kept_as_slow_hashes() {
        var person = (UserEntity) identityService.createUserQuery().userId(user).singleResult();

        assertThat(person.getPassword()).startsWith("{bcrypt-sha-256}$2a$10$");
    }

    @Test
    void logins_are_kept_in_the_database() throws Exception {
        var before = sessions();
        new Browser(port).logIn(user, "first", "tasklist");

        assertThat(sessions()).isGreaterThan(before);
    }

    @Test
    void a_session_keeps_its_id_while_requests_run_side_by_side() throws Exception {
        var browser = new Browser(port);
        browser.logIn("agent1", "demo", "tasklist");

        for (var path : List.of("/camunda/api/engine/engine/default/filter/count", WHO_AM_I)) {
            var answer = browser.get(path);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("SESSION"));
        }
    }

    @Test
    void whoever_loses_a_role_a_password_or_the_account_loses_every_session_at_once() throws Exception {
        for (Runnable loss : List.<Runnable>of(
                () -> identityService.deleteMembership(user, Roles.AGENT),
                () -> changePassword("another"),
                () -> identityService.deleteUser(user))) {
            var browsers = List.of(new Browser(port), new Browser(port));
            for (var browser : browsers) {
                assertThat(browser.logIn(user, "first", "tasklist")).isEqualTo(200);
                assertThat(browser.get(FILTERS).statusCode()).isEqualTo(200);
            }

            loss.run();

            for (var browser : browsers) {
                assertThat(browser.get(FILTERS).statusCode()).isEqualTo(401);
                assertThat(browser.get(WHO_AM_I).statusCode()).isEqualTo(401);
            }
            if (identityService.createUserQuery().userId(user).count() > 0) {
                changePassword("first");
                identityService.deleteMembership(user, Roles.AGENT);
                identityService.createMembership(user, Roles.AGENT);
            }
        }
    }

    @Test
    void who_changes_their_own_password_stays_where_they_are_and_is_out_everywhere_else() throws Exception {
        var here = new Browser(port);
        here.logIn(user, "first", "tasklist");
        var elsewhere = new Browser(port);
        elsewhere.logIn(user, "first", "tasklist");

        var answer = here.ask(
                "PUT",
                "/camunda/api/engine/engine/default/user/" + user + "/credentials",
                "application/json",
                "{\"password\":\"second\",\"authenticatedUserPassword\":\"first\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(here.get(FILTERS).statusCode()).isEqualTo(200);
        assertThat(elsewhere.get(FILTERS).statusCode()).isEqualTo(401);
    }

    private void changePassword(String password) {
        var person = identityService.createUserQuery().userId(user).singleResult();
        person.setPassword(password);
        identityService.saveUser(person);
    }

    private long sessions() {
        return jdbc.sql("select count(*) from spring_session").query(Long.class).single();
    }

    private HttpStatusCode basic(String password) {
        return http.withBasicAuth(user, password)
                .getForEntity(WHO_AM_I, String.class)
                .getStatusCode();
    }
}
