package org.recourse.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a team's calendar was made of, as text, so that a due time can be recomputed with the calendar of its day after
 * opening hours or closing days have changed.
 *
 * @param week opening hours of each day, as they are configured
 */
record CalendarDefinition(ZoneId zone, String place, Map<DayOfWeek, String> week, List<LocalDate> closingDays) {

    private static final int VERSION_LENGTH = 12;

    CalendarDefinition {
        week = new EnumMap<>(week);
        closingDays = closingDays.stream().sorted().distinct().toList();
    }

    BusinessCalendar build() {
        return new BusinessCalendar(zone, OpeningHours.parse(week), new Holidays(place, closingDays));
    }

    /** The same contents have the same version, on every node and after every restart. */
    String version() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, VERSION_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Zone, place, one line for each day of the week, closing days. {@link #parse} reads it. */
    String text() {
        return zone + "\n" + place + "\n"
                + week.entrySet().stream()
                        .map(day -> day.getKey() + " " + day.getValue())
                        .collect(Collectors.joining("\n"))
                + "\nclosed " + closingDays.stream().map(LocalDate::toString).collect(Collectors.joining(" "));
    }

    static CalendarDefinition parse(String text) {
        List<String> lines = text.lines().toList();
        Map<DayOfWeek, String> week = new EnumMap<>(DayOfWeek.class);
        for (String line : lines.subList(2, lines.size() - 1)) {
            String[] day = line.split(" ", 2);
            week.put(DayOfWeek.valueOf(day[0]), day[1]);
        }
        String[] closed = lines.get(lines.size() - 1).split(" ");
        return new CalendarDefinition(
                ZoneId.of(lines.get(0)),
                lines.get(1),
                week,
                Arrays.stream(closed).skip(1).map(LocalDate::parse).toList());
    }
}
