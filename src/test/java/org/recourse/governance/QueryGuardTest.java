package org.recourse.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.RecourseApplicationTest;
import org.recourse.identity.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;

/** CVE-2026-109432: whoever is logged in could run code by an expression in a query. */
@Tag("B6")
@RecourseApplicationTest
class QueryGuardTest {

    private static final List<String> FIELDS = Arrays.stream(TaskQueryDto.class.getDeclaredFields())
            .map(Field::getName)
            .filter(name -> name.endsWith("Expression"))
            .toList();

    @Autowired
    TestRestTemplate http;

    @Autowired
    TaskService taskService;

    @Autowired
    FilterService filterService;

    @LocalServerPort
    int port;

    int before = Burglar.entered();

    @AfterEach
    void nothingWasEvaluated() {
        assertThat(Burglar.entered()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task",
                "/engine-rest/task/count",
                "/engine-rest/engine/default/task",
                "/engine-rest/engine/default/task/count"
            })
    void no_field_of_a_task_query_is_evaluated(String path) {
        assertThat(FIELDS).hasSizeGreaterThan(10);
        for (var field : FIELDS) {
            assertRefused(path, Map.of(field, Burglar.EXPRESSION));
            assertRefused(path, Map.of("orQueries", List.of(Map.of(field, Burglar.EXPRESSION))));
        }
        assertRefused(path, Map.of("orQueries", List.of(Map.of("assigneeExpression", "${currentUser()}"))));
        assertRefused(path, Map.of("orQueries", List.of(Map.of(), Map.of("ownerExpression", Burglar.EXPRESSION))));
    }

    @Test
    void nor_through_the_web_applications() throws Exception {
        var browser = new Browser(port);
        browser.logIn("agent1", "demo", "tasklist");

        for (var path : List.of("task", "task/count")) {
            var answer = browser.post(
                    "/camunda/api/engine/engine/default/" + path,
                    "{\"orQueries\":[{\"assigneeExpression\":\"%s\"}]}".formatted(Burglar.EXPRESSION));
            assertThat(answer.statusCode()).isEqualTo(400);
        }
        assertThat(browser.post("/camunda/api/engine/engine/default/task", "{}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_filter_is_not_stored_with_it() {
        for (var query : attacks()) {
            for (var user : List.of("agent1", "admin")) {
                var answer = http.withBasicAuth(user, "demo")
                        .postForEntity(
                                "/engine-rest/filter/create",
                                Map.of("resourceType", "Task", "name", "trap", "query", query),
                                String.class);
                assertThat(answer.getStatusCode())
                        .isEqualTo(user.equals("admin") ? HttpStatus.BAD_REQUEST : HttpStatus.FORBIDDEN);
            }
        }
        assertThat(filterService.createFilterQuery().filterName("trap").count()).isZero();
    }

    @Test
    void a_filter_is_not_changed_to_it() {
        var filter = filterService.createFilterQuery().filterName("My calls").singleResult();

        for (var query : attacks()) {
            http.withBasicAuth("admin", "demo")
                    .put(
                            "/engine-rest/filter/" + filter.getId(),
                            Map.of("resourceType", "Task", "name", "trap", "query", query));
        }

        assertThat(filterService.createFilterQuery().filterName("trap").count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "count", "singleResult"})
    void a_filter_is_not_executed_with_it(String what) {
        var filter = filterService.createFilterQuery().filterName("My calls").singleResult();

        for (var query : attacks()) {
            assertRefused("/engine-rest/filter/" + filter.getId() + "/" + what, query);
        }
    }

    @Test
    void the_three_functions_are_for_stored_filters() {
        var query = taskService
                .createTaskQuery()
                .or()
                .taskAssigneeExpression("#{ currentUser() }")
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .dueBeforeExpression("${now()}")
                .endOr();
        var filter = filterService.newTaskFilter("allowed").setQuery(query);
        filterService.saveFilter(filter);
        try {
            assertThat(http.withBasicAuth("admin", "demo")
                            .getForObject("/engine-rest/filter/" + filter.getId() + "/count", String.class))
                    .contains("\"count\"");
        } finally {
            filterService.deleteFilter(filter.getId());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${now().getClass()}",
                "${dateTime()}",
                "${currentUser()}${''.getClass()}",
                "${execution}",
                "${sendMessageDelegate}",
                "${currentUser(''.getClass())}"
            })
    void no_others(String expression) {
        var query = taskService.createTaskQuery().taskAssigneeExpression(expression);

        assertThatThrownBy(() -> filterService.saveFilter(
                        filterService.newTaskFilter("trap").setQuery(query)))
                .isInstanceOf(BadUserRequestException.class);
    }

    @Test
    void with_the_guard_taken_out_the_attack_succeeds() {
        var engine = BareEngine.start();
        try {
            engine.getTaskService()
                    .createTaskQuery()
                    .or()
                    .taskAssigneeExpression(Burglar.EXPRESSION)
                    .endOr()
                    .count();

            assertThat(Burglar.entered()).isEqualTo(before + 1);
        } finally {
            before = Burglar.entered();
            engine.close();
        }
    }

    private static List<Map<String, Object>> attacks() {
        return List.of(
                Map.of("assigneeExpression", Burglar.EXPRESSION),
                Map.of("orQueries", List.of(Map.of("ownerExpression", Burglar.EXPRESSION))));
    }

    private void assertRefused(String path, Map<String, ?> query) {
        var answer = http.withBasicAuth("agent1", "demo").postForEntity(path, query, String.class);
        assertThat(answer.getStatusCode()).describedAs("%s %s", path, query).isEqualTo(HttpStatus.BAD_REQUEST);
    }
}
