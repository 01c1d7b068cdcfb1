package org.recourse.promise;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.form.RefusedInput;
import org.recourse.form.Step;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.Team;
import org.recourse.record.CaseLog;
import org.recourse.record.PromiseHappening;
import org.recourse.record.Words;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** Makes promises and records what becomes of them (B3; kept, late and broken as in docs/figures.md). */
@Service
public class Promises {

    private final PromiseRows rows;
    private final PromiseProcess process;
    private final PromiseTimes times;
    private final CaseLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Promises(
            PromiseRows rows,
            PromiseProcess process,
            PromiseTimes times,
            CaseLog log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.process = process;
        this.times = times;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** When a promise of that kind is due, in the team's business days, when nobody names a time. */
    public Instant usuallyDue(Team team, PromiseKind kind) {
        return times.usuallyDue(team, kind, clock.instant());
    }

    /** Makes a promise whose owner gets a step, reminders and an escalation of their own. */
    public Promise make(Step step, Team team, PromiseKind kind, Saying what, String owner, Instant dueBy) {
        Promise promise = record(step, team, kind, what, owner, dueBy);
        process.start(promise, times.timers(team, promise, clock.instant()));
        return promise;
    }

    /** Records a promise that another process keeps (a callback has timers of its own). */
    public Promise record(Step step, Team team, PromiseKind kind, Saying what, String owner, Instant dueBy) {
        Promise promise = rows.insert(step.caseNumber(), kind, what, owner, dueBy, times.brokenAt(team, dueBy));
        log.happened(step, new PromiseHappening.Promised(Words.of(what), dueBy, owner));
        return promise;
    }

    /** Done now: kept when in time, else late; broken when it is not done two business days after it was due. */
    public void done(Step step, long id, @Nullable Saying comment) {
        Promise promise = pending(id);
        Instant now = clock.instant();
        change(step, promise, promise.stateWhenDone(now), now, comment);
    }

    /** A promise that another process watches over was kept: its time does not count again. */
    public void kept(Step step, long id) {
        Promise promise = get(id);
        if (promise.isPending()) {
            change(step, promise, PromiseState.KEPT, clock.instant(), null);
        }
    }

    /** The due time has passed. The owner still has to do it. */
    void late(Step step, long id) {
        Promise promise = get(id);
        if (promise.state() == PromiseState.OPEN) {
            change(step, promise, PromiseState.LATE, null, null);
        }
    }

    /** Not done two business days after it was due. The owner still has to do it. */
    public void broken(Step step, long id) {
        Promise promise = get(id);
        if (promise.isPending() && promise.state() != PromiseState.BROKEN) {
            change(step, promise, PromiseState.BROKEN, null, null);
        }
    }

    /** Nobody expects it any more. Once it is due that changes nothing about its lateness. */
    public void cancelled(Step step, long id, Saying reason) {
        Promise promise = pending(id);
        Instant now = clock.instant();
        change(step, promise, isDue(promise) ? promise.stateWhenDone(now) : PromiseState.CANCELLED, now, reason);
    }

    /**
     * Replaces a promise by one with a new due time. Moved by the customer before it was due the old one counts no
     * more; moved by us, or after it was due, it is late (docs/figures.md).
     *
     * @throws RefusedInput when the new time is past or the promise is done or cancelled already
     */
    public void moved(Step step, Team team, long id, Instant dueBy, @Nullable Saying reason, boolean byCustomer) {
        Promise old = pending(id);
        Promise promise = replace(step, team, old, dueBy, reason, byCustomer);
        process.moved(old, promise, times.timers(team, promise, clock.instant()));
        events.publishEvent(new PromiseChanged(promise.caseNumber()));
    }

    /** The same for a promise that another process watches over; one that is kept already stays kept. */
    public Promise movedElsewhere(
            Step step, Team team, long id, Instant dueBy, @Nullable Saying reason, boolean byCustomer) {
        Promise old = get(id);
        return old.isPending()
                ? replace(step, team, old, dueBy, reason, byCustomer)
                : record(step, team, old.kind(), old.what(), old.owner(), dueBy);
    }

    private Promise replace(
            Step step, Team team, Promise old, Instant dueBy, @Nullable Saying reason, boolean byCustomer) {
        Instant now = clock.instant();
        if (!dueBy.isAfter(now)) {
            throw new RefusedInput("dueBy", Sentence.of("promise.must-be-ahead"));
        }
        PromiseState ends = isDue(old) ? old.stateWhenDone(now) : byCustomer ? PromiseState.MOVED : PromiseState.LATE;
        change(step, old, ends, now, reason);
        return record(step, team, old.kind(), old.what(), old.owner(), dueBy);
    }

    /** Somebody else keeps it from now on. */
    public void give(long id, String owner) {
        rows.give(id, owner);
    }

    private boolean isDue(Promise promise) {
        return clock.instant().isAfter(promise.dueBy());
    }

    /** Tells the process of a promise that another system reported it done or cancelled. */
    public void endProcess(long id) {
        process.ended(get(id));
    }

    /** Ends what is left when a case is closed (broken) or withdrawn (cancelled, unless it was due already). */
    public void endAll(Step step, boolean withdrawn) {
        for (Promise promise : rows.of(step.caseNumber())) {
            if (promise.isPending() && withdrawn) {
                cancelled(step, promise.id(), Sentence.of("promise.case-withdrawn"));
            } else if (promise.isPending()) {
                change(step, promise, PromiseState.BROKEN, clock.instant(), Sentence.of("promise.case-ended"));
            }
        }
    }

    public List<Promise> of(CaseNumber caseNumber) {
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
                    "state", Sentence.of("promise.over", promise.state().said()));
        }
        return promise;
    }

    private void change(
            Step step, Promise promise, PromiseState state, @Nullable Instant doneAt, @Nullable Saying reason) {
        if (!rows.change(promise, state, doneAt, reason)) {
            throw new OptimisticLockingFailureException(
                    "promise " + promise.id() + " was changed by somebody else just now");
        }
        log.happened(
                step,
                new PromiseHappening.PromiseChanged(
                        Words.of(promise.what()), state.value(), reason == null ? null : Words.of(reason)));
        events.publishEvent(new PromiseChanged(promise.caseNumber()));
    }
}
