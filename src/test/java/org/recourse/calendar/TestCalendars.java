package org.recourse.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The calendars of the stories and their clock, so that tests read like them. */
final class TestCalendars {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Holidays GERMANY = new Holidays("DE", List.of());

    private TestCalendars() {}

    /** Monday to Friday 08-20, Saturday 09-14. */
    static BusinessCalendar shop() {
        return shop("08:00-20:00");
    }

    /** Those intervals Monday to Friday, Saturday 09-14. */
    static BusinessCalendar shop(String weekday) {
        Map<DayOfWeek, String> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, weekday);
        }
        week.put(DayOfWeek.SATURDAY, "09:00-14:00");
        week.put(DayOfWeek.SUNDAY, "closed");
        return new BusinessCalendar(BERLIN, OpeningHours.parse(week), GERMANY);
    }

    static BusinessCalendar always(ZoneId zone) {
        return new BusinessCalendar(zone, OpeningHours.always(), day -> false);
    }

    /** An instant on the clock of Berlin; the first of two. */
    static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
