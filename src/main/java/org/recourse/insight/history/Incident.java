package org.recourse.insight.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A step that failed until somebody looked. */
public record Incident(
        Instant at,
        @Nullable Instant endedAt,
        String element,
        @Nullable String message) {}
