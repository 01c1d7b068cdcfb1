package org.recourse.intake.web;

import java.util.stream.Stream;
import org.recourse.identity.CurrentUser;
import org.recourse.identity.Roles;
import org.recourse.intake.ImportRun;
import org.recourse.text.Speech;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Who may send files, and who may read what became of them. */
@Component
class Importers {

    private final CurrentUser user;
    private final Speech speech;

    Importers(CurrentUser user, Speech speech) {
        this.user = user;
        this.speech = speech;
    }

    void demandImporter() {
        if (Stream.of(Roles.SUPERVISOR, Roles.MANAGER, Roles.INTEGRATION).noneMatch(user::hasRole)) {
            throw new AccessDeniedException(speech.say("import.for-roles"));
        }
    }

    /** Supervisors know of their team's imports and of their own: a report quotes what was wrong with a row. */
    boolean sees(ImportRun run) {
        return user.hasRole(Roles.MANAGER)
                || user.hasRole(Roles.INTEGRATION)
                || user.id().equals(run.startedBy())
                || run.team() != null && user.teams().contains(run.team());
    }
}
