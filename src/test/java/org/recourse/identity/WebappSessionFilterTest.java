package org.recourse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.recourse.RecourseApplicationTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@RecourseApplicationTest
class WebappSessionFilterTest {

    private static final String WHO_AM_I = "/api/test/who-am-i";

    @LocalServerPort
    int port;

    Browser browser;

    @BeforeEach
    void openBrowser() {
        browser = new Browser(port);
    }

    @Test
    void whoever_is_logged_in_to_tasklist_is_known_to_the_api() throws Exception {
        assertThat(browser.logIn("agent1", "demo", "tasklist")).isEqualTo(200);

        assertThat(browser.get(WHO_AM_I).body()).contains("\"agent1\"", "\"team-north-agent\"");
    }

    @Test
    void a_change_needs_the_token_of_the_session() throws Exception {
        browser.logIn("agent1", "demo", "tasklist");

        assertThat(browser.post(WHO_AM_I, "{}", "forged").statusCode()).isEqualTo(403);
        assertThat(browser.post(WHO_AM_I, "{}", "forged").headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(browser.post(WHO_AM_I, "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void without_a_login_a_script_is_refused_and_no_password_box_pops_up() throws Exception {
        var answer = browser.get(WHO_AM_I);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    void the_session_does_not_open_the_engine_rest_api() throws Exception {
        browser.logIn("agent1", "demo", "tasklist");

        assertThat(browser.get("/engine-rest/task").statusCode()).isEqualTo(401);
    }

    @Test
    void applications_open_for_their_roles_only() throws Exception {
        assertThat(browser.logIn("agent1", "demo", "cockpit")).isEqualTo(403);
        assertThat(browser.logIn("agent1", "demo", "admin")).isEqualTo(403);
        assertThat(browser.logIn("auditor1", "demo", "tasklist")).isEqualTo(403);
        assertThat(browser.logIn("agent1", "wrong", "tasklist")).isEqualTo(401);
        assertThat(browser.logIn("auditor1", "demo", "cockpit")).isEqualTo(200);
        assertThat(browser.logIn("admin", "demo", "admin")).isEqualTo(200);
    }
}
