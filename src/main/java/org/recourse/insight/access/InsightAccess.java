package org.recourse.insight.access;

import java.util.Arrays;
import org.recourse.escalation.model.CaseForbidden;
import org.recourse.form.Times;
import org.recourse.identity.CurrentUser;
import org.recourse.identity.Roles;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Component;

/** Who looks at all cases together (docs/contract.md, "People"). */
@Component
public class InsightAccess {

    /** Where people keep their own searches; these are no part of any case, hence auditors may change them. */
    public static final String OWN_SEARCHES = "/api/escalations/searches";

    private final CurrentUser user;
    private final Times times;

    InsightAccess(CurrentUser user, Times times) {
        this.user = user;
        this.times = times;
    }

    /** Sums tell nothing of a single case: process owners see them too. */
    public void demandFigures() {
        demand(Roles.AUDITOR, Roles.MANAGER, Roles.PROCESS_OWNER);
    }

    public void demandCases() {
        demand(Roles.AUDITOR, Roles.MANAGER);
    }

    /** The engine's history and what administrators did. */
    public void demandHistory() {
        demand(Roles.AUDITOR);
    }

    /**
     * What the caller may see, and whether they may correct root cause and finding.
     *
     * @param zone of the house, in which pages tell times
     */
    public record Permission(boolean figures, boolean cases, boolean history, boolean classify, String zone) {}

    public Permission permission() {
        return new Permission(
                hasAny(Roles.AUDITOR, Roles.MANAGER, Roles.PROCESS_OWNER),
                hasAny(Roles.AUDITOR, Roles.MANAGER),
                seesHistory(),
                hasAny(Roles.SUPERVISOR, Roles.MANAGER),
                times.house().getId());
    }

    public boolean seesHistory() {
        return user.hasRole(Roles.AUDITOR);
    }

    /** Forming the figures again changes no case; it is work for the machine. */
    public void demandOperation() {
        demand(Roles.OPERATOR, Roles.PROCESS_OWNER, Roles.ADMINISTRATOR);
    }

    public void demandImport() {
        demand(Roles.MANAGER, Roles.INTEGRATION);
    }

    /** @throws CaseForbidden naming the roles that may */
    private void demand(String... roles) {
        if (!hasAny(roles)) {
            throw new CaseForbidden(Sentence.of("access.for-roles", String.join(", ", roles)));
        }
    }

    private boolean hasAny(String... roles) {
        return Arrays.stream(roles).anyMatch(user::hasRole);
    }
}
