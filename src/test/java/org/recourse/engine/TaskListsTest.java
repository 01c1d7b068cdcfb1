package org.recourse.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.GenericManagerFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.RecourseApplicationTest;
import org.recourse.engine.tasks.TaskLists;
import org.recourse.escalation.CaseDriver;
import org.recourse.model.CustomerEscalationIds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each list of tasks shows and counts the same with Recourse's statements as with the engine's own. */
@RecourseApplicationTest
@Tag("R27")
class TaskListsTest {

    private static final List<String> PEOPLE = List.of(
            "agent1",
            "agent2",
            "agent3",
            "supervisor1",
            "supervisor2",
            "manager1",
            "owner1",
            "auditor1",
            "operator1",
            "admin");

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    private final List<Authorization> granted = new ArrayList<>();
    private CaseDriver the;

    @BeforeEach
    void work() {
        the = new CaseDriver(engine, jdbc);
        the.person("agent1").opens();
        the.person("agent1").listens();
        the = new CaseDriver(engine, jdbc);
        the.person("agent3").opens();
        the.person("agent3")
                .leaves(USER_TASK_LISTEN, "hand-over", "handOverTrigger", "demand", "story", "I want your boss.");
        the = new CaseDriver(engine, jdbc);
        the.person("supervisor1").opens();
    }

    @AfterEach
    void end() {
        engine.getIdentityService().clearAuthentication();
        granted.forEach(grant -> engine.getAuthorizationService().deleteAuthorization(grant.getId()));
    }

    @Test
    void every_list_in_tasklist_is_the_same_for_everybody() {
        List<Filter> filters = engine.getFilterService().createFilterQuery().list();
        assertThat(filters).hasSizeGreaterThan(5);

        int seen = 0;
        for (String person : PEOPLE) {
            for (Filter filter : filters) {
                seen += sameList(person, filter);
            }
        }
        assertThat(seen).as("tasks in all lists of all people").isGreaterThan(20);
    }

    @Test
    void every_question_is_answered_the_same() {
        Map<String, UnaryOperator<TaskQuery>> questions = Map.ofEntries(
                Map.entry("all", query -> query),
                Map.entry("assigned", TaskQuery::taskAssigned),
                Map.entry("unassigned", TaskQuery::taskUnassigned),
                Map.entry("of a team", query -> query.taskCandidateGroup("team-north-agent")),
                Map.entry(
                        "of a team, taken or not",
                        query -> query.taskCandidateGroup("team-north-agent").includeAssignedTasks()),
                Map.entry(
                        "of some teams",
                        query -> query.taskCandidateGroupIn(List.of("team-north-agent", "team-south-supervisor"))),
                Map.entry("of a person's groups", query -> query.taskCandidateUser("agent2")),
                Map.entry("like a team", query -> query.taskCandidateGroupLike("team-%")),
                Map.entry("with groups", TaskQuery::withCandidateGroups),
                Map.entry("without groups", TaskQuery::withoutCandidateGroups),
                Map.entry("with people", TaskQuery::withCandidateUsers),
                Map.entry("without people", TaskQuery::withoutCandidateUsers),
                Map.entry("involved", query -> query.taskInvolvedUser("agent1")),
                Map.entry(
                        "of a case",
                        query -> query.processInstanceBusinessKey(the.number().value())),
                Map.entry("of a process", query -> query.processDefinitionKey(CustomerEscalationIds.PROCESS)),
                Map.entry(
                        "by name",
                        query -> query.taskNameLike("%is%")
                                .orderByTaskNameCaseInsensitive()
                                .asc()),
                Map.entry("by variable", query -> query.processVariableValueEquals("resumeAt", "listen")),
                Map.entry(
                        "mine or named",
                        query -> query.or()
                                .taskAssignee("agent1")
                                .taskNameLike("Rev%")
                                .endOr()),
                Map.entry(
                        "mine or offered",
                        query -> query.or()
                                .taskAssignee("agent1")
                                .taskCandidateGroupIn(List.of("team-north-agent"))
                                .endOr()),
                Map.entry(
                        "mine or offered, and urgent",
                        query -> query.taskMinPriority(1)
                                .or()
                                .taskAssignee("supervisor1")
                                .taskCandidateGroupIn(List.of("team-north-agent", "team-south-supervisor"))
                                .endOr()),
                Map.entry(
                        "offered twice over",
                        query -> query.taskCandidateGroup("team-north-agent")
                                .or()
                                .taskAssignee("agent1")
                                .taskCandidateGroup("team-north-agent")
                                .endOr()));
        for (String person : PEOPLE) {
            questions.forEach((name, question) -> same(
                    person, name, () -> question.apply(engine.getTaskService().createTaskQuery())));
        }
    }

    @Test
    void a_permission_for_one_task_or_one_process_counts_as_before() {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(the.number().value())
                .singleResult();
        grant("operator1", Resources.TASK, task.getId(), Permissions.READ);
        grant(
                "owner1",
                Resources.PROCESS_DEFINITION,
                CustomerEscalationIds.PROCESS,
                ProcessDefinitionPermissions.READ_TASK);

        assertThat(same("operator1", "one task", engine.getTaskService()::createTaskQuery))
                .isEqualTo(1);
        assertThat(same("owner1", "one process", engine.getTaskService()::createTaskQuery))
                .isGreaterThan(2);
    }

    @Test
    void a_permission_that_was_revoked_is_left_to_the_engine() {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(the.number().value())
                .singleResult();
        Authorization revoked = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
        revoked.setUserId("manager1");
        revoked.setResource(Resources.TASK);
        revoked.setResourceId(task.getId());
        revoked.removePermission(Permissions.READ);
        granted.add(engine.getAuthorizationService().saveAuthorization(revoked));

        same(
                "manager1",
                "revoked",
                () -> engine.getTaskService().createTaskQuery().taskId(task.getId()));
    }

    /** Beyond a thousand offers the list is gone through in order instead of collected. */
    @Test
    void a_long_queue_is_listed_the_same() {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(the.number().value())
                .singleResult();
        for (int i = 0; i <= 1000; i++) {
            jdbc.sql(
                            "insert into ACT_RU_IDENTITYLINK (ID_, REV_, GROUP_ID_, TYPE_, TASK_ID_) values (?, 1, ?, 'candidate', ?)")
                    .params("long-queue-" + i, "team-north-agent", task.getId())
                    .update();
        }
        try {
            int seen = 0;
            for (Filter filter : engine.getFilterService().createFilterQuery().list()) {
                seen += sameList("agent1", filter) + sameList("agent2", filter);
            }
            assertThat(seen).isGreaterThan(3);
        } finally {
            jdbc.sql("delete from ACT_RU_IDENTITYLINK where ID_ like 'long-queue-%'")
                    .update();
        }
    }

    private void grant(
            String person, Resource resource, String id, org.camunda.bpm.engine.authorization.Permission permission) {
        Authorization grant = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setUserId(person);
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.addPermission(permission);
        granted.add(engine.getAuthorizationService().saveAuthorization(grant));
    }

    /** Asks both ways, the whole list, its second page and the count, and gives how many there are. */
    private int same(String person, String question, Supplier<TaskQuery> query) {
        logIn(person);
        try {
            List<String> ours = ids(query.get().list());
            List<String> engines = asEngine(() -> ids(query.get().list()));
            assertThat(ours).as("%s for %s", question, person).containsExactlyInAnyOrderElementsOf(engines);
            assertThat(ours).doesNotHaveDuplicates();
            assertThat(query.get().count())
                    .as("%s for %s, counted", question, person)
                    .isEqualTo(engines.size());
            assertThat(query.get().listPage(1, 2)).hasSize(Math.max(0, Math.min(2, engines.size() - 1)));
            return ours.size();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private int sameList(String person, Filter filter) {
        logIn(person);
        try {
            List<String> ours = ids(engine.getFilterService().list(filter.getId()));
            List<String> engines = asEngine(() -> ids(engine.getFilterService().list(filter.getId())));
            assertThat(ours).as("%s of %s", filter.getName(), person).containsExactlyInAnyOrderElementsOf(engines);
            assertThat(engine.getFilterService().count(filter.getId())).isEqualTo(engines.size());
            return ours.size();
        } catch (AuthorizationException notTheirs) {
            return 0;
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private void logIn(String person) {
        List<String> groups = engine.getIdentityService().createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
        engine.getIdentityService().setAuthentication(person, groups, List.of());
    }

    private static List<String> ids(List<Task> tasks) {
        return tasks.stream().map(Task::getId).toList();
    }

    private <T> T asEngine(Supplier<T> work) {
        Map<Class<?>, SessionFactory> factories =
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getSessionFactories();
        SessionFactory ours = factories.put(TaskManager.class, new GenericManagerFactory(TaskManager.class));
        assertThat(ours).as("Recourse's own lists").isInstanceOf(TaskLists.Factory.class);
        try {
            return work.get();
        } finally {
            factories.put(TaskManager.class, ours);
        }
    }
}
