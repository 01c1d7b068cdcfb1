package org.recourse.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.GenericManagerFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.RecourseApplicationTest;
import org.recourse.escalation.CaseDriver;
import org.recourse.identity.permission.GrantChecks;
import org.recourse.model.CustomerEscalationIds;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every permission of everybody is answered the same by Recourse's statement as by the engine's own. */
@RecourseApplicationTest
@Tag("R27")
class GrantChecksTest {

    private static final List<String> PEOPLE = List.of(
            "agent1", "agent2", "supervisor1", "manager1", "owner1", "auditor1", "operator1", "admin", "nobody");

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    private final Map<String, List<String>> known = new HashMap<>();
    private final List<Authorization> made = new ArrayList<>();
    private List<String> ids = List.of();

    @BeforeEach
    void work() {
        CaseDriver the = new CaseDriver(engine, jdbc);
        the.person("agent1").opens();
        String task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(the.number().value())
                .singleResult()
                .getId();
        String filter =
                engine.getFilterService().createFilterQuery().list().get(0).getId();
        ids = List.of("*", task, filter, CustomerEscalationIds.PROCESS, "agent1", "there-is-none");
    }

    @AfterEach
    void end() {
        made.forEach(each -> engine.getAuthorizationService().deleteAuthorization(each.getId()));
    }

    @Test
    void one_permission() {
        assertThat(everyAnswer(Resources.values())).as("granted").contains(true).contains(false);
    }

    @Test
    void one_permission_when_one_thing_is_granted_to_one_person() {
        make(Authorization.AUTH_TYPE_GRANT, "operator1", Resources.TASK, ids.get(1), Permissions.READ);
        make(
                Authorization.AUTH_TYPE_GRANT,
                "owner1",
                Resources.PROCESS_DEFINITION,
                CustomerEscalationIds.PROCESS,
                ProcessDefinitionPermissions.READ_TASK);

        everyAnswer(Resources.TASK, Resources.PROCESS_DEFINITION);
        assertThat(may("operator1", Permissions.READ, Resources.TASK, ids.get(1)))
                .isTrue();
        assertThat(may("operator1", Permissions.UPDATE, Resources.TASK, ids.get(1)))
                .isFalse();
    }

    @Test
    void what_everybody_may() {
        make(Authorization.AUTH_TYPE_GLOBAL, null, Resources.DASHBOARD, "*", Permissions.READ);

        everyAnswer(Resources.DASHBOARD);
        assertThat(may("nobody", Permissions.READ, Resources.DASHBOARD, "there-is-none"))
                .isTrue();
    }

    @Test
    void what_was_revoked() {
        make(Authorization.AUTH_TYPE_REVOKE, "manager1", Resources.TASK, ids.get(1), Permissions.READ);

        everyAnswer(Resources.TASK);
    }

    @Test
    void several_permissions_any_of_them_or_all() {
        for (String person : List.of("agent1", "supervisor1", "auditor1")) {
            for (boolean any : List.of(true, false)) {
                for (Long nothing : Arrays.asList(null, 0L)) {
                    for (String first : ids) {
                        for (String second : ids) {
                            same(
                                    person + any + nothing + first + second,
                                    () -> asks(person, any, nothing, first, second));
                        }
                    }
                }
            }
        }
    }

    private boolean asks(String person, boolean any, @Nullable Long nothing, String first, String second) {
        CompositePermissionCheck check = new CompositePermissionCheck(any);
        check.addAtomicCheck(atomic(Resources.TASK, Permissions.UPDATE, first, nothing));
        check.addAtomicCheck(atomic(Resources.PROCESS_DEFINITION, ProcessDefinitionPermissions.READ_TASK, second, 0L));
        return configuration()
                .getCommandExecutorTxRequired()
                .execute(context -> context.getAuthorizationManager().isAuthorized(person, groups(person), check));
    }

    private static PermissionCheck atomic(Resource resource, Permission permission, String id, @Nullable Long nothing) {
        PermissionCheck check = new PermissionCheck();
        check.setResource(resource);
        check.setPermission(permission);
        check.setResourceId(id);
        check.setAuthorizationNotFoundReturnValue(nothing);
        return check;
    }

    private List<Boolean> everyAnswer(Resource... resources) {
        List<Boolean> answers = new ArrayList<>();
        for (String person : PEOPLE) {
            for (Resource resource : resources) {
                for (Permission permission : permissionsFor(resource)) {
                    for (String id : ids) {
                        answers.add(same(
                                "%s %s %s %s".formatted(person, permission, resource, id),
                                () -> may(person, permission, resource, id)));
                    }
                }
            }
        }
        return answers;
    }

    private static List<Permission> permissionsFor(Resource resource) {
        return Stream.of(
                        Permissions.READ,
                        Permissions.UPDATE,
                        Permissions.CREATE,
                        Permissions.DELETE,
                        Permissions.ACCESS)
                .filter(permission -> Arrays.asList(permission.getTypes()).contains(resource))
                .map(Permission.class::cast)
                .toList();
    }

    private boolean may(String person, Permission permission, Resource resource, String id) {
        return engine.getAuthorizationService().isUserAuthorized(person, groups(person), permission, resource, id);
    }

    private List<String> groups(String person) {
        return known.computeIfAbsent(
                person,
                id -> engine.getIdentityService().createGroupQuery().groupMember(id).list().stream()
                        .map(Group::getId)
                        .toList());
    }

    private void make(int type, @Nullable String person, Resource resource, String id, Permission permission) {
        Authorization authorization = engine.getAuthorizationService().createNewAuthorization(type);
        if (person != null) {
            authorization.setUserId(person);
        }
        authorization.setResource(resource);
        authorization.setResourceId(id);
        if (type == Authorization.AUTH_TYPE_REVOKE) {
            authorization.removePermission(permission);
        } else {
            authorization.addPermission(permission);
        }
        made.add(engine.getAuthorizationService().saveAuthorization(authorization));
    }

    private boolean same(String question, Supplier<Boolean> asked) {
        boolean ours = asked.get();
        Map<Class<?>, SessionFactory> factories = configuration().getSessionFactories();
        SessionFactory factory =
                factories.put(AuthorizationManager.class, new GenericManagerFactory(AuthorizationManager.class));
        assertThat(factory).as("Recourse's own checks").isInstanceOf(GrantChecks.Factory.class);
        try {
            assertThat(ours).as(question).isEqualTo(asked.get());
        } finally {
            factories.put(AuthorizationManager.class, factory);
        }
        return ours;
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
