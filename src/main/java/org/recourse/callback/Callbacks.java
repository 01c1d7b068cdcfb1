package org.recourse.callback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.recourse.calendar.Window;
import org.recourse.form.RefusedInput;
import org.recourse.form.Step;
import org.recourse.form.Times;
import org.recourse.identity.People;
import org.recourse.promise.PromiseKind;
import org.recourse.promise.Promises;
import org.recourse.record.CaseLog;
import org.recourse.record.Happening;
import org.recourse.record.Notices;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Books callbacks, moves and cancels them (R19). The window is a promise. */
@Service
public class Callbacks {

    private final CallbackRows rows;
    private final FreeTime freeTime;
    private final AttemptTable attempts;
    private final CallbackProperties properties;
    private final CallbackProcess process;
    private final Promises promises;
    private final Notices notices;
    private final CaseLog log;
    private final Times times;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Callbacks(
            CallbackRows rows,
            FreeTime freeTime,
            AttemptTable attempts,
            CallbackProperties properties,
            CallbackProcess process,
            Promises promises,
            Notices notices,
            CaseLog log,
            Times times,
            People people,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.freeTime = freeTime;
        this.attempts = attempts;
        this.properties = properties;
        this.process = process;
        this.promises = promises;
        this.notices = notices;
        this.log = log;
        this.times = times;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** The customer wants to be called back by the owner of the step that was left. */
    public void want(Step step, int level, String team, String owner, CallbackWish wish) {
        rows.insert(step.caseNumber(), level, team, owner, wish);
    }

    /**
     * Who has the case now makes the call that was planned with it. The customer keeps the window: when the new owner has
     * promised another call in that time, they and the supervisors are told.
     */
    public void give(Step step, String to) {
        Callback before = pending(step.caseNumber()).orElse(null);
        if (before == null || before.owner().equals(to)) {
            return;
        }
        rows.lock(to);
        rows.give(before.id(), to);
        if (before.promiseId() != null) {
            promises.give(before.promiseId(), to);
        }
        log.happened(step, new Happening.CallbackGiven(before.owner(), to));
        tellOfConflict(step, current(step.caseNumber()));
    }

    private void tellOfConflict(Step step, Callback given) {
        Instant from = given.windowFrom();
        Instant to = given.windowTo();
        if (given.state() == CallbackState.BOOKED && from != null && to != null && freeTime.isTaken(given, from, to)) {
            notices.tell(
                    step,
                    "callback-conflict",
                    "%s is to be called by %s from %s to %s, who has promised another call in that time: move one, or give it to somebody else."
                            .formatted(
                                    given.caseNumber(),
                                    people.fullName(given.owner()),
                                    times.told(from),
                                    times.told(to)),
                    List.of(given.owner(), given.team() + "-supervisor"));
        }
    }

    public Optional<Callback> latest(String caseNumber) {
        return rows.latest(caseNumber);
    }

    public List<Callback> of(String caseNumber) {
        return rows.of(caseNumber);
    }

    /** The wish that was recorded last and is not booked yet. */
    public Optional<Callback> wanted(String caseNumber) {
        return rows.latest(caseNumber).filter(callback -> callback.state() == CallbackState.WANTED);
    }

    /** The one that is wanted or booked and was not made yet. */
    public Optional<Callback> pending(String caseNumber) {
        return rows.latest(caseNumber)
                .filter(callback ->
                        callback.state() == CallbackState.WANTED || callback.state() == CallbackState.BOOKED);
    }

    Callback current(String caseNumber) {
        return rows.latest(caseNumber)
                .orElseThrow(() -> new IllegalStateException("No callback is wanted in " + caseNumber));
    }

    /** Windows in which the customer can be called, so far as nobody books them first; none when nothing is wanted. */
    public List<Window> freeWindows(String caseNumber) {
        return rows.latest(caseNumber)
                .filter(Callbacks::isAhead)
                .map(freeTime::offers)
                .orElse(List.of());
    }

    /**
     * Books what is free of the wanted window, else the next free one. Two bookings of one person never overlap.
     */
    public Booking book(Step step) {
        Callback callback = current(step.caseNumber());
        if (callback.state() == CallbackState.BOOKED && callback.windowFrom() != null && callback.windowTo() != null) {
            return booking(callback, new Window(callback.windowFrom(), callback.windowTo()));
        }
        rows.lock(callback.owner());
        Window window = freeTime.bookable(callback);
        long promise = promises.record(
                        step, callback.team(), PromiseKind.CALLBACK, "Call back", callback.owner(), window.to())
                .id();
        booked(step, callback, window, promise);
        return booking(callback, window);
    }

    /**
     * What was booked.
     *
     * @param reminderDue when the time to prepare begins, in opening hours; the end of the window when the call is due
     *     sooner, so that nobody is reminded of it
     */
    public record Booking(Window window, Instant reminderDue) {}

    private Booking booking(Callback callback, Window window) {
        return new Booking(
                window, freeTime.preparation(callback.team(), window.from()).orElse(window.to()));
    }

    private void booked(Step step, Callback callback, Window window, long promise) {
        rows.booked(callback.id(), window, promise);
        log.happened(
                step,
                new Happening.CallbackBooked(window.from(), window.to(), callback.owner()));
        events.publishEvent(new CallbackBooked(callback.caseNumber(), window, callback.chosenByCustomer()));
    }

    /** A window of the usual length that ends then. */
    public Window windowEnding(String caseNumber, Instant to) {
        Callback callback = current(caseNumber);
        Instant from = callback.windowFrom();
        Instant until = callback.windowTo();
        Duration length = from != null && until != null ? Duration.between(from, until) : properties.window();
        return new Window(to.minus(length), to);
    }

    /**
     * The customer wants to be called in another window.
     *
     * @throws RefusedInput when the window is not free, or the call is not ahead any more
     */
    public void move(String caseNumber, Window window) {
        move(Step.byRoute(caseNumber, "callback moved"), window, true);
    }

    public void move(Step step, Window window, boolean byCustomer) {
        Callback callback = ahead(step.caseNumber());
        rows.lock(callback.owner());
        boolean free = freeTime.freePart(callback, window.from(), window.to())
                .filter(window::equals)
                .isPresent();
        if (!free || window.from().isBefore(clock.instant())) {
            throw new RefusedInput("callbackFrom", "nobody can call at this time; please choose another.");
        }
        Long old = callback.promiseId();
        long promise = old == null
                ? promises.record(
                                step, callback.team(), PromiseKind.CALLBACK, "Call back", callback.owner(), window.to())
                        .id()
                : promises.movedElsewhere(step, callback.team(), old, window.to(), "moved", byCustomer)
                        .id();
        booked(step, callback, window, promise);
        demandWaiting(process.changed(step.caseNumber(), true));
    }

    /**
     * The customer does not want to be called any more: the step that asked for the call opens for its owner.
     *
     * @throws RefusedInput when the call is not ahead any more
     */
    public void cancelByCustomer(String caseNumber, String reason) {
        cancelByCustomer(Step.byRoute(caseNumber, "callback cancelled"), reason);
    }

    public void cancelByCustomer(Step step, String reason) {
        Callback callback = ahead(step.caseNumber());
        Long promise = callback.promiseId();
        if (promise != null && promises.get(promise).isPending()) {
            promises.cancelled(step, promise, reason);
        }
        rows.ended(callback.id(), CallbackState.DECLINED);
        notices.tell(
                step,
                "callback-cancelled",
                "The customer of %s does not want to be called any more: %s".formatted(callback.caseNumber(), reason),
                List.of(callback.owner()));
        events.publishEvent(new CallbackOver(callback.caseNumber()));
        demandWaiting(process.changed(step.caseNumber(), false));
    }

    private Callback ahead(String caseNumber) {
        return rows.latest(caseNumber)
                .filter(callback -> callback.state() == CallbackState.BOOKED)
                .orElseThrow(() -> new RefusedInput("callback", "no call is planned any more."));
    }

    private static boolean isAhead(Callback callback) {
        return callback.state() == CallbackState.BOOKED || callback.state() == CallbackState.WANTED;
    }

    private static void demandWaiting(boolean waiting) {
        if (!waiting) {
            throw new RefusedInput("callback", "the call is being made at this moment.");
        }
    }

    /** The case ended before the call. */
    public void cancel(String caseNumber) {
        pending(caseNumber).ifPresent(callback -> rows.ended(callback.id(), CallbackState.CANCELLED));
    }

    /** In words for forms; empty when no callback was wanted. */
    public String words(String caseNumber) {
        return rows.latest(caseNumber)
                .map(callback -> switch (callback.state()) {
                    case WANTED -> "A callback is wanted.";
                    case BOOKED ->
                        "Callback booked %s to %s%s, attempt %d of %d."
                                .formatted(
                                        times.told(callback.windowFrom()),
                                        times.told(callback.windowTo()),
                                        callback.number() == null ? "" : " at " + callback.number(),
                                        callback.attempts() + 1,
                                        attempts.limit(callback.level(), callback.team())
                                                .attempts());
                    case REACHED -> "The customer was reached by callback.";
                    case UNANSWERED ->
                        "The callback was not answered in %d attempts; the customer was told."
                                .formatted(callback.attempts());
                    case DECLINED -> "The customer cancelled the callback and does not want to be called.";
                    case CANCELLED -> "";
                })
                .orElse("");
    }
}
