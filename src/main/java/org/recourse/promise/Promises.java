package org.recourse.promise;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.calendar.BusinessCalendar;
import org.recourse.calendar.Calendars;
import org.recourse.form.RefusedInput;
import org.recourse.form.Step;
import org.recourse.record.CaseLog;
import org.recourse.record.EventKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Makes promises and records what becomes of them (B3; kept, late and broken as in definitions.md). */
@Service
public class Promises {

    private static final int BROKEN_AFTER_BUSINESS_DAYS = 2;
    private static final Duration REMIND_BEFORE = Duration.ofHours(4);

    private final PromiseRows rows;
    private final PromiseProcess process;
    private final Calendars calendars;
    private final CaseLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Promises(
            PromiseRows rows,
            PromiseProcess process,
            Calendars calendars,
            CaseLog log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.process = process;
        this.calendars = calendars;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** Makes a promise whose owner gets a step, reminders and an escalation of their own. */
    public Promise make(Step step, String team, PromiseKind kind, String what, String owner, Instant dueBy) {
        Promise promise = record(step, team, kind, what, owner, dueBy);
        process.start(promise, remindAt(promise));
        return promise;
    }

    /** Records a promise that another process keeps (a callback has timers of its own). */
    public Promise record(Step step, String team, PromiseKind kind, String what, String owner, Instant dueBy) {
        Promise promise = rows.insert(step.caseNumber(), kind, what, owner, dueBy, brokenAt(team, dueBy));
        log.happened(step, EventKind.PROMISED, "%s by %s (%s)".formatted(what, dueBy, owner));
        return promise;
    }

    /** Done now: kept when in time, else late; a broken one stays broken but is done. */
    public void done(Step step, long id, @Nullable String comment) {
        Promise promise = pending(id);
        Instant now = clock.instant();
        PromiseState state = promise.state() == PromiseState.BROKEN
                ? PromiseState.BROKEN
                : now.isAfter(promise.dueBy()) ? PromiseState.LATE : PromiseState.KEPT;
        change(step, promise, state, now, comment);
    }

    /** A promise that another process watches over was kept: its time does not count again. */
    public void kept(Step step, long id) {
        Promise promise = get(id);
        if (promise.isPending()) {
            change(step, promise, PromiseState.KEPT, clock.instant(), null);
        }
    }

    /** Not done two business days after it was due. The owner still has to do it. */
    public void broken(Step step, long id) {
        Promise promise = get(id);
        if (promise.state() == PromiseState.OPEN) {
            change(step, promise, PromiseState.BROKEN, null, null);
        }
    }

    /** Nobody expects it any more. */
    public void cancelled(Step step, long id, String reason) {
        change(step, pending(id), PromiseState.CANCELLED, clock.instant(), reason);
    }

    /** The customer moved it before it was due: it is replaced by one with the new time. */
    public void moved(Step step, String team, long id, Instant dueBy, String reason) {
        Promise old = pending(id);
        if (!dueBy.isAfter(clock.instant())) {
            throw new RefusedInput("dueBy", "must be in the future.");
        }
        change(step, old, PromiseState.MOVED, clock.instant(), reason);
        Promise promise = record(step, team, old.kind(), old.what(), old.owner(), dueBy);
        process.moved(old, promise, remindAt(promise));
        events.publishEvent(new PromiseChanged(promise.caseNumber()));
    }

    /** Tells the process of a promise that another system reported it done or cancelled. */
    public void endProcess(long id) {
        process.ended(get(id));
    }

    /** Ends what is left when a case is closed (broken) or withdrawn (cancelled). */
    public void endAll(Step step, boolean withdrawn) {
        for (Promise promise : rows.of(step.caseNumber())) {
            if (promise.isPending()) {
                PromiseState state = withdrawn ? PromiseState.CANCELLED : PromiseState.BROKEN;
                change(step, promise, state, withdrawn ? clock.instant() : null, "the case ended");
            }
        }
    }

    public List<Promise> of(String caseNumber) {
        return rows.of(caseNumber);
    }

    public Optional<Promise> find(long id) {
        return rows.find(id);
    }

    public Promise get(long id) {
        return rows.find(id).orElseThrow(() -> new IllegalArgumentException("There is no promise " + id + "."));
    }

    private Promise pending(long id) {
        Promise promise = get(id);
        if (!promise.isPending()) {
            throw new RefusedInput(
                    "state",
                    "the promise is %s already.".formatted(promise.state().value()));
        }
        return promise;
    }

    private void change(
            Step step, Promise promise, PromiseState state, @Nullable Instant doneAt, @Nullable String reason) {
        if (!rows.change(promise, state, doneAt, reason)) {
            throw new org.springframework.dao.OptimisticLockingFailureException(
                    "promise " + promise.id() + " was changed by somebody else just now");
        }
        log.happened(
                step,
                EventKind.PROMISE,
                "%s: %s%s"
                        .formatted(
                                promise.what(),
                                state.value(),
                                reason == null || reason.isBlank() ? "" : " (" + reason + ")"));
        events.publishEvent(new PromiseChanged(promise.caseNumber()));
    }

    private Instant brokenAt(String team, Instant dueBy) {
        BusinessCalendar calendar = calendars.of(team);
        LocalDate due = dueBy.atZone(calendar.zone()).toLocalDate();
        return calendar.plusBusinessDays(due, BROKEN_AFTER_BUSINESS_DAYS)
                .atTime(dueBy.atZone(calendar.zone()).toLocalTime())
                .atZone(calendar.zone())
                .toInstant();
    }

    private Instant remindAt(Promise promise) {
        Instant before = promise.dueBy().minus(REMIND_BEFORE);
        Instant now = clock.instant();
        return before.isAfter(now)
                ? before
                : now.plus(Duration.between(now, promise.dueBy()).dividedBy(2));
    }
}
