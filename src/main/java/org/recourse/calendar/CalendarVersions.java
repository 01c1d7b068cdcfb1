package org.recourse.calendar;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.recourse.identifier.Team;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps every calendar that was ever in force, because a due time is recomputed with the one it was computed with. */
@Repository
public class CalendarVersions {

    private static final String STATUTORY = "statutory";

    private final JdbcClient jdbc;
    private final Calendars calendars;
    private final Map<String, BusinessCalendar> known = new ConcurrentHashMap<>();

    CalendarVersions(JdbcClient jdbc, Calendars calendars, Clock clock) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        for (CalendarDefinition definition : calendars.definitions()) {
            keep(definition, clock);
        }
    }

    private void keep(CalendarDefinition definition, Clock clock) {
        String version = definition.version();
        boolean stored = jdbc.sql("select count(*) from calendar_version where version = ?")
                        .param(version)
                        .query(Integer.class)
                        .single()
                > 0;
        if (!stored) {
            try {
                jdbc.sql("insert into calendar_version (version, definition, known_since) values (?, ?, ?)")
                        .params(version, definition.text(), clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
            } catch (DuplicateKeyException byAnotherNode) {
                // It starts at the same moment with the same calendar.
            }
        }
    }

    /** Version of the calendar that the team works by now. */
    public String current(Team team) {
        return calendars.definition(team).version();
    }

    /** Version of {@link Calendars#statutory}; it needs no table, its text says what it is. */
    public static String statutory(String place, ZoneId zone) {
        return "%s %s %s".formatted(STATUTORY, place, zone);
    }

    /** @throws IllegalArgumentException when the version was never in force here */
    public BusinessCalendar of(String version) {
        return known.computeIfAbsent(version, this::build);
    }

    private BusinessCalendar build(String version) {
        String[] parts = version.split(" ");
        if (parts[0].equals(STATUTORY)) {
            return calendars.statutory(parts[1], ZoneId.of(parts[2]));
        }
        return jdbc.sql("select definition from calendar_version where version = ?")
                .param(version)
                .query(String.class)
                .optional()
                .map(text -> CalendarDefinition.parse(text).build())
                .orElseThrow(() -> new IllegalArgumentException("There never was a calendar " + version));
    }
}
