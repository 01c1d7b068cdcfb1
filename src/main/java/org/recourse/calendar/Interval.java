package org.recourse.calendar;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;

/**
 * Opening time on the wall clock, within one day: a separate type because {@link LocalTime} has no 24:00.
 *
 * @param from first minute inside
 * @param to first minute after it; midnight stands for 24:00, the end of the day
 */
record Interval(LocalTime from, LocalTime to) {

    /** The whole day, 00:00 to 24:00. */
    public static final Interval ALL_DAY = new Interval(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /**
     * Reads {@code 08:00-12:30}; the end may be {@code 24:00}. Anything else is refused with an
     * {@link IllegalArgumentException}, also {@code 00:00} as an end, which people write for two different things.
     */
    public static Interval parse(String text) {
        String[] ends = text.strip().split("\\s*[-–]\\s*", -1);
        if (ends.length != 2) {
            throw unreadable(text);
        }
        try {
            LocalTime from = LocalTime.parse(ends[0]);
            LocalTime to = ends[1].equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(ends[1]);
            if (to.equals(LocalTime.MIDNIGHT) && !ends[1].equals("24:00")) {
                throw unreadable(text);
            }
            return new Interval(from, to);
        } catch (DateTimeParseException e) {
            throw unreadable(text);
        }
    }

    /** Whether it ends with the day. */
    public boolean endsAtMidnight() {
        return to.equals(LocalTime.MIDNIGHT);
    }

    boolean endsAfter(LocalTime time) {
        return endsAtMidnight() || to.isAfter(time);
    }

    @Override
    public String toString() {
        return from + "-" + (endsAtMidnight() ? "24:00" : to);
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException(
                "\"%s\" is not an opening time; write it like 08:00-12:30, the end of the day as 24:00."
                        .formatted(text));
    }
}
