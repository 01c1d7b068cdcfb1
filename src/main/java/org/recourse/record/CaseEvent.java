package org.recourse.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a case's history.
 *
 * @param step id of the diagram's element, or the route by which it came
 * @param definition process and version that the step belongs to
 * @param release the release of that definition, {@code release-7}; null when it came by a route
 */
public record CaseEvent(
        Instant at,
        String who,
        String step,
        Happening what,
        @Nullable String definition,
        @Nullable String release) {

    /** The word of the contract for what happened; of a line that cannot be read, as it is stored. */
    public String kind() {
        return what instanceof Happening.Unreadable unreadable
                ? unreadable.kind()
                : EventKind.of(what).value();
    }
}
