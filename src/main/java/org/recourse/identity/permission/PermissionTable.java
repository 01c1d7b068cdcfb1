package org.recourse.identity.permission;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.MIGRATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY_VARIABLE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK_VARIABLE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.BATCH;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.OPERATION_LOG_CATEGORY;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.SYSTEM;
import static org.camunda.bpm.engine.authorization.Resources.TASK;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.recourse.identity.Roles;
import org.recourse.model.CustomerEscalationIds;

/** The engine's part of who may do what. Tasks are missing where holding one, or being offered one, is the permission. */
public final class PermissionTable {

    private static final String ESCALATION = CustomerEscalationIds.PROCESS;

    private PermissionTable() {}

    public static List<Grant> grants() {
        var grants = new ArrayList<Grant>();
        Stream.of(Roles.AGENT, Roles.SUPERVISOR, Roles.MANAGER, Roles.INTEGRATION)
                .flatMap(PermissionTable::opensCases)
                .forEach(grants::add);
        Roles.ON_CALLS.stream().flatMap(PermissionTable::worksInTasklist).forEach(grants::add);
        grants.addAll(supervisor());
        grants.addAll(manager());
        grants.addAll(processOwner());
        grants.addAll(auditor());
        grants.addAll(operator());
        Stream.of(Resources.values())
                .map(resource -> new Grant(Roles.ADMINISTRATOR, resource, ANY, ALL))
                .forEach(grants::add);
        return grants;
    }

    private static Stream<Grant> opensCases(String role) {
        return Stream.of(
                new Grant(role, PROCESS_INSTANCE, ANY, CREATE),
                new Grant(role, PROCESS_DEFINITION, ESCALATION, ProcessDefinitionPermissions.READ, CREATE_INSTANCE));
    }

    /** Definitions are for reading only: Tasklist shows a step's process by name and its diagram. */
    private static Stream<Grant> worksInTasklist(String role) {
        return Stream.of(
                new Grant(role, APPLICATION, "tasklist", ACCESS),
                new Grant(role, PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ));
    }

    private static List<Grant> supervisor() {
        return List.of(new Grant(Roles.SUPERVISOR, USER, ANY, READ));
    }

    private static List<Grant> manager() {
        return List.of(
                new Grant(Roles.MANAGER, APPLICATION, "cockpit", ACCESS),
                new Grant(Roles.MANAGER, USER, ANY, READ),
                new Grant(
                        Roles.MANAGER,
                        TASK,
                        ANY,
                        TaskPermissions.READ,
                        TaskPermissions.READ_VARIABLE,
                        TaskPermissions.TASK_WORK,
                        TaskPermissions.TASK_ASSIGN));
    }

    private static List<Grant> processOwner() {
        return List.of(
                new Grant(Roles.PROCESS_OWNER, APPLICATION, "cockpit", ACCESS),
                new Grant(Roles.PROCESS_OWNER, DEPLOYMENT, ANY, CREATE, READ),
                new Grant(
                        Roles.PROCESS_OWNER,
                        PROCESS_DEFINITION,
                        ANY,
                        ProcessDefinitionPermissions.READ,
                        MIGRATE_INSTANCE),
                new Grant(Roles.PROCESS_OWNER, DECISION_DEFINITION, ANY, READ),
                new Grant(Roles.PROCESS_OWNER, DECISION_REQUIREMENTS_DEFINITION, ANY, READ),
                new Grant(
                        Roles.PROCESS_OWNER,
                        BATCH,
                        ANY,
                        BatchPermissions.READ,
                        BatchPermissions.CREATE_BATCH_MIGRATE_PROCESS_INSTANCES));
    }

    private static List<Grant> auditor() {
        return List.of(
                new Grant(Roles.AUDITOR, APPLICATION, "cockpit", ACCESS),
                new Grant(Roles.AUDITOR, DEPLOYMENT, ANY, READ),
                new Grant(
                        Roles.AUDITOR,
                        PROCESS_DEFINITION,
                        ANY,
                        ProcessDefinitionPermissions.READ,
                        READ_INSTANCE,
                        READ_INSTANCE_VARIABLE,
                        READ_TASK,
                        READ_TASK_VARIABLE,
                        ProcessDefinitionPermissions.READ_HISTORY,
                        READ_HISTORY_VARIABLE),
                new Grant(Roles.AUDITOR, DECISION_DEFINITION, ANY, READ, READ_HISTORY),
                new Grant(Roles.AUDITOR, DECISION_REQUIREMENTS_DEFINITION, ANY, READ),
                new Grant(Roles.AUDITOR, OPERATION_LOG_CATEGORY, ANY, UserOperationLogCategoryPermissions.READ),
                new Grant(Roles.AUDITOR, BATCH, ANY, BatchPermissions.READ, BatchPermissions.READ_HISTORY));
    }

    /** Sees which step of which case is stuck and tries it again; what was said in the case stays out of sight. */
    private static List<Grant> operator() {
        return List.of(
                new Grant(Roles.OPERATOR, APPLICATION, "cockpit", ACCESS),
                new Grant(
                        Roles.OPERATOR,
                        PROCESS_DEFINITION,
                        ANY,
                        ProcessDefinitionPermissions.READ,
                        READ_INSTANCE,
                        RETRY_JOB),
                new Grant(Roles.OPERATOR, BATCH, ANY, BatchPermissions.READ, BatchPermissions.READ_HISTORY),
                new Grant(Roles.OPERATOR, SYSTEM, ANY, SystemPermissions.READ));
    }
}
