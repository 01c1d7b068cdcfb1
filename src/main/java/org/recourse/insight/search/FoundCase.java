package org.recourse.insight.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.Team;

/**
 * A case in a list.
 *
 * @param offeredTo the group that it waits for somebody of; null when it has an owner or is over
 */
public record FoundCase(
        CaseNumber caseNumber,
        String title,
        String customerNumber,
        @Nullable String customerName,
        Team team,
        @Nullable String product,
        String channel,
        int level,
        String state,
        @Nullable String outcome,
        @Nullable String cause,
        @Nullable String trigger,
        @Nullable String agent,
        @Nullable String owner,
        @Nullable String settledBy,
        @Nullable String offeredTo,
        int urgency,
        Instant openedAt,
        @Nullable Instant settledAt,
        @Nullable Instant closedAt,
        String deadline,
        boolean practice) {

    /** A row of the search. */
    static FoundCase of(ResultSet row, int n) throws SQLException {
        return new FoundCase(
                CaseNumber.of(row.getString("case_number")),
                row.getString("title"),
                row.getString("customer_number"),
                row.getString("customer_name"),
                Team.of(row.getString("team")),
                row.getString("product"),
                row.getString("channel"),
                row.getInt("level"),
                row.getString("state"),
                row.getString("outcome"),
                row.getString("cause"),
                row.getString("hand_over_trigger"),
                row.getString("agent"),
                row.getString("owner"),
                row.getString("settled_by"),
                offeredTo(row),
                row.getInt("urgency"),
                Objects.requireNonNull(instant(row, "opened_at")),
                instant(row, "settled_at"),
                instant(row, "closed_at"),
                row.getString("deadline"),
                row.getBoolean("practice"));
    }

    private static @Nullable String offeredTo(ResultSet row) throws SQLException {
        int level = row.getInt("level");
        boolean held = row.getString(level > 1 ? "owner" : "agent") != null;
        if (held || !"open".equals(row.getString("state"))) {
            return null;
        }
        String team = Objects.requireNonNullElse(level > 1 ? row.getString("route_team") : null, row.getString("team"));
        return "%s-%s".formatted(team, level == 1 ? "agent" : level == 2 ? "supervisor" : "manager");
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
