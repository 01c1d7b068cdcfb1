package org.recourse.escalation.settlement;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.recourse.escalation.model.CaseForbidden;
import org.recourse.escalation.model.CaseProcess;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.model.Settlement;
import org.recourse.form.RefusedInput;
import org.recourse.form.Step;
import org.recourse.identity.CurrentUser;
import org.recourse.identity.Roles;
import org.recourse.record.CaseLog;
import org.recourse.record.Happening;
import org.recourse.record.Words;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Supervisors close a case that is not to be worked any more, and reopen one that was ended too early. */
@Service
public class Reopening {

    private static final Set<Settlement> NO_CASE =
            EnumSet.of(Settlement.WRONG_NUMBER, Settlement.DUPLICATE, Settlement.TEST);
    private static final String ROUTING = "BusinessRuleTask_RouteEscalation";
    private static final String CLOSING = "ServiceTask_CloseCase";
    private static final List<String> CARRYING_OUT =
            List.of("ServiceTask_GrantCompensation", "ServiceTask_ConfirmToCustomer");

    private final Cases cases;
    private final CaseProcess process;
    private final CaseLog log;
    private final CurrentUser user;

    Reopening(Cases cases, CaseProcess process, CaseLog log, CurrentUser user) {
        this.cases = cases;
        this.process = process;
        this.log = log;
        this.user = user;
    }

    /**
     * The case ends at once: steps, timers, callbacks and requests go, promises not kept count as broken.
     *
     * @param as wrong-number, duplicate or test, which keep it out of every figure; null for a case that was one
     * @throws RefusedInput when it has ended already, or cannot be closed as that
     * @throws CaseForbidden for others than supervisors and managers
     */
    @Transactional
    public void close(EscalationCase escalation, @Nullable Settlement as, String reason) {
        demandSupervisor();
        if (as != null && !NO_CASE.contains(as)) {
            throw new RefusedInput("as", Sentence.of("settlement.closed-as-what"));
        }
        Step step = Step.byRoute(escalation.number(), "POST closing");
        cases.save(escalation.comesOut(as == null ? Settlement.CLOSED_BY_SUPERVISOR : as), step);
        log.happened(step, new Happening.Closed(null, Words.of(reason)));
        process.goTo(escalation.number(), CLOSING, reason);
    }

    /**
     * The case is routed again, as if the customer had said that it is not settled.
     *
     * @param level 2 supervisor or 3 manager; null for one higher than it was
     * @throws RefusedInput when it is open, belongs to another case, or is being carried out at this moment
     * @throws CaseForbidden for others than supervisors and managers
     */
    @Transactional
    public void reopen(EscalationCase escalation, @Nullable Integer level, String reason) {
        demandSupervisor();
        escalation.reopened(level);
        List<String> at = process.at(escalation.number());
        if (at.stream().anyMatch(CARRYING_OUT::contains)) {
            throw new RefusedInput("caseNumber", Sentence.of("settlement.being-carried-out"));
        }
        Step step = Step.byRoute(escalation.number(), "POST reopening");
        cases.save(escalation, step);
        log.happened(step, new Happening.Reopened(Words.of(reason)));
        if (at.isEmpty()) {
            process.goOnAt(escalation.number(), ROUTING);
        } else {
            process.goTo(escalation.number(), ROUTING, reason);
        }
    }

    /** Whether the current user may close or reopen cases. */
    public boolean isOpenToMe() {
        return user.hasRole(Roles.SUPERVISOR) || user.hasRole(Roles.MANAGER);
    }

    private void demandSupervisor() {
        if (!isOpenToMe()) {
            throw new CaseForbidden(Sentence.of("settlement.closed-and-reopened-by"));
        }
    }
}
