package org.recourse.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.RecourseApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/**
 * People log in at an identity provider, programs bring its tokens. Recourse runs as a process of its own: two web servers
 * with Camunda's web applications do not live in one.
 */
class OpenIdConnectIT {

    private static final Pattern FORGERY_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String WHO_AM_I = "/api/test/who-am-i";

    @TempDir
    static Path folder;

    private static ServletWebServerApplicationContext provider;
    private static Process recourse;
    private static String root;
    private static String issuer;

    @BeforeAll
    static void start() throws Exception {
        var port = freePort();
        root = "http://127.0.0.1:" + port;
        provider = IdentityProvider.start(root + "/login/oauth2/code/recourse");
        issuer = "http://localhost:" + provider.getWebServer().getPort();
        var client = "--spring.security.oauth2.client.";
        recourse = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx512m",
                        "-Duser.timezone=UTC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        RecourseApplication.class.getName(),
                        "--spring.profiles.active=demo,test",
                        "--server.port=" + port,
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer,
                        "--spring.security.oauth2.resourceserver.jwt.audiences=recourse-api",
                        "--recourse.oidc.recheck=1s",
                        client + "provider.recourse.issuer-uri=" + issuer,
                        client + "registration.recourse.client-id=recourse",
                        client + "registration.recourse.client-secret=secret-of-recourse",
                        client + "registration.recourse.scope=openid,profile")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        Path.of("target", "openid-connect.log").toAbsolutePath().toFile())
                .start();
        waitUntilUp();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void waitUntilUp() throws Exception {
        for (int tries = 0; tries < 600; tries++) {
            assertThat(recourse.isAlive()).as("see target/openid-connect.log").isTrue();
            try {
                if (browser()
                                .send(get("/actuator/health"), BodyHandlers.ofString())
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // its port is not open yet
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new AssertionError("Recourse does not start; see target/openid-connect.log");
    }

    @AfterAll
    static void stop() {
        recourse.destroy();
        provider.close();
    }

    @Test
    void somebody_logs_in_at_the_provider_and_lands_where_they_wanted_to_go() throws Exception {
        var browser = browser();
        var landed = logIn(browser, "nora", "/camunda/app/tasklist/default/");

        assertThat(landed.uri().toString()).isEqualTo(root + "/camunda/app/tasklist/default/");
        assertThat(landed.statusCode()).isEqualTo(200);
        assertThat(text(browser, "/camunda/api/engine/engine/default/filter/count"))
                .contains("\"count\":");
        assertThat(text(browser, WHO_AM_I))
                .contains("\"nora\"", "\"agent\"", "\"team-north\"", "\"team-north-agent\"")
                .doesNotContain("camunda-users", "team-nowhere");
        assertThat(text(browser, "/camunda/api/admin/auth/user/default")).contains("tasklist");
    }

    @Test
    void applications_that_the_groups_do_not_open_stay_shut() throws Exception {
        var browser = browser();
        logIn(browser, "otto", "/camunda/app/cockpit/default/");

        assertThat(text(browser, "/camunda/api/admin/auth/user/default"))
                .contains("cockpit")
                .doesNotContain("tasklist", "\"admin\"");
    }

    @Test
    void a_name_chosen_at_the_provider_opens_no_local_account() throws Exception {
        assertThat(logIn(browser(), "agent1", "/camunda/app/tasklist/default/").statusCode())
                .isEqualTo(401);
        assertThat(withToken(token("agent1"), WHO_AM_I).statusCode()).isEqualTo(401);
    }

    @Test
    void who_is_removed_at_the_provider_is_logged_out_here() throws Exception {
        var browser = browser();
        logIn(browser, "luis", "/camunda/app/tasklist/default/");
        staysLoggedIn(browser);

        IdentityProvider.REMOVED.add("luis");

        isLoggedOut(browser);
    }

    @Test
    void who_loses_a_group_at_the_provider_loses_it_here_with_the_session() throws Exception {
        var browser = browser();
        logIn(browser, "vera", "/camunda/app/tasklist/default/");
        staysLoggedIn(browser);

        IdentityProvider.GROUPS.put("vera", List.of("agent", "team-north"));

        isLoggedOut(browser);
        logIn(browser(), "vera", "/camunda/app/tasklist/default/");
        browser = browser();
        logIn(browser, "vera", "/camunda/app/tasklist/default/");
        assertThat(text(browser, WHO_AM_I)).contains("\"agent\"").doesNotContain("supervisor");
    }

    /** Over more than one recheck. */
    private static void staysLoggedIn(HttpClient browser) throws Exception {
        for (int seconds = 0; seconds < 3; seconds++) {
            TimeUnit.MILLISECONDS.sleep(1100);
            assertThat(browser.send(get(WHO_AM_I), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }

    private static void isLoggedOut(HttpClient browser) throws Exception {
        for (int tries = 0; tries < 20; tries++) {
            TimeUnit.MILLISECONDS.sleep(500);
            if (browser.send(get(WHO_AM_I), BodyHandlers.ofString()).statusCode() == 401) {
                assertThat(browser.send(get("/camunda/api/engine/engine/default/filter/count"), BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(401);
                return;
            }
        }
        throw new AssertionError("still logged in");
    }

    @Test
    void local_accounts_still_log_in_on_camundas_page() throws Exception {
        var page = browser().send(get("/camunda/app/admin/default/?local"), BodyHandlers.ofString());

        assertThat(page.uri().getPath()).isEqualTo("/camunda/app/admin/default/");
        assertThat(page.statusCode()).isEqualTo(200);
    }

    @Test
    void a_programs_token_opens_both_interfaces_with_its_groups() throws Exception {
        var token = token("crm");

        assertThat(withToken(token, WHO_AM_I).body()).contains("\"crm\"", "\"integration\"");
        assertThat(withToken(token, "/engine-rest/process-definition/count?key=CustomerEscalation")
                        .body())
                .isEqualTo("{\"count\":1}");
        assertThat(withToken(token, "/engine-rest/user/count?id=agent1").body()).isEqualTo("{\"count\":0}");
        var opened = browser()
                .send(
                        HttpRequest.newBuilder(URI.create(root + "/api/cases"))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("""
                                        {"customerNumber": "C-10017", "channel": "web", "title": "Charged twice",
                                         "story": "I was charged twice.", "team": "team-north"}"""))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
    }

    @Test
    void without_groups_a_token_opens_nothing() throws Exception {
        assertThat(withToken(token("stranger"), "/api/customers?number=C-10017").statusCode())
                .isEqualTo(403);
    }

    @Test
    void tokens_for_other_programs_forged_ones_and_none_are_refused() throws Exception {
        var token = token("crm");
        var forged = token.substring(0, token.lastIndexOf('.') + 1) + "c2lnbmF0dXJl";

        for (var wrong : List.of(token("elsewhere"), forged, "none")) {
            for (var path : List.of(WHO_AM_I, "/engine-rest/task")) {
                assertThat(withToken(wrong, path).statusCode()).isEqualTo(401);
            }
        }
    }

    @Test
    void passwords_still_work_beside_tokens() throws Exception {
        assertThat(new Basic(URI.create(root).getPort(), "agent1", "demo")
                        .ask("GET", WHO_AM_I, "text/plain", "")
                        .body())
                .contains("\"agent1\"");
    }

    private static HttpResponse<String> logIn(HttpClient browser, String user, String destination) throws Exception {
        var page = browser.send(get(destination), BodyHandlers.ofString());
        assertThat(page.uri().toString()).startsWith(issuer + "/login");
        var token = FORGERY_TOKEN.matcher(page.body());
        assertThat(token.find()).isTrue();
        return browser.send(
                HttpRequest.newBuilder(URI.create(issuer + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofString("username=" + user + "&password=theirs&_csrf=" + token.group(1)))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String text(HttpClient browser, String path) throws Exception {
        return browser.send(get(path), BodyHandlers.ofString()).body();
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    private static HttpRequest get(String path) {
        return HttpRequest.newBuilder(URI.create(root + path))
                .header("Accept", "text/html,*/*;q=0.8")
                .build();
    }

    private static HttpResponse<String> withToken(String token, String path) throws Exception {
        return browser()
                .send(
                        HttpRequest.newBuilder(URI.create(root + path))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.ofString());
    }

    private static String token(String program) throws Exception {
        var secret = Base64.getEncoder().encodeToString((program + ":secret-of-" + program).getBytes(UTF_8));
        var answer = browser()
                .send(
                        HttpRequest.newBuilder(URI.create(issuer + "/oauth2/token"))
                                .header("Authorization", "Basic " + secret)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                                .build(),
                        BodyHandlers.ofString());
        return new ObjectMapper().readTree(answer.body()).get("access_token").asText();
    }
}
