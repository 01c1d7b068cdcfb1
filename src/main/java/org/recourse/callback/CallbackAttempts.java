package org.recourse.callback;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.calendar.Window;
import org.recourse.form.Step;
import org.recourse.identifier.PersonId;
import org.recourse.identity.Roles;
import org.recourse.promise.Promises;
import org.recourse.record.CallbackHappening;
import org.recourse.record.CaseLog;
import org.recourse.record.Notices;
import org.recourse.text.Person;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Counts the attempts of a booked callback, says when the next one is, and tells whom it concerns (R19). */
@Service
public class CallbackAttempts {

    private final Callbacks callbacks;
    private final CallbackRows rows;
    private final FreeTime freeTime;
    private final AttemptTable attempts;
    private final Promises promises;
    private final Notices notices;
    private final CaseLog log;
    private final ApplicationEventPublisher events;

    CallbackAttempts(
            Callbacks callbacks,
            CallbackRows rows,
            FreeTime freeTime,
            AttemptTable attempts,
            Promises promises,
            Notices notices,
            CaseLog log,
            ApplicationEventPublisher events) {
        this.callbacks = callbacks;
        this.rows = rows;
        this.freeTime = freeTime;
        this.attempts = attempts;
        this.promises = promises;
        this.notices = notices;
        this.log = log;
        this.events = events;
    }

    /** An attempt is made now; one that begins inside the window keeps the promise. */
    void attempted(Step step, CallOutcome outcome, PersonId person, @Nullable String comment, CallbackWish wish) {
        Callback callback = callbacks.current(step.caseNumber());
        rows.attempted(callback, outcome, person, comment);
        log.happened(step, new CallbackHappening.CallAttempted(callback.attempts() + 1, outcome.value()));
        Long promise = callback.promiseId();
        if (promise != null) {
            keep(step, promise);
        }
        events.publishEvent(new CallbackOver(callback.caseNumber()));
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

    /** An attempt that begins inside the window keeps the promise, whether or not anybody answers (docs/figures.md). */
    private void keep(Step step, long promise) {
        if (promises.get(promise).isPending()) {
            promises.done(step, promise, null);
        }
    }

    /**
     * When to try again: with spacing, inside the booked window and after it whenever customer and owner can be reached.
     * Empty when the attempts are used up.
     */
    public Optional<Window> nextAttempt(Step step) {
        Callback callback = callbacks.current(step.caseNumber());
        AttemptTable.Limit limit = limit(callback);
        return callback.attempts() >= limit.attempts()
                ? Optional.empty()
                : Optional.of(freeTime.again(callback, limit.spacing()));
    }

    private AttemptTable.Limit limit(Callback callback) {
        return attempts.limit(callback.caseNumber(), callback.level(), callback.team());
    }

    /** The window opens soon. */
    public void remind(Step step) {
        Callback callback = callbacks.current(step.caseNumber());
        if (callback.state() == CallbackState.BOOKED) {
            notices.tell(step, "callback-soon", soon(callback), List.of(callback.owner()));
        }
    }

    private static Saying soon(Callback callback) {
        Object from = Objects.requireNonNull(callback.windowFrom());
        return callback.number() == null
                ? Sentence.of("callback.soon", callback.caseNumber(), from)
                : Sentence.of("callback.soon-at", callback.caseNumber(), from, callback.number());
    }

    /** Nobody could be reached: the supervisors are told, the step stays with its owner. */
    public void givenUp(Step step) {
        Callback callback = callbacks.current(step.caseNumber());
        rows.ended(callback.id(), CallbackState.UNANSWERED);
        notices.tell(
                step,
                "callback-unanswered",
                Sentence.of(
                        "callback.unanswered",
                        callback.caseNumber(),
                        callback.attempts(),
                        new Person(callback.owner()),
                        limit(callback).rule()),
                List.of(callback.owner(), Roles.inTeam(callback.team(), Roles.SUPERVISOR)));
        events.publishEvent(new CustomerNotReached(callback.caseNumber(), callback.id()));
    }

    /** The window is over and the call was not made. */
    public void windowMissed(Step step) {
        Callback callback = callbacks.current(step.caseNumber());
        if (callback.attempts() == 0) {
            notices.tell(
                    step,
                    "callback-missed",
                    Sentence.of("callback.missed", callback.caseNumber(), Objects.requireNonNull(callback.windowTo())),
                    List.of(callback.owner(), Roles.inTeam(callback.team(), Roles.SUPERVISOR)));
        }
    }
}
