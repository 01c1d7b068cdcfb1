package org.recourse.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A {@link ClockState} in the language of one reader. */
public record ToldClock(
        String what,
        String kind,
        @Nullable Instant startedAt,
        Instant dueAt,
        @Nullable Instant metAt,
        String state,
        @Nullable String pausedFor,
        @Nullable String rule,
        @Nullable Long secondsLeft,
        @Nullable Integer number) {}
