package org.recourse.identity.setup;

import org.recourse.identifier.Team;
import org.recourse.identity.Accounts;
import org.recourse.identity.RecourseProperties;
import org.recourse.identity.Roles;
import org.recourse.identity.permission.Authorizations;
import org.recourse.identity.permission.PermissionTable;
import org.recourse.identity.permission.TaskFilters;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes sure, before the first request, that roles, permissions, filters and an administrator exist. */
@Component
class IdentitySetup implements SmartInitializingSingleton {

    private final RecourseProperties properties;
    private final Accounts accounts;
    private final Authorizations authorizations;
    private final TaskFilters filters;
    private final FirstAdministrator firstAdministrator;
    private final ObjectProvider<DemoUsers> demoUsers;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    IdentitySetup(
            RecourseProperties properties,
            Accounts accounts,
            Authorizations authorizations,
            TaskFilters filters,
            FirstAdministrator firstAdministrator,
            ObjectProvider<DemoUsers> demoUsers,
            JdbcClient jdbc,
            TransactionOperations transaction) {
        this.properties = properties;
        this.accounts = accounts;
        this.authorizations = authorizations;
        this.filters = filters;
        this.firstAdministrator = firstAdministrator;
        this.demoUsers = demoUsers;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            waitForOtherNodes();
            ensureGroups();
            PermissionTable.grants().forEach(authorizations::ensure);
            filters.ensure();
            demoUsers.ifAvailable(DemoUsers::ensure);
            firstAdministrator.ensure();
        });
    }

    /** The row of the engine's own start-up lock, held until this transaction ends; the engine itself skips it on H2. */
    private void waitForOtherNodes() {
        jdbc.sql("select NAME_ from ACT_GE_PROPERTY where NAME_ = 'startup.lock' for update")
                .query(String.class)
                .single();
    }

    private void ensureGroups() {
        Roles.ALL.forEach(role -> accounts.ensureGroup(role, name(role), "role"));
        for (var team : properties.teams()) {
            accounts.ensureGroup(team.value(), name(team.value()), "team");
            Roles.ON_CALLS.forEach(
                    role -> accounts.ensureGroup(Roles.inTeam(team, role), name(role, team), "team-role"));
        }
    }

    /** {@code Supervisors of team north}. */
    private static String name(String role, Team team) {
        return "%ss of %s".formatted(name(role), team.value().replace('-', ' '));
    }

    private static String name(String id) {
        return Character.toUpperCase(id.charAt(0)) + id.substring(1).replace('-', ' ');
    }
}
