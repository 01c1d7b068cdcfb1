package org.recourse.escalation.settlement;

import org.jspecify.annotations.Nullable;
import org.recourse.escalation.model.CaseForbidden;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.model.Finding;
import org.recourse.escalation.model.RootCause;
import org.recourse.form.RefusedInput;
import org.recourse.form.Step;
import org.recourse.identity.CurrentUser;
import org.recourse.identity.Roles;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says, or corrects, why a matter could not be settled where it came in, and whether the complaint was right (R23). */
@Service
public class Classification {

    private final Cases cases;
    private final CurrentUser user;

    Classification(Cases cases, CurrentUser user) {
        this.cases = cases;
        this.user = user;
    }

    /**
     * What was said before stays in the history.
     *
     * @param evidence what in the record shows it
     * @throws RefusedInput when neither a cause nor a finding is given
     * @throws CaseForbidden for others than supervisors and managers
     */
    @Transactional
    public void correct(
            EscalationCase escalation, @Nullable RootCause cause, @Nullable Finding finding, String evidence) {
        if (!user.hasRole(Roles.SUPERVISOR) && !user.hasRole(Roles.MANAGER)) {
            throw new CaseForbidden(Sentence.of("settlement.classified-by"));
        }
        if (cause == null && finding == null) {
            throw new RefusedInput("cause", Sentence.of("settlement.cause-missing"));
        }
        cases.save(
                escalation.classified(cause, finding, evidence),
                Step.byRoute(escalation.number(), "POST classification"));
    }
}
