package org.recourse.insight.figures.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.Team;

/** What a figure can be broken down by, beside time. What is not known is said to be so. */
public record Facets(Team team, String product, String cause, String channel, int level) {

    public static final String NOT_NAMED = "not named";

    /** The columns {@code team, product, cause, channel, level} of the row. */
    static Facets of(ResultSet row) throws SQLException {
        return new Facets(
                Team.of(row.getString("team")),
                product(row.getString("product")),
                named(row.getString("cause")),
                named(row.getString("channel")),
                row.getInt("level"));
    }

    /** Products are typed: capitals and spaces around do not make another one. */
    public static String product(@Nullable String typed) {
        return named(typed == null ? null : typed.strip().toLowerCase(Locale.ROOT));
    }

    private static String named(@Nullable String value) {
        return value == null || value.isBlank() ? NOT_NAMED : value;
    }
}
