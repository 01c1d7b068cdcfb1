package org.recourse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.RecourseApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the engine and its surroundings leave open unless somebody closes it. */
@RecourseApplicationTest
class HardeningTest {

    private static final int PAGE = 2000;

    @Autowired
    ProcessEngine engine;

    @LocalServerPort
    int port;

    @Test
    void a_question_without_a_page_is_answered_with_the_first_two_thousand() throws Exception {
        var tasks = Stream.generate(() -> engine.getTaskService().newTask())
                .limit(PAGE + 5)
                .toList();
        try {
            for (var task : tasks) {
                task.setName("many");
                engine.getTaskService().saveTask(task);
            }
            assertThat(ids(admin("GET", "/engine-rest/task?name=many", ""))).isEqualTo(PAGE);
            assertThat(ids(admin("POST", "/engine-rest/task", "{\"name\": \"many\"}")))
                    .isEqualTo(PAGE);
            assertThat(ids(admin("GET", "/engine-rest/task?name=many&firstResult=0&maxResults=5000", "")))
                    .isEqualTo(PAGE);
            assertThat(ids(admin("GET", "/engine-rest/task?name=many&firstResult=2000&maxResults=2000", "")))
                    .isEqualTo(5);
        } finally {
            engine.getTaskService().deleteTasks(tasks.stream().map(Task::getId).toList(), true);
        }
    }

    private static long ids(String body) {
        return body.split("\"id\":\"", -1).length - 1L;
    }

    @Test
    void java_serialised_objects_are_not_taken() throws Exception {
        var task = engine.getTaskService().newTask();
        engine.getTaskService().saveTask(task);
        try {
            var answer = new Basic(port, "admin", "demo")
                    .ask("PUT", "/engine-rest/task/" + task.getId() + "/variables/x", "application/json", """
                            {"type": "Object", "value": "rO0ABXA=", "valueInfo":
                              {"objectTypeName": "java.util.HashMap",
                               "serializationDataFormat": "application/x-java-serialized-object"}}""");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("Serialised Java objects are not taken");
            assertThat(engine.getTaskService().getVariables(task.getId())).isEmpty();
        } finally {
            engine.getTaskService().deleteTask(task.getId(), true);
        }
    }

    @ParameterizedTest
    @CsvSource({"java.io.File", "java.net.URL", "java.util.ArrayList<java.io.File>", "org.recourse.customer.Customer"})
    void no_value_becomes_an_object_of_any_class_that_it_names(String type) throws Exception {
        var task = engine.getTaskService().newTask();
        engine.getTaskService().saveTask(task);
        try {
            var variable = "/engine-rest/task/" + task.getId() + "/variables/x";
            var admin = new Basic(port, "admin", "demo");
            admin.ask("PUT", variable, "application/json", """
                    {"type": "Object", "value": "%s", "valueInfo":
                      {"objectTypeName": "%s", "serializationDataFormat": "application/json"}}""".formatted(
                            type.contains("List") ? "[\\\"/etc/passwd\\\"]" : "\\\"file:/etc/passwd\\\"", type));
            var answer = admin.ask("GET", variable, "application/json", "");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body())
                    .contains("Serialised Java objects are not taken")
                    .doesNotContain("passwd");
        } finally {
            engine.getTaskService().deleteTask(task.getId(), true);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/h2-console",
                "/h2-console/",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/loggers",
                "/actuator/mappings",
                "/actuator/beans",
                "/actuator/shutdown"
            })
    void neither_consoles_nor_the_inside_are_there_even_for_the_administrator(String path) throws Exception {
        assertThat(new Basic(port, "admin", "demo")
                        .ask("GET", path, "text/plain", "")
                        .statusCode())
                .isIn(401, 403, 404);
    }

    @Test
    void health_is_open_and_says_no_more_than_up() throws Exception {
        assertThat(page("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/app/nowhere/default/", "/nowhere", "/rate/none", "/callback/none"})
    void error_pages_tell_nothing_of_the_inside(String path) throws Exception {
        var page = page(path);

        assertThat(page.statusCode()).isBetween(400, 499);
        assertThat(page.body()).doesNotContain("Tomcat", "Spring", "Exception", "\tat ", "Whitelabel", "org.");
    }

    @ParameterizedTest
    @CsvSource({
        "/nowhere, 404",
        "/.git/config, 404",
        "/camunda/nowhere, 401",
        "/camunda/api/admin/setup/default/user/create, 403",
        "/a;b, 400",
        "/api/nowhere, 401"
    })
    void programs_get_problem_details_whatever_door_they_knock_at(String path, int status) throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body())
                .contains("\"status\":" + status, "\"detail\":\"")
                .doesNotContain("timestamp", "exception", "org.");
    }

    @ParameterizedTest
    @CsvSource({
        "operator1, true",
        "auditor1, true",
        "manager1, true",
        "admin, true",
        "agent1, false",
        "supervisor1, false",
        "owner1, false"
    })
    void measurements_are_for_those_who_run_or_audit_the_house(String person, boolean may) throws Exception {
        var status = new Basic(port, person, "demo")
                .ask("GET", "/actuator/prometheus", "text/plain", "")
                .statusCode();

        assertThat(status == 403).isEqualTo(!may); // Spring Boot exports none in tests: whom it lets through finds 404
    }

    private HttpResponse<String> page(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Accept", "text/html,*/*;q=0.8")
                                .build(),
                        BodyHandlers.ofString());
    }

    private String admin(String method, String path, String body) throws Exception {
        return new Basic(port, "admin", "demo")
                .ask(method, path, "application/json", body)
                .body();
    }
}
