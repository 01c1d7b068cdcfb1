package org.recourse.callback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.recourse.calendar.Window;
import org.recourse.customer.PhoneNumbers;
import org.recourse.form.Answers;
import org.recourse.form.RefusedInput;
import org.recourse.form.Step;
import org.recourse.form.Times;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.recourse.identifier.Team;
import org.recourse.identity.Roles;
import org.recourse.promise.PromiseKind;
import org.recourse.promise.Promises;
import org.recourse.record.CallbackHappening;
import org.recourse.record.CaseLog;
import org.recourse.record.Notices;
import org.recourse.text.Person;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Books callbacks, moves and cancels them (R19). The window is a promise. */
@Service
public class Callbacks {

    private static final Saying CALL_BACK = Sentence.of("promise.call-back");

    private static final int NUMBER_LENGTH = 40;
    /** A later one is a slip of the finger: no diary is planned so far. */
    private static final Duration LATEST = Duration.ofDays(60);

    private final CallbackRows rows;
    private final FreeTime freeTime;
    private final AttemptTable attempts;
    private final CallbackProperties properties;
    private final CallbackProcess process;
    private final Promises promises;
    private final Notices notices;
    private final CaseLog log;
    private final Times times;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final PhoneNumbers phoneNumbers;

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
            ApplicationEventPublisher events,
            Clock clock,
            PhoneNumbers phoneNumbers) {
        this.phoneNumbers = phoneNumbers;
        this.rows = rows;
        this.freeTime = freeTime;
        this.attempts = attempts;
        this.properties = properties;
        this.process = process;
        this.promises = promises;
        this.notices = notices;
        this.log = log;
        this.times = times;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The wish as it was typed.
     *
     * @throws RefusedInput naming {@code callbackFrom}, {@code callbackTo} or {@code callbackNumber}
     */
    public CallbackWish wish(Answers answers) {
        Instant latest = clock.instant().plus(LATEST);
        String number = answers.identifier(
                "callbackNumber", NUMBER_LENGTH, text -> phoneNumbers.normalise("callbackNumber", text));
        return new CallbackWish(
                answers.instant("callbackFrom", latest),
                answers.instant("callbackTo", latest),
                number == null || number.isEmpty() ? null : number);
    }

    /** The customer wants to be called back by the owner of the step that was left. */
    public void want(Step step, int level, Team team, String owner, CallbackWish wish) {
        rows.insert(step.caseNumber(), level, team, owner, wish);
    }

    /**
     * Who has the case now makes the call that was planned with it. The customer keeps the window: when the new owner has
     * promised another call in that time, they and the supervisors are told.
     */
    public void give(Step step, PersonId to) {
        Callback before = pending(step.caseNumber()).orElse(null);
        if (before == null || before.owner().equals(to.value())) {
            return;
        }
        rows.lock(to.value());
        rows.give(before.id(), to.value());
        if (before.promiseId() != null) {
            promises.give(before.promiseId(), to.value());
        }
        log.happened(step, new CallbackHappening.CallbackGiven(before.owner(), to.value()));
        tellOfConflict(step, current(step.caseNumber()));
    }

    private void tellOfConflict(Step step, Callback given) {
        Instant from = given.windowFrom();
        Instant to = given.windowTo();
        if (given.state() == CallbackState.BOOKED && from != null && to != null && freeTime.isTaken(given, from, to)) {
            notices.tell(
                    step,
                    "callback-conflict",
                    Sentence.of("callback.conflict", given.caseNumber(), new Person(given.owner()), from, to),
                    List.of(given.owner(), Roles.inTeam(given.team(), Roles.SUPERVISOR)));
        }
    }

    public Optional<Callback> latest(CaseNumber caseNumber) {
        return rows.latest(caseNumber);
    }

    public List<Callback> of(CaseNumber caseNumber) {
        return rows.of(caseNumber);
    }

    /** The wish that was recorded last and is not booked yet. */
    public Optional<Callback> wanted(CaseNumber caseNumber) {
        return rows.latest(caseNumber).filter(callback -> callback.state() == CallbackState.WANTED);
    }

    /** The one that is wanted or booked and was not made yet. */
    public Optional<Callback> pending(CaseNumber caseNumber) {
        return rows.latest(caseNumber)
                .filter(callback ->
                        callback.state() == CallbackState.WANTED || callback.state() == CallbackState.BOOKED);
    }

    Callback current(CaseNumber caseNumber) {
        return rows.latest(caseNumber)
                .orElseThrow(() -> new IllegalStateException("No callback is wanted in " + caseNumber));
    }

    /** Windows in which the customer can be called, so far as nobody books them first; none when nothing is wanted. */
    public List<Window> freeWindows(CaseNumber caseNumber) {
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
                        step, callback.team(), PromiseKind.CALLBACK, CALL_BACK, callback.owner(), window.to())
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
        log.happened(step, new CallbackHappening.CallbackBooked(window.from(), window.to(), callback.owner()));
        events.publishEvent(new CallbackBooked(callback.caseNumber(), window, callback.chosenByCustomer()));
    }

    /** A window of the usual length that ends then. */
    public Window windowEnding(CaseNumber caseNumber, Instant to) {
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
    public void move(CaseNumber caseNumber, Window window) {
        move(Step.byRoute(caseNumber, "callback moved"), window, true);
    }

    public void move(Step step, Window window, boolean byCustomer) {
        Callback callback = ahead(step.caseNumber());
        rows.lock(callback.owner());
        boolean free = freeTime.freePart(callback, window.from(), window.to())
                .filter(window::equals)
                .isPresent();
        if (!free || window.from().isBefore(clock.instant())) {
            throw new RefusedInput("callbackFrom", Sentence.of("callback.nobody-can-call"));
        }
        Long old = callback.promiseId();
        long promise = old == null
                ? promises.record(step, callback.team(), PromiseKind.CALLBACK, CALL_BACK, callback.owner(), window.to())
                        .id()
                : promises.movedElsewhere(
                                step, callback.team(), old, window.to(), Sentence.of("callback.moved"), byCustomer)
                        .id();
        booked(step, callback, window, promise);
        demandWaiting(process.changed(step.caseNumber(), true));
    }

    /**
     * The customer does not want to be called any more: the step that asked for the call opens for its owner.
     *
     * @throws RefusedInput when the call is not ahead any more
     */
    public void cancelByCustomer(CaseNumber caseNumber, Saying reason) {
        cancelByCustomer(Step.byRoute(caseNumber, "callback cancelled"), reason);
    }

    public void cancelByCustomer(Step step, Saying reason) {
        Callback callback = ahead(step.caseNumber());
        Long promise = callback.promiseId();
        if (promise != null && promises.get(promise).isPending()) {
            promises.cancelled(step, promise, reason);
        }
        rows.ended(callback.id(), CallbackState.DECLINED);
        notices.tell(
                step,
                "callback-cancelled",
                Sentence.of("callback.unwanted", callback.caseNumber(), reason),
                List.of(callback.owner()));
        events.publishEvent(new CallbackOver(callback.caseNumber()));
        demandWaiting(process.changed(step.caseNumber(), false));
    }

    private Callback ahead(CaseNumber caseNumber) {
        return rows.latest(caseNumber)
                .filter(callback -> callback.state() == CallbackState.BOOKED)
                .orElseThrow(() -> new RefusedInput("callback", Sentence.of("callback.none-planned")));
    }

    private static boolean isAhead(Callback callback) {
        return callback.state() == CallbackState.BOOKED || callback.state() == CallbackState.WANTED;
    }

    private static void demandWaiting(boolean waiting) {
        if (!waiting) {
            throw new RefusedInput("callback", Sentence.of("callback.being-made"));
        }
    }

    /** The case ended before the call. */
    public void cancel(CaseNumber caseNumber) {
        pending(caseNumber).ifPresent(callback -> rows.ended(callback.id(), CallbackState.CANCELLED));
    }

    /** How it stands with the callback that was wanted last; empty when none was, or the case ended before it. */
    public Optional<Saying> stands(CaseNumber caseNumber) {
        return rows.latest(caseNumber)
                .filter(callback -> callback.state() != CallbackState.CANCELLED)
                .map(this::stands);
    }

    private Saying stands(Callback callback) {
        String key = "callback.stands." + callback.state().value();
        return switch (callback.state()) {
            case BOOKED -> booked(callback, key);
            case UNANSWERED -> Sentence.of(key, callback.attempts());
            default -> Sentence.of(key);
        };
    }

    private Saying booked(Callback callback, String key) {
        Object from = Objects.requireNonNull(callback.windowFrom());
        Object to = Objects.requireNonNull(callback.windowTo());
        int attempt = callback.attempts() + 1;
        int ofAttempts = attempts.limit(callback.caseNumber(), callback.level(), callback.team())
                .attempts();
        return callback.number() == null
                ? Sentence.of(key, from, to, attempt, ofAttempts)
                : Sentence.of(key + "-at", from, to, attempt, ofAttempts, callback.number());
    }
}
