package org.recourse.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Turns hours on the wall clock into stretches of elapsed time: the one place that knows of daylight saving.
 *
 * <p>A time that the clock skips is the instant of the change; a time that occurs twice is the first of the two. This
 * keeps the order of times, so intervals that do not overlap on the wall never overlap in time.
 */
record Openings(ZoneId zone, OpeningHours hours, Predicate<LocalDate> closed) {

    private static final int SEARCHED_DAYS = 2 * 366;

    Instant at(LocalDate day, LocalTime time) {
        LocalDateTime local = day.atTime(time);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).toInstant();
    }

    LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** What is open on that day, in order. */
    List<Window> on(LocalDate day) {
        if (closed.test(day)) {
            return List.of();
        }
        List<Window> windows = new ArrayList<>();
        for (Interval interval : hours.on(day.getDayOfWeek())) {
            Instant from = at(day, interval.from());
            Instant to = at(interval.endsAtMidnight() ? day.plusDays(1) : day, interval.to());
            if (from.isBefore(to)) {
                windows.add(new Window(from, to));
            }
        }
        return windows;
    }

    /** The first opening that ends after the instant; none within two years is an {@link IllegalStateException}. */
    Window endingAfter(Instant instant) {
        LocalDate first = dayOf(instant);
        for (int days = 0; days <= SEARCHED_DAYS; days++) {
            for (Window window : on(first.plusDays(days))) {
                if (window.to().isAfter(instant)) {
                    return window;
                }
            }
        }
        throw new IllegalStateException(
                "The calendar has no opening within two years after %s: every day is closed.".formatted(first));
    }

    /** What is open before the instant, the latest first, for two years back. */
    Iterable<Window> before(Instant instant) {
        LocalDate last = dayOf(instant);
        return () -> IntStream.rangeClosed(0, SEARCHED_DAYS)
                .mapToObj(days -> on(last.minusDays(days)))
                .flatMap(windows ->
                        IntStream.range(0, windows.size()).mapToObj(index -> windows.get(windows.size() - 1 - index)))
                .flatMap(window -> window.overlap(new Window(Instant.MIN, instant)).stream())
                .iterator();
    }

    /** What is open within the range, in order, with openings that touch (24:00 and 00:00) as one. */
    List<Window> within(Window range) {
        List<Window> merged = new ArrayList<>();
        for (LocalDate day = dayOf(range.from());
                at(day, LocalTime.MIDNIGHT).isBefore(range.to());
                day = day.plusDays(1)) {
            for (Window window : on(day)) {
                window.overlap(range).ifPresent(part -> append(merged, part));
            }
        }
        return merged;
    }

    private static void append(List<Window> merged, Window next) {
        int last = merged.size() - 1;
        if (last >= 0 && merged.get(last).to().equals(next.from())) {
            merged.set(last, new Window(merged.get(last).from(), next.to()));
        } else {
            merged.add(next);
        }
    }
}
