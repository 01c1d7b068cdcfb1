package org.recourse.callback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.calendar.BusinessCalendar;
import org.recourse.calendar.Calendars;
import org.recourse.calendar.Window;
import org.recourse.form.Step;
import org.recourse.form.Times;
import org.recourse.promise.PromiseKind;
import org.recourse.promise.Promises;
import org.recourse.record.CaseLog;
import org.recourse.record.EventKind;
import org.recourse.record.Notices;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Books callbacks, counts attempts and says when the next one is (R19). The window is a promise. */
@Service
public class Callbacks {

    private static final Duration PREPARATION = Duration.ofMinutes(15);
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final Duration SPACING = Duration.ofMinutes(20);
    private static final int ATTEMPTS = 3;

    private final CallbackRows rows;
    private final Promises promises;
    private final Calendars calendars;
    private final Notices notices;
    private final CaseLog log;
    private final Times times;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Callbacks(
            CallbackRows rows,
            Promises promises,
            Calendars calendars,
            Notices notices,
            CaseLog log,
            Times times,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.promises = promises;
        this.calendars = calendars;
        this.notices = notices;
        this.log = log;
        this.times = times;
        this.events = events;
        this.clock = clock;
    }

    /** The customer wants to be called back by the owner of the step that was left. */
    public void want(Step step, int level, String team, String owner, CallbackWish wish) {
        rows.insert(step.caseNumber(), level, team, owner, wish);
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

    Callback current(String caseNumber) {
        return rows.latest(caseNumber)
                .orElseThrow(() -> new IllegalStateException("No callback is wanted in " + caseNumber));
    }

    /** Books the wanted window; one that is past, missing or closed gives way to the next free one. */
    public Window book(Step step) {
        Callback callback = current(step.caseNumber());
        Window window = window(callback);
        long promise = promises.record(
                        step, callback.team(), PromiseKind.CALLBACK, "Call back", callback.owner(), window.to())
                .id();
        rows.booked(callback.id(), window, promise);
        log.happened(
                step,
                EventKind.CALLED,
                "Callback booked %s to %s for %s"
                        .formatted(times.told(window.from()), times.told(window.to()), callback.owner()));
        return window;
    }

    private Window window(Callback callback) {
        BusinessCalendar calendar = calendars.of(callback.team());
        Instant earliest = clock.instant();
        Instant from = callback.windowFrom();
        if (from == null) {
            from = earliest.plus(PREPARATION);
        }
        Instant to = callback.windowTo();
        Duration length = to != null && to.isAfter(from) ? Duration.between(from, to) : WINDOW;
        if (from.isBefore(earliest)) {
            if (to != null && to.isAfter(earliest)) {
                return new Window(earliest, to);
            }
            from = earliest;
        }
        Instant open = calendar.nextOpening(from);
        return new Window(open, open.plus(length));
    }

    /** An attempt is made now; one that begins inside the window keeps the promise. */
    void attempted(Step step, CallOutcome outcome, String person, @Nullable String comment, CallbackWish wish) {
        Callback callback = current(step.caseNumber());
        rows.attempted(callback, outcome, person, comment);
        log.happened(step, EventKind.CALLED, "Attempt %d: %s".formatted(callback.attempts() + 1, outcome.value()));
        Long promise = callback.promiseId();
        if (promise != null) {
            keep(step, promise);
        }
        switch (outcome) {
            case REACHED -> {
                rows.ended(callback.id(), CallbackState.REACHED);
                events.publishEvent(new CustomerReached(callback.caseNumber(), person));
            }
            case RESCHEDULED -> rows.wantedAgain(callback.id(), wish);
            case WRONG_NUMBER -> {
                if (wish.number() != null) {
                    rows.wantedAgain(callback.id(), wish);
                }
            }
            case NO_ANSWER -> {}
        }
    }

    private void keep(Step step, long promise) {
        var window = promises.get(promise);
        if (!clock.instant().isAfter(window.dueBy())) {
            promises.kept(step, promise);
        } else if (window.isPending()) {
            promises.done(step, promise, null);
        }
    }

    /** When to try again; empty when the attempts are used up. */
    public Optional<Window> nextAttempt(Step step) {
        Callback callback = current(step.caseNumber());
        if (callback.attempts() >= ATTEMPTS) {
            return Optional.empty();
        }
        Instant open = calendars.of(callback.team()).nextOpening(clock.instant().plus(SPACING));
        Instant to = callback.windowTo();
        return Optional.of(new Window(open, to != null && to.isAfter(open) ? to : open.plus(WINDOW)));
    }

    /** Nobody could be reached: the supervisors are told, the step stays with its owner. */
    public void givenUp(Step step) {
        Callback callback = current(step.caseNumber());
        rows.ended(callback.id(), CallbackState.UNANSWERED);
        notices.tell(
                step,
                "callback-unanswered",
                "%s could not be reached in %d attempts. The step stays with %s."
                        .formatted(callback.caseNumber(), callback.attempts(), callback.owner()),
                List.of(callback.owner(), callback.team() + "-supervisor"));
        events.publishEvent(new CustomerNotReached(callback.caseNumber(), callback.id()));
    }

    /** The window is over and the call was not made. */
    public void windowMissed(Step step) {
        Callback callback = current(step.caseNumber());
        if (callback.attempts() == 0) {
            notices.tell(
                    step,
                    "callback-missed",
                    "%s was promised a call until %s and was not called yet."
                            .formatted(callback.caseNumber(), times.told(callback.windowTo())),
                    List.of(callback.owner(), callback.team() + "-supervisor"));
        }
    }

    /** The case ended before the call. */
    public void cancel(String caseNumber) {
        rows.latest(caseNumber)
                .filter(callback ->
                        callback.state() == CallbackState.WANTED || callback.state() == CallbackState.BOOKED)
                .ifPresent(callback -> rows.ended(callback.id(), CallbackState.CANCELLED));
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
                                        ATTEMPTS);
                    case REACHED -> "The customer was reached by callback.";
                    case UNANSWERED ->
                        "The callback was not answered in %d attempts; the customer was told."
                                .formatted(callback.attempts());
                    case CANCELLED -> "";
                })
                .orElse("");
    }
}
