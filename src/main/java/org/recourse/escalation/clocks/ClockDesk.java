package org.recourse.escalation.clocks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.recourse.clock.ClockChanges;
import org.recourse.clock.ClockPauses;
import org.recourse.escalation.model.CaseForbidden;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.form.Answers;
import org.recourse.form.RefusedInput;
import org.recourse.form.Step;
import org.recourse.identity.CurrentUser;
import org.recourse.identity.Roles;
import org.recourse.record.CaseLog;
import org.recourse.record.ClockHappening;
import org.recourse.record.Words;
import org.recourse.text.Sentence;
import org.recourse.text.Written;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What supervisors do to the clocks of a case, each with a reason that stays on record. */
@Service
public class ClockDesk {

    private static final Duration LONGEST_PAUSE = Duration.ofDays(90);

    private final ClockChanges changes;
    private final ClockPauses pauses;
    private final CaseClocks clocks;
    private final CurrentUser user;
    private final CaseLog log;
    private final Clock clock;

    ClockDesk(ClockChanges changes, ClockPauses pauses, CaseClocks clocks, CurrentUser user, CaseLog log, Clock clock) {
        this.changes = changes;
        this.pauses = pauses;
        this.clocks = clocks;
        this.user = user;
        this.log = log;
        this.clock = clock;
    }

    /**
     * The service clocks wait until an instant, for example for documents that the customer sends, and go on by
     * themselves. Regulatory clocks go on.
     *
     * @throws RefusedInput when the reason is missing, or the instant is missing, past or more than 90 days ahead
     * @throws CaseForbidden for others than supervisors and managers
     */
    @Transactional
    public void pause(EscalationCase escalation, Answers given) {
        demandSupervisor(escalation);
        String reason = given.required("reason", Answers.SHORT_TEXT, Sentence.of("case-clock.pause-reason-missing"));
        Instant until = given.instant("until");
        if (until == null || !until.isAfter(clock.instant())) {
            throw new RefusedInput("until", Sentence.of("case-clock.until-in-the-past"));
        }
        if (until.isAfter(clock.instant().plus(LONGEST_PAUSE))) {
            throw new RefusedInput("until", Sentence.of("case-clock.until-too-far", LONGEST_PAUSE.toDays()));
        }
        pauses.pause(escalation.number(), until, new Written(reason));
        log.happened(
                Step.byRoute(escalation.number(), "POST clocks/pause"),
                new ClockHappening.ClocksPaused(until, new Words(reason)));
    }

    /**
     * What was waited for came earlier.
     *
     * @throws CaseForbidden for others than supervisors and managers
     */
    @Transactional
    public void resume(EscalationCase escalation, Answers given) {
        demandSupervisor(escalation);
        String reason = given.required("reason", Answers.SHORT_TEXT, Sentence.of("case-clock.resume-reason-missing"));
        pauses.resume(escalation.number());
        log.happened(
                Step.byRoute(escalation.number(), "POST clocks/resumption"),
                new ClockHappening.ClocksResumed(new Words(reason)));
    }

    /**
     * The longer period that a regulation allows in exceptional circumstances.
     *
     * @throws RefusedInput when the reason is missing or the clock's rule knows no longer period
     * @throws CaseForbidden for others than supervisors and managers
     */
    @Transactional
    public void extend(EscalationCase escalation, int number, Answers given) {
        demandSupervisor(escalation);
        String reason = given.required("reason", Answers.SHORT_TEXT, Sentence.of("case-clock.exception-missing"));
        changes.extend(clocks.clocked(escalation), number, reason);
        log.happened(
                Step.byRoute(escalation.number(), "POST clocks/extension"),
                new ClockHappening.ClockExtended(number, new Words(reason)));
    }

    private void demandSupervisor(EscalationCase escalation) {
        if (!user.hasRole(Roles.SUPERVISOR) && !user.hasRole(Roles.MANAGER)) {
            throw new CaseForbidden(Sentence.of("case-clock.decided-by"));
        }
        if (!escalation.isOpen()) {
            throw new RefusedInput("caseNumber", Sentence.of("case-clock.none-runs", escalation.number()));
        }
    }
}
