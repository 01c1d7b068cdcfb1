package org.recourse.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.function.Predicate;

/**
 * Counts Monday to Friday less holidays, apart from opening hours, because a promise in business days does not depend
 * on when a team answers the phone.
 */
record BusinessDays(Predicate<LocalDate> closed) {

    private static final int SEARCHED_DAYS = 2 * 366;

    boolean includes(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !closed.test(day);
    }

    LocalDate sameOrNext(LocalDate day) {
        return includes(day) ? day : next(day);
    }

    LocalDate next(LocalDate day) {
        for (int days = 1; days <= SEARCHED_DAYS; days++) {
            if (includes(day.plusDays(days))) {
                return day.plusDays(days);
            }
        }
        throw new IllegalStateException(
                "The calendar has no business day within two years after %s: every day is closed.".formatted(day));
    }

    LocalDate plus(LocalDate day, int days) {
        if (days < 0 || days > BusinessCalendar.LONGEST.toDays()) {
            throw new IllegalArgumentException("%d business days cannot be added; 0 to %d can."
                    .formatted(days, BusinessCalendar.LONGEST.toDays()));
        }
        LocalDate result = day;
        for (int i = 0; i < days; i++) {
            result = next(result);
        }
        return result;
    }
}
