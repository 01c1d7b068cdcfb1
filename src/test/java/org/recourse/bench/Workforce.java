package org.recourse.bench;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.recourse.model.AfterCallIds.USER_TASK_PREPARE_HANDOVER;
import static org.recourse.model.AfterCallIds.USER_TASK_WRAP_UP;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_CHECK_AGREEMENT;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_PROPOSE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESTATE;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;

/** Who works in the measured call centre, and on the stock side the permissions and the list that Recourse brings itself. */
final class Workforce {

    static final String PASSWORD = "a-Long-1-for-agents";

    private Workforce() {}

    static void agent(ProcessEngine engine, String id) {
        add(engine, id, CaseWalk.AGENT);
    }

    static void hire(ProcessEngine engine) {
        agent(engine, "agent1");
        add(engine, "supervisor1", CaseWalk.SUPERVISOR);
        add(engine, "manager1", CaseWalk.MANAGER);
    }

    static void add(ProcessEngine engine, String id, List<String> groups) {
        var identities = engine.getIdentityService();
        var user = identities.newUser(id);
        user.setPassword(PASSWORD);
        user.setFirstName(id);
        user.setLastName("Measured");
        user.setEmail(id + "@example.org");
        identities.saveUser(user);
        groups.forEach(group -> {
            if (identities.createGroupQuery().groupId(group).count() == 0) {
                identities.saveGroup(identities.newGroup(group));
            }
            identities.createMembership(id, group);
        });
    }

    /** The stock engine's permissions for an agent's list, as an administrator would grant them, and the list. */
    static void permitStock(ProcessEngine engine) {
        add(engine, "boss", List.of("camunda-admin"));
        grant(engine, "agent", Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        for (String role : List.of("agent", "supervisor", "manager")) {
            grant(engine, role, Resources.PROCESS_DEFINITION, "*", Permissions.READ, Permissions.CREATE_INSTANCE);
            grant(engine, role, Resources.PROCESS_INSTANCE, "*", Permissions.CREATE);
        }
        Filter filter = engine.getFilterService().newTaskFilter("My calls");
        filter.setQuery(engine.getTaskService()
                .createTaskQuery()
                .or()
                .taskAssigneeExpression("${currentUser()}")
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .endOr()
                .taskDefinitionKeyIn(
                        USER_TASK_LISTEN,
                        USER_TASK_RESTATE,
                        USER_TASK_PROPOSE,
                        USER_TASK_CHECK_AGREEMENT,
                        USER_TASK_WRAP_UP,
                        USER_TASK_PREPARE_HANDOVER)
                .orderByTaskPriority()
                .desc()
                .orderByDueDate()
                .asc()
                .orderByTaskCreateTime()
                .asc());
        filter.setProperties(Map.of("priority", 10, "refresh", true, "variables", List.of()));
        engine.getFilterService().saveFilter(filter);
        grant(engine, "agent", Resources.FILTER, filter.getId(), Permissions.READ);
    }

    private static void grant(
            ProcessEngine engine, String role, Resource resource, String id, Permission... permissions) {
        var authorization = engine.getAuthorizationService().createNewAuthorization(AUTH_TYPE_GRANT);
        authorization.setGroupId(role);
        authorization.setResource(resource);
        authorization.setResourceId(id);
        authorization.setPermissions(permissions);
        engine.getAuthorizationService().saveAuthorization(authorization);
    }
}
