package org.recourse.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.PersonId;
import org.recourse.identifier.Team;

/**
 * How far an import has come, or had come when it ended.
 *
 * @param kind {@code complaints} or {@code customers}
 * @param team whose agents are offered the cases; customers belong to no team
 * @param line the last line that was read
 */
public record ImportRun(
        long id,
        String kind,
        @Nullable Team team,
        PersonId startedBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        long line,
        long opened,
        long known,
        long refused) {}
