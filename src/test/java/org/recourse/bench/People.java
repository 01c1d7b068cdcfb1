package org.recourse.bench;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;

/** Who works in the measured call centre, and on the stock side the permissions and the list that Recourse brings itself. */
final class People {

    static final String PASSWORD = "a-Long-1-for-agents";

    private People() {}

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
                        "UserTask_Listen",
                        "UserTask_Restate",
                        "UserTask_Propose",
                        "UserTask_CheckAgreement",
                        "UserTask_WrapUp",
                        "UserTask_PrepareHandover")
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
