package org.recourse.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.recourse.RecourseApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** What {@code /api/openapi} says about {@code /api} is what the controllers do. */
@RecourseApplicationTest
class ApiDescriptionTest {

    private static final List<String> REFUSALS = List.of("400", "401", "403", "404", "409", "429");

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    ObjectMapper json;

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    @Test
    void it_has_exactly_the_routes_of_our_controllers() throws Exception {
        var described = operations().keySet();

        assertThat(described).isEqualTo(routes()).contains("GET /api/cases/{caseNumber}");
    }

    @Test
    void each_operation_says_in_a_few_words_what_it_does() throws Exception {
        assertThat(operations())
                .allSatisfy((route, operation) -> assertThat(
                                operation.path("summary").asText())
                        .isNotBlank()
                        .doesNotEndWith("."));
    }

    @Test
    void each_operation_may_be_refused_with_a_problem() throws Exception {
        var description = description();

        assertThat(operations())
                .allSatisfy((route, operation) -> REFUSALS.forEach(status -> {
                    var refusal = operation.at("/responses/" + status);
                    var told = refusal.has("$ref")
                            ? description.at(refusal.get("$ref").asText().substring(1))
                            : refusal;
                    assertThat(told.path("description").asText()).as(status).isNotBlank();
                    assertThat(told.at("/content/application~1problem+json/schema/$ref")
                                    .asText())
                            .as(status)
                            .isEqualTo("#/components/schemas/Problem");
                }));
    }

    @Test
    void types_of_one_short_name_are_told_apart() throws Exception {
        var ofFigures = operation("GET /api/metrics/{figure}/cases")
                .at("/responses/200/content/*~1*/schema/items/$ref")
                .asText();
        var ofBudgets = operation("GET /api/budgets/entries")
                .at("/responses/200/content/application~1json/schema/$ref")
                .asText();
        assertThat(ofFigures).endsWith("Behind").isNotEqualTo(ofBudgets);
        assertThat(ofBudgets).endsWith("Behind");
    }

    @Test
    void files_have_a_body() throws Exception {
        assertThat(operation("POST /api/imports").at("/requestBody/content").has("text/csv"))
                .isTrue();
        assertThat(operation("GET /api/escalations/{caseNumber}/bundle")
                        .at("/responses/200/content")
                        .has("application/zip"))
                .isTrue();
        assertThat(operation("GET /api/metrics").at("/responses/200/content").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("application/json", "text/csv");
    }

    @Test
    void yaml_that_comes_with_the_library_is_no_way_in() throws Exception {
        var sent = request("/api/cases")
                .header("Content-Type", "application/yaml")
                .POST(BodyPublishers.ofString("customerNumber: C-10017\nchannel: phone\ntitle: A test\nstory: A test"));

        assertThat(http.send(sent.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(415);
    }

    @Test
    void nobody_reads_it_without_a_login() throws Exception {
        var anonymous = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/openapi"));

        assertThat(http.send(anonymous.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
    }

    private TreeSet<String> routes() {
        var routes = new TreeSet<String>();
        mappings.forEach(mapping -> mapping.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getPackageName().startsWith("org.recourse")) {
                info.getPatternValues().stream()
                        .filter(ApiDescriptionTest::isOurs)
                        .forEach(path -> info.getMethodsCondition().getMethods().stream()
                                .map(RequestMethod::name)
                                .forEach(name -> routes.add(name + " " + path)));
            }
        }));
        return routes;
    }

    /** The tests have a controller of their own. */
    private static boolean isOurs(String path) {
        return path.startsWith("/api/") && !path.startsWith("/api/test/");
    }

    private JsonNode operation(String route) throws Exception {
        return Objects.requireNonNull(operations().get(route), route);
    }

    private Map<String, JsonNode> operations() throws Exception {
        var operations = new TreeMap<String, JsonNode>();
        description().get("paths").properties().stream()
                .filter(path -> isOurs(path.getKey()))
                .forEach(path -> path.getValue().properties().stream()
                        .filter(each -> Stream.of(RequestMethod.values())
                                .anyMatch(method -> method.name().equalsIgnoreCase(each.getKey())))
                        .forEach(each -> operations.put(
                                each.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), each.getValue())));
        return operations;
    }

    private JsonNode description() throws Exception {
        HttpResponse<String> answer =
                http.send(request("/api/openapi").build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        var login = Base64.getEncoder().encodeToString("agent1:demo".getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + login);
    }
}
