package org.recourse.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a process owner sets about working time; nothing has to be set.
 *
 * @param zone zone of the teams
 * @param country country, or country and region ({@code DE-BY}), whose public holidays are kept
 * @param hours per day of the week {@code 08:00-12:00, 13:00-20:00} or {@code closed}; a day that is not named keeps
 *     Monday to Friday 08:00-20:00, Saturday 09:00-14:00, Sunday closed
 * @param closingDays further days on which nobody is there
 * @param quietHours when no customer is called or written to, on the customer's clock
 * @param checkInTime time of day at which a follow-up begins
 * @param teams what is different for a team, by its group id
 */
@ConfigurationProperties("recourse.calendar")
record CalendarProperties(
        @DefaultValue("Europe/Berlin") ZoneId zone,
        @DefaultValue("DE") String country,
        @DefaultValue Map<DayOfWeek, String> hours,
        @DefaultValue List<LocalDate> closingDays,
        @DefaultValue Quiet quietHours,
        @DefaultValue("10:00") LocalTime checkInTime,
        @DefaultValue Map<String, Team> teams) {

    /** From the evening to the morning; the same time twice means no quiet hours. */
    record Quiet(
            @DefaultValue("20:00") LocalTime from,
            @DefaultValue("08:00") LocalTime to) {}

    /** What is absent is as for everybody; {@code closingDays} stand in place of the general ones. */
    record Team(
            @Nullable ZoneId zone,
            @Nullable String country,
            @DefaultValue Map<DayOfWeek, String> hours,
            @Nullable List<LocalDate> closingDays) {}
}
