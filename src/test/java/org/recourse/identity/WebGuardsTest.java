package org.recourse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.recourse.RecourseApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

@RecourseApplicationTest
class WebGuardsTest {

    private static final Pattern NONCE = Pattern.compile("nonce[-=]\"?([A-Za-z0-9_-]+)");

    @Autowired
    TestRestTemplate http;

    @LocalServerPort
    int port;

    @Test
    void each_page_carries_the_nonce_of_its_own_policy_even_when_eight_people_load_at_once() throws Exception {
        var people = Executors.newFixedThreadPool(8);
        try {
            var loads = new ArrayList<Callable<List<String>>>();
            for (int i = 0; i < 100; i++) {
                loads.add(this::noncesOfOneLoad);
            }
            for (var load : people.invokeAll(loads)) {
                assertThat(load.get())
                        .hasSizeGreaterThan(2)
                        .containsOnly(load.get().get(0));
            }
        } finally {
            people.shutdown();
        }
    }

    private List<String> noncesOfOneLoad() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/camunda/app/tasklist/default/"))
                .build();
        var page = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        var nonces = new ArrayList<String>();
        var matcher = NONCE.matcher(
                page.headers().firstValue("Content-Security-Policy").orElseThrow() + page.body());
        while (matcher.find()) {
            nonces.add(matcher.group(1));
        }
        return nonces;
    }

    @Test
    void behind_tls_cookies_are_secure_and_browsers_told_to_stay_there() {
        for (var path : List.of("/camunda/app/tasklist/default/", "/engine-rest/task")) {
            var answer = http.exchange(path, HttpMethod.GET, headers("X-Forwarded-Proto", "https"), String.class)
                    .getHeaders();
            assertThat(answer.getFirst("Strict-Transport-Security")).contains("max-age=31536000");
            assertThat(answer.getOrEmpty(HttpHeaders.SET_COOKIE)).allMatch(cookie -> cookie.contains("Secure"));
        }
        assertThat(http.getForEntity("/camunda/app/tasklist/default/", String.class)
                        .getHeaders()
                        .containsKey("Strict-Transport-Security"))
                .isFalse();
    }

    @Test
    void a_change_from_another_site_is_refused() {
        var login = "/camunda/api/admin/auth/user/default/login/tasklist";

        assertThat(http.exchange(login, HttpMethod.POST, headers("Origin", "https://evil.example"), String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(http.exchange(login, HttpMethod.POST, headers("Sec-Fetch-Site", "cross-site"), String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void drafts_are_cleared_when_people_change() throws Exception {
        var browser = new Browser(port);
        browser.logIn("agent1", "demo", "tasklist");

        assertThat(browser.post("/camunda/api/admin/auth/user/default/logout", "")
                        .headers()
                        .firstValue("Clear-Site-Data"))
                .hasValue("\"storage\"");
    }

    @Test
    void errors_tell_nothing_of_the_inside() {
        for (var path :
                List.of("/engine-rest/none", "/api/none", "/engine-rest/task/none", "/engine-rest/task?sortBy=x")) {
            var body = http.withBasicAuth("agent1", "demo")
                    .getForEntity(path, String.class)
                    .getBody();
            assertThat(String.valueOf(body)).doesNotContain("\tat ", "java.lang", "Tomcat", "select ");
        }
    }

    private static HttpEntity<Void> headers(String name, String value) {
        var headers = new HttpHeaders();
        headers.set(name, value);
        return new HttpEntity<>(headers);
    }
}
