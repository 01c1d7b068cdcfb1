package org.recourse.clock;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.recourse.clock.ClockRows.Derived;
import org.recourse.clock.Pack.Milestone;
import org.recourse.clock.ServiceTable.Level;
import org.recourse.form.RefusedInput;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.Team;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/**
 * Changes running clocks: other levels, other calendars, longer periods. Time already waited counts on; a clock whose due time has
 * passed stays as it was, because a later policy never undoes a breach. Pauses are {@link ClockPauses}.
 */
@Service
public class ClockChanges {

    private final ClockRows rows;
    private final ClockTimes times;
    private final ServiceTable levels;
    private final Packs packs;
    private final ClockProcess process;
    private final Clock clock;

    ClockChanges(
            ClockRows rows, ClockTimes times, ServiceTable levels, Packs packs, ClockProcess process, Clock clock) {
        this.rows = rows;
        this.times = times;
        this.levels = levels;
        this.packs = packs;
        this.process = process;
        this.clock = clock;
    }

    /** Urgency or customer of the case changed. Costs no statement where the table says the same of both. */
    public void assessed(Clocked before, Clocked now) {
        if (isAnotherLevel(before, now)) {
            Saying cause = Sentence.of("clock.cause.assessed", now.urgency(), Sentence.of("tier." + now.tier()));
            for (CaseClock each : rows.openOf(now.caseNumber())) {
                if (isByTable(each)) {
                    demand(level(each, levels.level(each.what(), now.urgency(), now.tier()), cause));
                }
            }
        }
    }

    /** Another product may fall under another period. Costs no statement for teams without regulation. */
    public void productNamed(CaseNumber caseNumber, Team team, @Nullable String before, @Nullable String now) {
        packs.of(team)
                .filter(pack -> !pack.of(before).equals(pack.of(now)))
                .ifPresent(pack -> pack.of(now)
                        .forEach(milestone -> rows.openOf(caseNumber).stream()
                                .filter(each -> each.kind() == ClockKind.REGULATORY
                                        && each.what().equals(milestone.what()))
                                .forEach(each -> demand(period(each, milestone, milestone.target(), product(now))))));
    }

    private static Saying product(@Nullable String named) {
        return Sentence.of("clock.cause.product", Objects.requireNonNullElse(named, ""));
    }

    private boolean isAnotherLevel(Clocked before, Clocked now) {
        return List.of(CaseClock.FIRST_ANSWER, CaseClock.NEXT_ANSWER, CaseClock.SOLUTION).stream()
                .anyMatch(what -> !levels.level(what, before.urgency(), before.tier())
                        .equals(levels.level(what, now.urgency(), now.tier())));
    }

    /** Another version of the table is in force. Also a clock whose target stays the same is marked with it. */
    boolean byTable(CaseClock each, Level level) {
        return change(each.by(level.rule(), level.policy(), each.calendar()), Sentence.of("clock.cause.table"), level);
    }

    private boolean level(CaseClock each, Level level, Saying cause) {
        return level.rule().equals(each.rule())
                || change(each.by(level.rule(), level.policy(), each.calendar()), cause, level);
    }

    private boolean change(CaseClock changed, Saying cause, Level level) {
        return change(
                changed,
                stretch -> new Stretch(
                        stretch.seq(),
                        stretch.from(),
                        stretch.running(),
                        stretch.running() ? cause : stretch.cause(),
                        level.target(),
                        level.rule(),
                        stretch.calendar()));
    }

    private static boolean isByTable(CaseClock each) {
        return each.policy().startsWith(ServiceTable.NAME + ":");
    }

    private Optional<Milestone> period(CaseClock each, Clocked now) {
        return packs.of(now.team()).stream()
                .flatMap(pack -> pack.of(now.product()).stream())
                .filter(milestone -> milestone.what().equals(each.what()))
                .findFirst();
    }

    private boolean period(CaseClock each, Milestone milestone, Target target, Saying cause) {
        Pack pack = packs.of(each.team()).orElseThrow();
        Saying rule = pack.rule(milestone, target);
        if (rule.equals(each.rule())) {
            return true;
        }
        return change(
                each.by(rule, pack.policy(), each.calendar()),
                stretch -> new Stretch(stretch.seq(), stretch.from(), true, cause, target, rule, stretch.calendar()));
    }

    /** The team works by another calendar from now on. */
    boolean calendar(CaseClock each, String calendar) {
        Saying cause = Sentence.of("clock.cause.calendar", calendar);
        return change(
                each.by(each.rule(), each.policy(), calendar),
                stretch -> new Stretch(
                        stretch.seq(),
                        stretch.from(),
                        stretch.running(),
                        stretch.running() ? cause : stretch.cause(),
                        stretch.target(),
                        stretch.rule(),
                        calendar));
    }

    /**
     * The longer period that a rule allows in exceptional circumstances (DISP 1.6.2A: 35 business days).
     *
     * @throws RefusedInput when the case has no such clock or its rule knows no longer period
     */
    public void extend(Clocked open, int number, String reason) {
        CaseClock each = rows.openOf(open.caseNumber()).stream()
                .filter(running -> running.number() == number)
                .findFirst()
                .orElseThrow(
                        () -> new RefusedInput("number", Sentence.of("clock.none-running", open.caseNumber(), number)));
        Milestone milestone = period(each, open)
                .filter(found -> each.kind() == ClockKind.REGULATORY && found.extended() != null)
                .orElseThrow(
                        () -> new RefusedInput("number", Sentence.of("clock.not-extended", Owed.said(each.what()))));
        if (each.isBreached(clock.instant())) {
            throw new RefusedInput("number", Sentence.of("clock.overdue", Owed.said(each.what())));
        }
        Integer longer = milestone.extended();
        Target target =
                new Target(longer == null ? 0 : longer, milestone.target().unit());
        demand(period(each, milestone, target, Sentence.of("clock.cause.extended", reason)));
    }

    /** A clock that is overdue keeps its due time and is only marked as looked at. */
    private boolean change(CaseClock changed, UnaryOperator<Stretch> change) {
        Instant now = clock.instant();
        if (!changed.isBreached(now)) {
            return again(changed, changed.course().changed(now, change));
        }
        CaseClock overdue = changed.by(changed.course().at(now).rule(), changed.policy(), changed.calendar());
        return rows.change(
                overdue,
                List.of(),
                new Derived(
                        overdue.warnAt(),
                        overdue.dueAt(),
                        times.nextStep(overdue, overdue.warnAt()),
                        overdue.watched()));
    }

    /** Another due time: the clock runs low anew, and people are told anew, also on the same day. */
    private boolean again(CaseClock each, List<Stretch> more) {
        Course course = each.course().with(more);
        Instant due = times.due(course);
        Instant warn = times.warn(course);
        boolean goesOn = each.watched() && due.equals(each.dueAt());
        boolean written =
                rows.change(each, more, new Derived(warn, due, goesOn ? null : times.told(each.team(), warn), goesOn));
        if (written && each.watched() && !goesOn) {
            process.stop(each.caseNumber(), each.number());
        }
        return written;
    }

    /** @throws OptimisticLockingFailureException when it was not */
    static void demand(boolean written) {
        if (!written) {
            throw new OptimisticLockingFailureException("a clock was changed by somebody else just now");
        }
    }
}
