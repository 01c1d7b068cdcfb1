package org.recourse.compensation.web;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import org.recourse.form.RefusedAttempt;
import org.recourse.identifier.Team;
import org.recourse.identity.CurrentUser;
import org.recourse.text.Sentence;
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

    Set<Team> teams() {
        return user.teams();
    }

    /** @throws RefusedAttempt when the caller is in none of the teams */
    void demandOneOf(Set<Team> teams) {
        if (Collections.disjoint(user.teams(), teams)) {
            throw new RefusedAttempt(
                    "key",
                    Sentence.of(
                            "money.for-supervisors-of",
                            teams.stream().map(Team::value).collect(Collectors.joining(", "))));
        }
    }

    /** @throws RefusedAttempt when the caller has none of the roles */
    void demand(String... roles) {
        if (!allows(roles)) {
            throw new RefusedAttempt("role", Sentence.of("money.for-roles", String.join(", ", roles)));
        }
    }
}
