package org.recourse.absence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which somebody is away.
 *
 * @param substitute who stands in; null when nobody does
 * @param from inclusive
 * @param to exclusive
 */
public record Absence(
        long id, String person, @Nullable String substitute, Instant from, Instant to, String enteredBy) {}
