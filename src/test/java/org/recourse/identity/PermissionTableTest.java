package org.recourse.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.DELETE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.UPDATE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY_VARIABLE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.camunda.bpm.engine.authorization.Resources.AUTHORIZATION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.TASK;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.junit.jupiter.api.Test;
import org.recourse.RecourseApplicationTest;
import org.recourse.identifier.PersonId;
import org.recourse.model.CustomerEscalationIds;
import org.recourse.model.PromiseIds;
import org.springframework.beans.factory.annotation.Autowired;

@RecourseApplicationTest
class PermissionTableTest {

    private static final List<String> USERS =
            List.of("agent1", "supervisor1", "manager1", "owner1", "auditor1", "operator1", "admin");

    @Autowired
    AuthorizationService authorizationService;

    @Autowired
    EnginePeople people;

    @Test
    void cases_are_started_by_those_on_calls() {
        assertThat(allowed(CREATE_INSTANCE, PROCESS_DEFINITION, CustomerEscalationIds.PROCESS))
                .containsExactlyInAnyOrder("agent1", "supervisor1", "manager1", "admin");
        assertThat(allowed(CREATE_INSTANCE, PROCESS_DEFINITION, PromiseIds.PROCESS))
                .containsExactly("admin");
    }

    @Test
    void instances_and_history_are_for_the_auditor_and_without_their_values_for_the_operator() {
        assertThat(allowed(READ_INSTANCE, PROCESS_DEFINITION, CustomerEscalationIds.PROCESS))
                .containsExactlyInAnyOrder("auditor1", "operator1", "admin");
        assertThat(allowed(READ_INSTANCE_VARIABLE, PROCESS_DEFINITION, CustomerEscalationIds.PROCESS))
                .containsExactlyInAnyOrder("auditor1", "admin");
        assertThat(allowed(READ_HISTORY, PROCESS_DEFINITION, CustomerEscalationIds.PROCESS))
                .containsExactlyInAnyOrder("auditor1", "admin");
        assertThat(allowed(READ_HISTORY_VARIABLE, PROCESS_DEFINITION, CustomerEscalationIds.PROCESS))
                .containsExactlyInAnyOrder("auditor1", "admin");
        assertThat(allowed(RETRY_JOB, PROCESS_DEFINITION, CustomerEscalationIds.PROCESS))
                .containsExactlyInAnyOrder("operator1", "admin");
    }

    @Test
    void process_owners_deploy() {
        assertThat(allowed(CREATE, DEPLOYMENT, "*")).containsExactlyInAnyOrder("owner1", "admin");
        assertThat(allowed(DELETE, DEPLOYMENT, "*")).containsExactly("admin");
    }

    @Test
    void nobody_but_the_administrator_changes_the_ground_rules() {
        assertThat(allowed(CREATE, FILTER, "*")).containsExactly("admin");
        assertThat(allowed(UPDATE, AUTHORIZATION, "*")).containsExactly("admin");
        assertThat(allowed(CREATE, USER, "*")).containsExactly("admin");
        assertThat(allowed(UPDATE, TASK, "*")).containsExactly("admin");
        assertThat(allowed(READ, TASK, "*")).containsExactlyInAnyOrder("manager1", "admin");
    }

    private Set<String> allowed(Permission permission, Resource resource, String id) {
        return USERS.stream()
                .filter(user -> authorizationService.isUserAuthorized(
                        user, people.groupsOf(PersonId.of(user)), permission, resource, id))
                .collect(Collectors.toSet());
    }
}
