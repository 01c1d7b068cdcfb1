package org.recourse.calendar;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The week of a team on its wall clock: a value of its own so that contradictory hours never reach a clock.
 *
 * @param week per day the intervals in order; a day that is missing is closed
 */
public record OpeningHours(Map<DayOfWeek, List<Interval>> week) {

    /**
     * Sorts the intervals of each day. Refuses an interval that ends before it begins, intervals that overlap, and a
     * week without any opening with an {@link IllegalArgumentException} that names the day.
     */
    public OpeningHours {
        Map<DayOfWeek, List<Interval>> sorted = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, intervals) -> sorted.put(day, sorted(day, intervals)));
        sorted.values().removeIf(List::isEmpty);
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("Opening hours need at least one day of the week that is open.");
        }
        week = Collections.unmodifiableMap(sorted);
    }

    /** The same hours on every day of the week. */
    public static OpeningHours daily(Interval... intervals) {
        Map<DayOfWeek, List<Interval>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, Arrays.asList(intervals));
        }
        return new OpeningHours(week);
    }

    /** Open 24 hours on seven days. */
    public static OpeningHours always() {
        return daily(Interval.ALL_DAY);
    }

    /**
     * Reads texts such as {@code 08:00-12:00, 13:00-20:00}; an empty text or {@code closed} is a closed day. What
     * cannot be read is refused with an {@link IllegalArgumentException} that names the day.
     */
    public static OpeningHours parse(Map<DayOfWeek, String> texts) {
        Map<DayOfWeek, List<Interval>> week = new EnumMap<>(DayOfWeek.class);
        texts.forEach((day, text) -> week.put(day, parse(day, text)));
        return new OpeningHours(week);
    }

    /** The intervals of that day in order; none when it is closed. */
    public List<Interval> on(DayOfWeek day) {
        return week.getOrDefault(day, List.of());
    }

    private static List<Interval> parse(DayOfWeek day, String text) {
        if (text.isBlank() || text.strip().equalsIgnoreCase("closed")) {
            return List.of();
        }
        try {
            return Arrays.stream(text.split(",", -1)).map(Interval::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name(day) + ": " + e.getMessage(), e);
        }
    }

    private static List<Interval> sorted(DayOfWeek day, List<Interval> intervals) {
        List<Interval> sorted =
                intervals.stream().sorted(Comparator.comparing(Interval::from)).toList();
        for (int i = 0; i < sorted.size(); i++) {
            Interval interval = sorted.get(i);
            if (!interval.endsAfter(interval.from())) {
                throw new IllegalArgumentException("%s: %s has to end after it begins.".formatted(name(day), interval));
            }
            if (i > 0 && sorted.get(i - 1).endsAfter(interval.from())) {
                throw new IllegalArgumentException(
                        "%s: %s and %s overlap.".formatted(name(day), sorted.get(i - 1), interval));
            }
        }
        return sorted;
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
