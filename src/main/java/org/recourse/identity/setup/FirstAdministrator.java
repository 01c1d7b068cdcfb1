package org.recourse.identity.setup;

import java.util.Objects;
import org.recourse.identity.Accounts;
import org.recourse.identity.RecourseProperties;
import org.recourse.identity.Roles;
import org.springframework.stereotype.Component;

/** Creates the first administrator from the configuration, because one is needed to create everybody else. */
@Component
class FirstAdministrator {

    private final RecourseProperties properties;
    private final Accounts accounts;

    FirstAdministrator(RecourseProperties properties, Accounts accounts) {
        this.properties = properties;
        this.accounts = accounts;
    }

    /** Does nothing once there is an administrator; without one and without a configured one start-up ends here. */
    void ensure() {
        if (accounts.hasMembers(Roles.ADMINISTRATOR)) {
            return;
        }
        var admin = properties.admin();
        if (admin == null || !admin.isComplete()) {
            throw new MissingAdministratorException();
        }
        var id = Objects.requireNonNull(admin.id());
        accounts.ensureUser(id, "First", "Administrator", Objects.requireNonNull(admin.password()));
        accounts.ensureMembership(id, Roles.ADMINISTRATOR);
    }
}
