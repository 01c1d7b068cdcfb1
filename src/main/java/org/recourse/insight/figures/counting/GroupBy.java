package org.recourse.insight.figures.counting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;
import org.recourse.insight.figures.facts.Facets;

/** What figures are broken down by. Weeks are those of ISO 8601. */
public enum GroupBy {
    TEAM,
    PRODUCT,
    CAUSE,
    CHANNEL,
    LEVEL,
    DAY,
    WEEK,
    MONTH;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String of(Facets facets, LocalDate day) {
        return switch (this) {
            case TEAM -> facets.team().value();
            case PRODUCT -> facets.product();
            case CAUSE -> facets.cause();
            case CHANNEL -> facets.channel();
            case LEVEL -> String.valueOf(facets.level());
            case DAY, WEEK, MONTH -> of(day);
        };
    }

    private String of(LocalDate day) {
        return switch (this) {
            case WEEK ->
                "%d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> "%d-%02d".formatted(day.getYear(), day.getMonthValue());
            default -> day.toString();
        };
    }

    /** Where it stands of what is kept. */
    String column() {
        return switch (this) {
            case DAY, WEEK, MONTH -> "on_day";
            default -> key();
        };
    }

    String group(ResultSet row, String column) throws SQLException {
        return switch (this) {
            case DAY, WEEK, MONTH -> of(row.getObject(column, LocalDate.class));
            default -> row.getString(column);
        };
    }

    /** Telephony knows neither why a case was escalated nor how far. */
    public boolean isInVolumes() {
        return this != CAUSE && this != LEVEL;
    }
}
