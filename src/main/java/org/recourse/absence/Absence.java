package org.recourse.absence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.PersonId;

/**
 * A time in which somebody is away.
 *
 * @param substitute who stands in; null when nobody does
 * @param from inclusive
 * @param to exclusive
 */
public record Absence(
        long id, PersonId person, @Nullable PersonId substitute, Instant from, Instant to, PersonId enteredBy) {}
