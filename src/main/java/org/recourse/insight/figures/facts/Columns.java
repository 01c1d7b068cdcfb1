package org.recourse.insight.figures.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads instants from rows, and holds the piece of SQL that several figures share. */
public final class Columns {

    /** Is case {@code o} about the same matter as case {@code c}? As docs/decisions/same-matter.md has it. */
    static final String SAME_MATTER = """
            case when coalesce(trim(c.product), '') <> '' and coalesce(trim(o.product), '') <> ''
              then lower(trim(c.product)) = lower(trim(o.product))
              else lower(trim(c.title)) = lower(trim(o.title)) end""";

    private Columns() {}

    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column), column);
    }

    /** What is due at a moment is overdue right after it; databases keep microseconds. */
    static Instant after(Instant due) {
        return due.plus(1, ChronoUnit.MICROS);
    }

    /** The earliest of them that there is. */
    static @Nullable Instant earliest(@Nullable Instant... times) {
        Instant earliest = null;
        for (Instant time : times) {
            if (time != null && (earliest == null || time.isBefore(earliest))) {
                earliest = time;
            }
        }
        return earliest;
    }
}
