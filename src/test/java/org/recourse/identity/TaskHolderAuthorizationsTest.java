package org.recourse.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.authorization.Resources.TASK;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.recourse.RecourseApplicationTest;
import org.recourse.identifier.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;

@RecourseApplicationTest
class TaskHolderAuthorizationsTest {

    private static final String PROBE = "IdentityProbe";

    @Autowired
    RepositoryService repositoryService;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    TaskService taskService;

    @Autowired
    FilterService filterService;

    @Autowired
    IdentityService identityService;

    @Autowired
    AuthorizationService authorizationService;

    @Autowired
    EnginePeople people;

    @Autowired
    TestRestTemplate http;

    String deploymentId;
    Task task;

    @BeforeEach
    void agent1HoldsAStep() {
        var diagram = Bpmn.createExecutableProcess(PROBE)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask(USER_TASK_LISTEN)
                .camundaAssignee("agent1")
                .userTask(USER_TASK_REVIEW_HANDOVER)
                .camundaCandidateGroups("team-north-supervisor")
                .endEvent()
                .done();
        deploymentId = repositoryService
                .createDeployment()
                .addModelInstance(PROBE + ".bpmn", diagram)
                .deploy()
                .getId();
        runtimeService.startProcessInstanceByKey(PROBE);
        task = current();
    }

    @AfterEach
    void cleanUp() {
        identityService.clearAuthentication();
        repositoryService.deleteDeployment(deploymentId, true);
    }

    @Test
    void a_step_is_seen_by_its_holder_the_teams_supervisor_and_managers() {
        assertThat(List.of("agent1", "supervisor1", "manager1", "manager2", "admin"))
                .allMatch(this::sees);
        assertThat(List.of("agent2", "agent3", "supervisor2", "owner1", "operator1"))
                .noneMatch(this::sees);
    }

    @Test
    void the_former_holder_loses_it_when_it_changes_hands() {
        taskService.setAssignee(task.getId(), "agent2");

        assertThat(sees("agent1")).isFalse();
        assertThat(List.of("agent2", "supervisor1")).allMatch(this::sees);
    }

    @Test
    void the_former_team_loses_it_too() {
        taskService.setAssignee(task.getId(), "agent3");

        assertThat(List.of("agent1", "supervisor1")).noneMatch(this::sees);
        assertThat(List.of("agent3", "supervisor2")).allMatch(this::sees);
    }

    @Test
    void nobody_keeps_it_when_it_is_given_back() {
        taskService.setAssignee(task.getId(), null);

        assertThat(List.of("agent1", "supervisor1")).noneMatch(this::sees);
    }

    @Test
    void what_is_offered_to_a_group_stays_with_the_group_when_one_of_them_gives_it_back() {
        taskService.complete(task.getId());
        task = current();
        taskService.claim(task.getId(), "supervisor1");
        taskService.setAssignee(task.getId(), null);

        assertThat(sees("supervisor1")).isTrue();
        assertThat(List.of("agent1", "supervisor2")).noneMatch(this::sees);
    }

    @Test
    void each_permission_is_written_once() {
        taskService.setAssignee(task.getId(), "agent2");
        taskService.setAssignee(task.getId(), "agent1");

        assertThat(authorizationService
                        .createAuthorizationQuery()
                        .resourceType(TASK)
                        .resourceId(task.getId())
                        .list())
                .extracting("userId", "groupId")
                .containsExactlyInAnyOrder(tuple("agent1", null), tuple(null, "team-north-supervisor"));
    }

    @Test
    void filters_show_what_one_holds_and_what_is_offered() {
        assertThat(listed("agent1", "My calls")).isEqualTo(1);
        assertThat(listed("agent2", "My calls")).isZero();
        assertThat(listed("supervisor1", "My team")).isEqualTo(1);
        assertThat(listed("supervisor1", "Hand-overs")).isZero();

        taskService.complete(task.getId());

        assertThat(listed("supervisor1", "Hand-overs")).isEqualTo(1);
        assertThat(listed("supervisor1", "All my work")).isEqualTo(1);
        assertThat(listed("supervisor2", "Hand-overs")).isZero();

        taskService.claim(current().getId(), "supervisor1");

        assertThat(listed("supervisor1", "Hand-overs")).isEqualTo(1);
    }

    @Test
    void over_rest_an_agent_sees_own_steps_only_and_starts_nothing_but_cases() {
        var steps = "/engine-rest/task/count?processDefinitionKey=" + PROBE;
        var start = "/engine-rest/process-definition/key/" + PROBE + "/start";

        assertThat(as("agent1").getForObject(steps, String.class)).contains("\"count\":1");
        assertThat(as("agent2").getForObject(steps, String.class)).contains("\"count\":0");
        assertThat(as("agent1").postForEntity(start, Map.of(), String.class).getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    private TestRestTemplate as(String user) {
        return http.withBasicAuth(user, "demo");
    }

    /** Counted by instance, so that steps of other tests do not matter. */
    private long listed(String user, String filterName) {
        var filter = filterService.createFilterQuery().filterName(filterName).singleResult();
        logIn(user);
        var count = filterService
                .<Task, TaskQuery>list(
                        filter.getId(), taskService.createTaskQuery().processDefinitionKey(PROBE))
                .size();
        identityService.clearAuthentication();
        return count;
    }

    private boolean sees(String user) {
        logIn(user);
        var count = taskService.createTaskQuery().taskId(task.getId()).count();
        identityService.clearAuthentication();
        return count == 1;
    }

    private void logIn(String user) {
        identityService.setAuthentication(user, people.groupsOf(PersonId.of(user)));
    }

    private Task current() {
        return taskService.createTaskQuery().processDefinitionKey(PROBE).singleResult();
    }
}
