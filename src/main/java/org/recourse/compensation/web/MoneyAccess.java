package org.recourse.compensation.web;

import java.util.Arrays;
import org.recourse.form.RefusedAttempt;
import org.recourse.identity.CurrentUser;
import org.springframework.stereotype.Component;

/** Who may look at money and who may touch it. */
@Component
class MoneyAccess {

    private final CurrentUser user;

    MoneyAccess(CurrentUser user) {
        this.user = user;
    }

    boolean allows(String... roles) {
        return Arrays.stream(roles).anyMatch(user::hasRole);
    }

    /** @throws RefusedAttempt when the caller has none of the roles */
    void demand(String... roles) {
        if (!allows(roles)) {
            throw new RefusedAttempt("role", "this is for the roles %s.".formatted(String.join(", ", roles)));
        }
    }
}
