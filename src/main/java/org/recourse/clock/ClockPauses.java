package org.recourse.clock;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.recourse.clock.ClockRows.Derived;
import org.recourse.identifier.CaseNumber;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Service;

/** Lets service clocks stand still while we wait for somebody else. */
@Service
public class ClockPauses {

    private static final String CALLBACK_CHOSEN = "clock.cause.callback-chosen";

    private final ClockRows rows;
    private final ClockTimes times;
    private final ClockProcess process;
    private final Clock clock;

    ClockPauses(ClockRows rows, ClockTimes times, ClockProcess process, Clock clock) {
        this.rows = rows;
        this.times = times;
        this.process = process;
        this.clock = clock;
    }

    /** Service clocks pause until an instant and go on by themselves. Regulatory ones never do. */
    public void pause(CaseNumber caseNumber, Instant until, Saying cause) {
        Instant now = clock.instant();
        for (CaseClock each : rows.openOf(caseNumber)) {
            if (each.kind() == ClockKind.SERVICE && !each.isBreached(now) && until.isAfter(now)) {
                ClockChanges.demand(write(each, each.course().paused(now, until, cause)));
            }
        }
    }

    /** The customer chose when to be called: until then they, and not we, make the case wait. */
    public void pauseForCall(CaseNumber caseNumber, Instant chosen) {
        pause(caseNumber, chosen, Sentence.of(CALLBACK_CHOSEN, chosen));
    }

    /** The call that the customer chose a time for is made or given up. */
    public void resumeAfterCall(CaseNumber caseNumber) {
        resume(
                caseNumber,
                cause -> cause instanceof Sentence sentence && sentence.key().equals(CALLBACK_CHOSEN));
    }

    /** What was waited for, whatever it was, came earlier. */
    public void resume(CaseNumber caseNumber) {
        resume(caseNumber, cause -> true);
    }

    private void resume(CaseNumber caseNumber, Predicate<Saying> waitedFor) {
        Instant now = clock.instant();
        for (CaseClock each : rows.openOf(caseNumber)) {
            each.course()
                    .pausedAt(now)
                    .map(Stretch::cause)
                    .filter(waitedFor)
                    .ifPresent(cause ->
                            ClockChanges.demand(write(each, each.course().resumed(now, cause))));
        }
    }

    /** Whoever was told already is not told again. */
    private boolean write(CaseClock each, List<Stretch> more) {
        Course course = each.course().with(more);
        Instant due = times.due(course);
        Instant warn = times.warn(course);
        boolean written = rows.change(each, more, new Derived(warn, due, times.nextStep(each, warn), each.watched()));
        if (written && each.watched()) {
            process.redate(
                    each.caseNumber(),
                    each.number(),
                    times.told(each.team(), due),
                    times.managersTold(each.team(), due));
        }
        return written;
    }
}
