package org.recourse.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time with a beginning and an end, so that nobody passes two instants in the wrong order.
 *
 * @param from first instant inside, UTC
 * @param to first instant after it, UTC
 */
public record Window(Instant from, Instant to) {

    /** Refuses an end that is not after the beginning with an {@link IllegalArgumentException}. */
    public Window {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "A window has to end after it begins, but this one is from %s to %s.".formatted(from, to));
        }
    }

    /** Elapsed time from beginning to end. */
    public Duration length() {
        return Duration.between(from, to);
    }

    /** Whether the instant lies inside; the end does not. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    /** What both windows have in common; empty when they merely touch. */
    public Optional<Window> overlap(Window other) {
        Instant begin = from.isAfter(other.from) ? from : other.from;
        Instant end = to.isBefore(other.to) ? to : other.to;
        return begin.isBefore(end) ? Optional.of(new Window(begin, end)) : Optional.empty();
    }
}
