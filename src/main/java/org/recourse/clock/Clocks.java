package org.recourse.clock;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recourse.calendar.CalendarVersions;
import org.recourse.clock.Pack.Milestone;
import org.recourse.clock.ServiceTable.Level;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.Team;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Service;

/** Starts and ends the clocks of cases, by what the customer is owed (B4, B8). Changes are {@link ClockChanges}. */
@Service
public class Clocks {

    private static final Saying CASE_OPENED = Sentence.of("clock.cause.opened");

    private final ClockRows rows;
    private final ClockTimes times;
    private final ServiceTable levels;
    private final Packs packs;
    private final ClockProcess process;
    private final Clock clock;

    Clocks(ClockRows rows, ClockTimes times, ServiceTable levels, Packs packs, ClockProcess process, Clock clock) {
        this.rows = rows;
        this.times = times;
        this.levels = levels;
        this.packs = packs;
        this.process = process;
        this.clock = clock;
    }

    /**
     * The clocks of a new case begin: the service clocks now, the regulatory ones on the day it was received.
     *
     * @param answered somebody speaks to the customer already: no first answer is owed
     */
    public void opened(Clocked opened, Instant receivedAt, boolean answered) {
        List<CaseClock> clocks = new ArrayList<>();
        if (!answered) {
            clocks.add(service(opened, 1, CaseClock.FIRST_ANSWER, CASE_OPENED));
        }
        clocks.add(service(opened, clocks.size() + 1, CaseClock.SOLUTION, CASE_OPENED));
        packs.of(opened.team()).ifPresent(pack -> {
            for (Milestone milestone : pack.of(opened.product())) {
                clocks.add(regulatory(opened, clocks.size() + 1, pack, milestone, receivedAt));
            }
        });
        start(clocks);
    }

    /** The customer came back on an open case and is owed an answer; nothing happens when one is owed already. */
    public void customerCameBack(Clocked open) {
        List<CaseClock> running = rows.openOf(open.caseNumber());
        if (running.stream().noneMatch(Clocks::isAnswer)) {
            start(List.of(service(
                    open,
                    rows.nextNumber(open.caseNumber()),
                    CaseClock.NEXT_ANSWER,
                    Sentence.of("clock.cause.came-back"))));
        }
    }

    /**
     * The case was handed over: the customer is owed an answer by the next level, in the time of the routing table.
     *
     * @param businessMinutes from now
     * @param policy the routing table and its version
     */
    public void handedOver(Clocked open, int businessMinutes, Saying reason, String policy) {
        Level routed = new Level(businessMinutes, reason, policy);
        end(open.caseNumber(), Clocks::isAnswer, true);
        start(List.of(service(
                open,
                rows.nextNumber(open.caseNumber()),
                CaseClock.NEXT_ANSWER,
                routed,
                Sentence.of("clock.cause.handed-over"))));
    }

    /** A settled case was opened again: a solution is owed anew. */
    public void reopened(Clocked open) {
        start(List.of(service(
                open, rows.nextNumber(open.caseNumber()), CaseClock.SOLUTION, Sentence.of("clock.cause.reopened"))));
    }

    /** Somebody answered the customer. */
    public void answered(CaseNumber caseNumber) {
        end(caseNumber, Clocks::isAnswer, true);
    }

    /** The case is settled: nothing of the service runs after it. */
    public void settled(CaseNumber caseNumber) {
        end(caseNumber, each -> each.kind() == ClockKind.SERVICE, true);
    }

    /** The customer was written to for the first time. Teams without regulation cost no statement. */
    public void wroteFirst(CaseNumber caseNumber, Team team) {
        if (packs.of(team).isPresent()) {
            end(caseNumber, each -> Pack.FIRST_LETTER.equals(each.metBy()), true);
        }
    }

    /** The customer has our answer in writing. */
    public void answeredFinally(CaseNumber caseNumber, Team team) {
        if (packs.of(team).isPresent()) {
            end(caseNumber, each -> each.kind() == ClockKind.REGULATORY, true);
        }
    }

    /** The case was closed, withdrawn or joined to another: no clock runs on, none is met by that. */
    public void stopped(CaseNumber caseNumber) {
        end(caseNumber, each -> true, false);
    }

    /** All clocks of a case, in the order in which they began. */
    public List<CaseClock> of(CaseNumber caseNumber) {
        return rows.of(caseNumber);
    }

    /** As the case file shows them: clocks that were stopped before they were due are left out. */
    public List<ClockState> states(CaseNumber caseNumber) {
        Instant now = clock.instant();
        return rows.of(caseNumber).stream()
                .filter(each -> each.isOpen() || each.met() || each.isBreached(now))
                .map(each -> state(each, now))
                .toList();
    }

    /** Of each case the open clock that is due first. One query, however many cases. */
    public Map<CaseNumber, ClockState> next(Collection<CaseNumber> caseNumbers) {
        Instant now = clock.instant();
        return rows.openOf(caseNumbers).stream()
                .collect(Collectors.toMap(
                        CaseClock::caseNumber,
                        each -> state(each, now),
                        BinaryOperator.minBy(Comparator.comparing(ClockState::dueAt))));
    }

    private ClockState state(CaseClock each, Instant now) {
        Saying pausedFor =
                each.isOpen() ? each.course().pausedAt(now).map(Stretch::cause).orElse(null) : null;
        boolean breached = each.isBreached(now);
        return new ClockState(
                Owed.said(each.what()),
                each.kind().value(),
                each.startedAt(),
                each.dueAt(),
                each.met() ? each.endedAt() : null,
                breached ? "breached" : each.met() ? "met" : pausedFor == null ? "running" : "paused",
                breached ? null : pausedFor,
                each.rule(),
                each.isOpen() ? times.secondsLeft(each, now) : null,
                each.number());
    }

    private static boolean isAnswer(CaseClock each) {
        return each.what().equals(CaseClock.FIRST_ANSWER) || each.what().equals(CaseClock.NEXT_ANSWER);
    }

    private void end(CaseNumber caseNumber, Predicate<CaseClock> which, boolean met) {
        List<CaseClock> ended = rows.openOf(caseNumber).stream().filter(which).toList();
        if (!ended.isEmpty()) {
            rows.end(caseNumber, ended.stream().map(CaseClock::number).toList(), met);
            ended.stream().filter(CaseClock::watched).forEach(each -> process.stop(caseNumber, each.number()));
        }
    }

    private void start(List<CaseClock> clocks) {
        rows.insert(
                clocks,
                clocks.stream()
                        .map(each -> times.told(each.team(), each.warnAt()))
                        .toList());
    }

    private CaseClock service(Clocked of, int number, String what, Saying cause) {
        return service(of, number, what, levels.level(what, of.urgency(), of.tier()), cause);
    }

    private CaseClock service(Clocked of, int number, String what, Level level, Saying cause) {
        Stretch first =
                new Stretch(0, clock.instant(), true, cause, level.target(), level.rule(), times.calendarOf(of.team()));
        return started(of, number, ClockKind.SERVICE, what, level.policy(), null, first);
    }

    private CaseClock regulatory(Clocked of, int number, Pack pack, Milestone milestone, Instant receivedAt) {
        Stretch first = new Stretch(
                0,
                receivedAt,
                true,
                Sentence.of("clock.cause.received"),
                milestone.target(),
                pack.rule(milestone, milestone.target()),
                CalendarVersions.statutory(pack.place(), pack.zone()));
        return started(of, number, ClockKind.REGULATORY, milestone.what(), pack.policy(), milestone.metBy(), first);
    }

    private CaseClock started(
            Clocked of, int number, ClockKind kind, String what, String policy, @Nullable String metBy, Stretch first) {
        Course course = new Course(first.from(), List.of(first));
        return new CaseClock(
                of.caseNumber(),
                number,
                0,
                kind,
                what,
                of.team(),
                first.rule(),
                policy,
                first.calendar(),
                metBy,
                first.from(),
                times.warn(course),
                times.due(course),
                false,
                null,
                false,
                List.of(first));
    }
}
