package org.recourse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.RecourseApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody floods a door over HTTP: they are told when to come back, and everybody else does not notice. */
@RecourseApplicationTest
class FloodTest {

    private static final String WHO_AM_I = "/api/test/who-am-i";
    private static final int AT_ONCE = 64;
    private static final int MOST = 4000;

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    IdentityService identityService;

    @LocalServerPort
    int port;

    /** New ones each time, so that no limit that is used up here concerns another test. */
    private final String flooder = "flooder" + System.nanoTime();

    private final String address = "203.0.113." + System.nanoTime() % 250;

    @BeforeEach
    void hire() {
        var person = identityService.newUser(flooder);
        person.setPassword("demo");
        identityService.saveUser(person);
        identityService.createMembership(flooder, Roles.SUPERVISOR);
    }

    @AfterEach
    void leave() {
        identityService.deleteUser(flooder);
    }

    @Test
    void a_program_that_floods_the_api_is_slowed_down_and_a_colleague_is_not() {
        assertThat(statuses(asked(50, () -> get(WHO_AM_I, flooder)))).containsOnly(200);

        var answers = floodUntilRefused(() -> get(WHO_AM_I, flooder));

        tellsWhenToComeBack(answers);
        assertThat(statuses(asked(20, () -> get(WHO_AM_I, "agent2")))).containsOnly(200);
    }

    @Test
    void ten_imports_a_minute_pass_and_a_flood_of_them_does_not() {
        Supplier<HttpRequest> empty = () -> request("/api/imports")
                .header("Authorization", basic(flooder))
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(""))
                .build();

        assertThat(statuses(asked(10, empty))).containsOnly(400);
        tellsWhenToComeBack(floodUntilRefused(empty));
        assertThat(statuses(asked(1, () -> get("/api/imports", flooder)))).containsOnly(200);
    }

    @ParameterizedTest
    @CsvSource({"GET, /rate/none, 404", "POST, /rate/none, 404", "GET, /callback/none, 404", "POST, /callback/none, 404"
    })
    void an_address_that_tries_tokens_out_is_shut_out_and_customers_are_not(String method, String path, int usual) {
        var answers = floodUntilRefused(() ->
                from(address, path).method(method, BodyPublishers.noBody()).build());

        tellsWhenToComeBack(answers);
        assertThat(statuses(asked(
                        5,
                        () -> request(path)
                                .method(method, BodyPublishers.noBody())
                                .build())))
                .containsOnly(usual);
    }

    @Test
    void an_address_that_tries_logins_out_is_shut_out_and_colleagues_are_not() throws Exception {
        var answers = floodUntilRefused(() -> from(address, "/camunda/api/admin/auth/user/default/login/tasklist")
                .POST(BodyPublishers.noBody())
                .build());

        tellsWhenToComeBack(answers);
        assertThat(new Browser(port).logIn("agent2", "demo", "tasklist")).isEqualTo(200);
    }

    private void tellsWhenToComeBack(List<HttpResponse<String>> answers) {
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 429)
                .isNotEmpty()
                .allSatisfy(refused -> {
                    assertThat(refused.headers().firstValue("Retry-After").orElse(""))
                            .matches("[1-9][0-9]*");
                    assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
                    assertThat(refused.body()).contains("Too many requests. Please slow down.");
                });
        assertThat(statuses(answers)).noneMatch(status -> status >= 500);
    }

    private List<HttpResponse<String>> floodUntilRefused(Supplier<HttpRequest> request) {
        var answers = new ArrayList<HttpResponse<String>>();
        while (answers.size() < MOST && !statuses(answers).contains(429)) {
            answers.addAll(asked(AT_ONCE, request));
        }
        return answers;
    }

    /** All at once, as far as the client's connections allow. */
    private List<HttpResponse<String>> asked(int times, Supplier<HttpRequest> request) {
        var asked = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int i = 0; i < times; i++) {
            asked.add(http.sendAsync(request.get(), BodyHandlers.ofString()));
        }
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private static List<Integer> statuses(List<HttpResponse<String>> answers) {
        return answers.stream().map(HttpResponse::statusCode).toList();
    }

    private HttpRequest get(String path, String person) {
        return request(path).header("Authorization", basic(person)).build();
    }

    private HttpRequest.Builder from(String caller, String path) {
        return request(path).header("X-Forwarded-For", caller);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static String basic(String person) {
        return "Basic " + Base64.getEncoder().encodeToString((person + ":demo").getBytes(StandardCharsets.UTF_8));
    }
}
