package org.recourse.clock;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;

/**
 * A due time.
 *
 * @param kind service, regulatory, promise or step
 * @param metAt when what was owed was done
 * @param state running, paused, met or breached
 * @param pausedFor why it does not run; null when it does
 * @param rule which rule gave the target, with its version
 * @param secondsLeft until it is due, less than zero once it is overdue; of a service clock in business time; null when
 *     it is over
 * @param number of a service or regulatory clock in its case; null for the other kinds
 */
public record ClockState(
        Saying what,
        String kind,
        @Nullable Instant startedAt,
        Instant dueAt,
        @Nullable Instant metAt,
        String state,
        @Nullable Saying pausedFor,
        @Nullable Saying rule,
        @Nullable Long secondsLeft,
        @Nullable Integer number) {

    /** {@code 3 h 20 min}; none is left once it is due. */
    public Sentence timeLeft() {
        long minutes = secondsLeft == null || secondsLeft < 0 ? 0 : secondsLeft / 60;
        return minutes >= 60
                ? Sentence.of("clock.left.hours", minutes / 60, minutes % 60)
                : Sentence.of("clock.left.minutes", minutes);
    }

    /** As people and other systems see it. */
    public ToldClock told(Function<Saying, String> speech) {
        return new ToldClock(
                speech.apply(what),
                kind,
                startedAt,
                dueAt,
                metAt,
                state,
                pausedFor == null ? null : speech.apply(pausedFor),
                rule == null ? null : speech.apply(rule),
                secondsLeft,
                number);
    }

    /** The same, over: met or breached, and when it was done. */
    public ClockState over(String endState, @Nullable Instant doneAt) {
        return new ClockState(what, kind, startedAt, dueAt, doneAt, endState, null, rule, null, number);
    }

    /** A due time that is no clock: a promise, a step. */
    public static ClockState of(Saying what, String kind, @Nullable Instant startedAt, Instant dueAt, Instant now) {
        return new ClockState(
                what,
                kind,
                startedAt,
                dueAt,
                null,
                now.isAfter(dueAt) ? "breached" : "running",
                null,
                null,
                dueAt.getEpochSecond() - now.getEpochSecond(),
                null);
    }
}
