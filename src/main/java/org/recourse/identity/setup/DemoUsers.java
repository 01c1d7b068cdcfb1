package org.recourse.identity.setup;

import static org.recourse.identity.Roles.ADMINISTRATOR;
import static org.recourse.identity.Roles.AGENT;
import static org.recourse.identity.Roles.AUDITOR;
import static org.recourse.identity.Roles.MANAGER;
import static org.recourse.identity.Roles.OPERATOR;
import static org.recourse.identity.Roles.PROCESS_OWNER;
import static org.recourse.identity.Roles.SUPERVISOR;

import java.util.List;
import org.recourse.identifier.Team;
import org.recourse.identity.Accounts;
import org.recourse.identity.Roles;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** People to look around with. Their password is known to everybody, hence never together with production. */
@Component
@Profile("demo & !production")
class DemoUsers {

    private static final String PASSWORD = "demo";
    private static final String NORTH = "team-north";
    private static final String SOUTH = "team-south";

    private final Accounts accounts;

    DemoUsers(Accounts accounts) {
        this.accounts = accounts;
    }

    void ensure() {
        ensure("agent1", "Amira", "Haddad", AGENT, NORTH);
        ensure("agent2", "Ben", "Novak", AGENT, NORTH);
        ensure("agent3", "Chiara", "Russo", AGENT, SOUTH);
        ensure("supervisor1", "Sofia", "Lindgren", SUPERVISOR, NORTH);
        ensure("supervisor2", "Samuel", "Osei", SUPERVISOR, SOUTH);
        ensure("manager1", "Mara", "Keller", MANAGER, NORTH, SOUTH);
        ensure("manager2", "Miguel", "Duarte", MANAGER, NORTH, SOUTH);
        ensure("owner1", "Olga", "Petrova", PROCESS_OWNER);
        ensure("owner2", "Oscar", "Blanc", PROCESS_OWNER);
        ensure("auditor1", "Aiko", "Tanaka", AUDITOR);
        ensure("operator1", "Omar", "Said", OPERATOR);
        ensure("admin", "Ada", "Admin", ADMINISTRATOR);
    }

    private void ensure(String id, String firstName, String lastName, String role, String... teams) {
        if (!accounts.ensureUser(id, firstName, lastName, PASSWORD)) {
            return;
        }
        accounts.ensureMembership(id, role);
        for (var team : List.of(teams)) {
            accounts.ensureMembership(id, team);
            accounts.ensureMembership(id, Roles.inTeam(Team.of(team), role));
        }
    }
}
