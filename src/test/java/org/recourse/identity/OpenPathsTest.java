package org.recourse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.security.filter.util.FilterRules;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.RecourseApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Walks every door as nobody. */
@RecourseApplicationTest
class OpenPathsTest {

    /** What is open on purpose. A path that appears here is a decision. */
    private static final List<Pattern> PUBLIC = Stream.of(
                    "GET /actuator/health",
                    "GET /webjars/(bpmn-js|chart.js)/.*",
                    "GET /recourse/scripts/.*",
                    "GET /api/texts(/x)?",
                    "[A-Z]+ /(rate|callback|demo)(/.*)?",
                    "(GET|HEAD) /camunda/(app|lib|assets)/.*",
                    "GET /camunda/favicon.ico",
                    "GET /camunda/api/engine/engine/?",
                    "(GET|POST) /camunda/api/engine/engine/x/identity/password-policy",
                    "GET /camunda/api/[a-z]+/plugin/x/static/.*",
                    "GET /camunda/api/admin/auth/user/x",
                    "POST /camunda/api/admin/auth/user/x/(logout|login/x)")
            .map(Pattern::compile)
            .toList();

    private static final Set<Integer> SHUT = Set.of(401, 403, 404);

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    @Test
    void no_route_of_ours_is_open_unless_listed() throws Exception {
        var routes = new TreeSet<String>();
        mappings.forEach(mapping -> mapping.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().forEach(path -> {
                    var plain = path.replaceAll("\\{[^}]*}", "x").replace("**", "x");
                    var methods = info.getMethodsCondition().getMethods();
                    (methods.isEmpty()
                                    ? Stream.of("GET", "POST")
                                    : methods.stream().map(Enum::name))
                            .forEach(method -> routes.add(method + " " + plain));
                })));

        assertThat(routes).contains("GET /api/cases/x");
        assertShut(routes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest",
                "/engine-rest/engine/default",
                "/camunda/api/engine",
                "/camunda/api/engine/engine/x"
            })
    void no_resource_of_the_engine_is(String base) throws Exception {
        var routes = JerseyRoutes.below(base, CamundaRestResources.getResourceClasses());

        assertThat(routes).hasSizeGreaterThan(300);
        assertShut(routes);
    }

    @Test
    void no_endpoint_of_the_web_applications_and_their_plugins_is() throws Exception {
        var routes = new TreeSet<String>();
        routes.addAll(JerseyRoutes.below("/camunda/api/admin", new AdminApplication().getClasses()));
        routes.addAll(JerseyRoutes.below("/camunda/api/cockpit", new CockpitApplication().getClasses()));
        routes.addAll(JerseyRoutes.below("/camunda/api/tasklist", new TasklistApplication().getClasses()));
        routes.addAll(JerseyRoutes.below("/camunda/api/welcome", new WelcomeApplication().getClasses()));

        assertThat(routes).contains("POST /camunda/api/admin/setup/x/user/create");
        assertThat(routes).anyMatch(route -> route.contains("/camunda/api/cockpit/plugin/"));
        assertShut(routes);
    }

    @Test
    void what_lies_on_the_class_path_is_served_below_camunda_only() throws Exception {
        var routes = new TreeSet<String>();
        for (var resource :
                new PathMatchingResourcePatternResolver().getResources("classpath*:/META-INF/resources/**/*.js")) {
            var url = resource.getURL().toString();
            routes.add("GET " + url.substring(url.indexOf("/META-INF/resources") + "/META-INF/resources".length()));
        }

        assertThat(routes).isNotEmpty();
        assertShut(routes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/nobody-listed-this",
                "/camunda/elsewhere",
                "/camunda/api/cockpit/elsewhere",
                "/h2-console",
                "/error",
                "/actuator/env",
                "/actuator/heapdump",
                "/login",
                "/.git/config"
            })
    void nor_is_what_nobody_thought_of(String path) throws Exception {
        assertShut(Set.of("GET " + path, "POST " + path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/%65ngine/engine/default/task",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/%61pi/engine/engine/default/user",
                "/camunda/api/engine/../engine/engine/default/user",
                "/camunda//api/engine/engine/default/user",
                "/camunda/api;x=1/engine/engine/default/user",
                "/camunda/app/..%2fapi/engine/engine/default/user",
                "/camunda/app/%2e%2e/api/engine/engine/default/user",
                "/engine-rest;x/task",
                "/engine-rest/%2e%2e/engine-rest/task"
            })
    void nor_is_anything_by_writing_it_differently(String path) throws Exception {
        assertThat(status("GET", path)).isIn(400, 401, 403, 404);
    }

    @Test
    void with_our_list_taken_out_camundas_rules_let_through_what_they_do_not_know() throws Exception {
        try (var file =
                getClass().getResourceAsStream("/META-INF/resources/webjars/camunda/securityFilterRules.json")) {
            var rules = FilterRules.load(file, "/camunda");

            assertThat(FilterRules.authorize("GET", "/camunda/api/nobody-listed-this", rules)
                            .isGranted())
                    .isTrue();
            assertThat(FilterRules.authorize("GET", "/camunda/api/%65ngine/engine/default/task", rules)
                            .isGranted())
                    .isTrue();
            assertThat(FilterRules.authorize("POST", "/camunda/api/admin/setup/default/user/create", rules)
                            .isGranted())
                    .isTrue();
        }
    }

    private void assertShut(Set<String> routes) throws Exception {
        var open = new TreeSet<String>();
        for (var route : routes) {
            if (PUBLIC.stream().noneMatch(allowed -> allowed.matcher(route).matches())) {
                var parts = route.split(" ");
                var status = status(parts[0], parts[1]);
                if (!SHUT.contains(status)) {
                    open.add(status + " " + route);
                }
            }
        }
        assertThat(open).isEmpty();
    }

    private int status(String method, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, BodyPublishers.noBody())
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }
}
