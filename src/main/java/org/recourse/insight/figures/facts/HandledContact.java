package org.recourse.insight.figures.facts;

import static org.recourse.insight.figures.facts.Columns.instant;
import static org.recourse.insight.figures.facts.Columns.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;

/**
 * A contact that was handled by somebody, as its row tells.
 *
 * @param escalated whether its case stands above the first line
 * @param offered nobody held it when it began: it waited in a team's list until its holder's first sign
 */
record HandledContact(
        long id,
        CaseNumber caseNumber,
        Facets facets,
        boolean escalated,
        boolean offered,
        String heldBy,
        Instant beganAt,
        Instant endedAt,
        Instant wrappedUpAt,
        @Nullable Integer moodStart,
        @Nullable Integer moodEnd,
        @Nullable Instant closedAt) {

    private static final Duration ANSWERED = Duration.ofSeconds(30);

    /** Something that was done in the case, and by whom. */
    record Sign(Instant at, String who) {}

    static HandledContact row(ResultSet row, int n) throws SQLException {
        Instant ended = instant(row, "ended_at");
        String holder = row.getString("held_by");
        return new HandledContact(
                row.getLong("id"),
                CaseNumber.of(row.getString("case_number")),
                Facets.of(row),
                row.getInt("case_level") > 1,
                row.getString("kind").equals("first")
                        && !row.getString("opened_by").equals(holder),
                holder,
                instant(row, "began_at"),
                ended,
                Objects.requireNonNullElse(instantOrNull(row, "wrapped_up_at"), ended),
                (Integer) row.getObject("mood_start"),
                (Integer) row.getObject("mood_end"),
                instantOrNull(row, "closed_at"));
    }

    /** A call that was over within half a minute was not answered in the sense of the definition. */
    boolean isHandled() {
        return !facets.channel().equals("phone")
                || Duration.between(beganAt, endedAt).compareTo(ANSWERED) >= 0;
    }

    HandlingTime time(List<Sign> signs, List<HandlingTime.Wait> waits, Duration idleAfter) {
        Instant from = offered ? taken(signs) : beganAt;
        return HandlingTime.of(from, wrappedUpAt, signs.stream().map(Sign::at).toList(), waits, idleAfter);
    }

    private Instant taken(List<Sign> signs) {
        return signs.stream()
                .filter(sign -> sign.who().equals(heldBy) && !sign.at().isBefore(beganAt))
                .map(Sign::at)
                .min(Instant::compareTo)
                .filter(at -> at.isBefore(wrappedUpAt))
                .orElse(beganAt);
    }
}
