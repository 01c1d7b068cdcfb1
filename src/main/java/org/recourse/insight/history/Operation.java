package org.recourse.insight.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something done to a case's process beside its forms: a claim, a reassignment, a retry, a modification. */
public record Operation(
        Instant at,
        String who,
        String operation,
        String entity,
        @Nullable String property,
        @Nullable String before,
        @Nullable String after,
        @Nullable String annotation) {}
