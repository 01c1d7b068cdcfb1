package org.recourse.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.recourse.identifier.Team;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Gives each team its calendar, all built when Recourse starts, so that wrong hours stop the start and not a callback
 * in the middle of the week.
 */
@Component
@EnableConfigurationProperties(CalendarProperties.class)
public class Calendars {

    private static final String WEEKDAY = "08:00-20:00";

    private final CalendarProperties properties;
    private final CalendarDefinition standardDefinition;
    private final BusinessCalendar standard;
    private final Map<Team, CalendarDefinition> definitions = new HashMap<>();
    private final Map<Team, BusinessCalendar> teams = new HashMap<>();
    private final Map<String, Holidays> publicHolidays = new ConcurrentHashMap<>();

    Calendars(CalendarProperties properties) {
        this.properties = properties;
        this.standardDefinition =
                definition(properties.zone(), properties.country(), properties.hours(), properties.closingDays());
        this.standard = build("", standardDefinition);
        properties.teams().forEach((name, team) -> {
            CalendarDefinition definition = definition(team);
            definitions.put(Team.of(name), definition);
            teams.put(Team.of(name), build(".teams." + name, definition));
        });
    }

    CalendarDefinition definition(Team team) {
        return definitions.getOrDefault(team, standardDefinition);
    }

    Set<CalendarDefinition> definitions() {
        Set<CalendarDefinition> all = new HashSet<>(definitions.values());
        all.add(standardDefinition);
        return all;
    }

    /** The calendar of the team with that group id; the standard one when nothing of its own is configured. */
    public BusinessCalendar of(Team team) {
        return teams.getOrDefault(team, standard);
    }

    /** The zone of each team with a calendar of its own, and of everybody else ({@code *}). */
    public SortedMap<String, ZoneId> zones() {
        SortedMap<String, ZoneId> zones = new TreeMap<>();
        teams.forEach((team, calendar) -> zones.put(team.value(), calendar.zone()));
        zones.put("*", standard.zone());
        return zones;
    }

    /** The calendar of whoever has none of their own. */
    public BusinessCalendar standard() {
        return standard;
    }

    /**
     * A calendar for periods set by law: open at all hours except on public holidays, own closing days do not count.
     *
     * @param place {@code DE}, {@code GB-ENG}; an unknown one is refused with an {@link IllegalArgumentException}
     */
    public BusinessCalendar statutory(String place, ZoneId zone) {
        return new BusinessCalendar(
                zone,
                OpeningHours.always(),
                publicHolidays.computeIfAbsent(place, each -> new Holidays(each, List.of())));
    }

    /** When no customer is called or written to, on the customer's clock. */
    public QuietHours quietHours() {
        return new QuietHours(
                properties.quietHours().from(), properties.quietHours().to());
    }

    /** Time of day, in the team's zone, at which a follow-up begins. */
    public LocalTime checkInTime() {
        return properties.checkInTime();
    }

    private CalendarDefinition definition(CalendarProperties.Team team) {
        Map<DayOfWeek, String> hours = new EnumMap<>(DayOfWeek.class);
        hours.putAll(properties.hours());
        hours.putAll(team.hours());
        return definition(
                Objects.requireNonNullElse(team.zone(), properties.zone()),
                Objects.requireNonNullElse(team.country(), properties.country()),
                hours,
                Objects.requireNonNullElse(team.closingDays(), properties.closingDays()));
    }

    private static CalendarDefinition definition(
            ZoneId zone, String place, Map<DayOfWeek, String> hours, List<LocalDate> closingDays) {
        Map<DayOfWeek, String> week = usualWeek();
        week.putAll(hours);
        return new CalendarDefinition(zone, place, week, closingDays);
    }

    private static BusinessCalendar build(String path, CalendarDefinition definition) {
        try {
            return definition.build();
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("The setting recourse.calendar" + path + " is wrong. " + e.getMessage(), e);
        }
    }

    private static Map<DayOfWeek, String> usualWeek() {
        Map<DayOfWeek, String> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, WEEKDAY);
        }
        week.put(DayOfWeek.SATURDAY, "09:00-14:00");
        week.put(DayOfWeek.SUNDAY, "closed");
        return week;
    }
}
