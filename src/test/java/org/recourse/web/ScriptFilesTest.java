package org.recourse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.RecourseApplicationTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A changed script is in every browser with the next page, under the name it always had. */
@Tag("R27")
@RecourseApplicationTest
class ScriptFilesTest {

    private static final List<String> APPLICATIONS = List.of("tasklist", "cockpit");

    /** What a module imports, and what the configuration of an application lists as plugins. */
    private static final Pattern IMPORT = Pattern.compile("from '([^']+\\.js)'|'(scripts/recourse-[a-z-]+\\.js)'");

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/tasklist/scripts/config.js",
                "/camunda/app/tasklist/scripts/recourse-cards.js?bust=7.24.0",
                "/camunda/app/tasklist/styles/user-styles.css?bust=7.24.0",
                "/camunda/app/cockpit/scripts/recourse-budget.js?bust=7.24.0",
                "/recourse/scripts/kit.js",
                "/recourse/styles/kit.css",
                "/api/texts/de"
            })
    void a_browser_asks_each_time_and_fetches_only_what_changed(String path) throws Exception {
        HttpResponse<String> first = get(path, "none");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().allValues("Cache-Control")).containsExactly("no-cache");
        String known = first.headers().firstValue("ETag").orElseThrow();
        assertThat(get(path, known).statusCode()).isEqualTo(304);
        assertThat(get(path, "\"of-an-older-version\"").statusCode()).isEqualTo(200);
    }

    @Test
    void whatever_a_script_imports_is_served() throws Exception {
        Deque<URI> open = new ArrayDeque<>();
        APPLICATIONS.forEach(application -> open.add(address("/camunda/app/" + application + "/scripts/config.js")));
        Set<URI> seen = new LinkedHashSet<>(open);

        while (!open.isEmpty()) {
            URI script = open.remove();
            HttpResponse<String> answer = get(script, "none");
            assertThat(answer.statusCode()).as(script.getPath()).isEqualTo(200);
            IMPORT.matcher(answer.body()).results().forEach(found -> {
                URI imported = found.group(1) != null
                        ? script.resolve(found.group(1))
                        : script.resolve("../" + found.group(2));
                if (seen.add(imported)) {
                    open.add(imported);
                }
            });
        }

        assertThat(seen).hasSizeGreaterThan(20).contains(address("/recourse/scripts/texts.js"));
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private HttpResponse<String> get(String path, String knownVersion) throws Exception {
        return get(address(path), knownVersion);
    }

    private HttpResponse<String> get(URI address, String knownVersion) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("If-None-Match", knownVersion)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
