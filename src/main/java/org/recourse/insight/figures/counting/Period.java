package org.recourse.insight.figures.counting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Days from the first to the last, both included. */
public record Period(LocalDate from, LocalDate to) {

    private static final long LONGEST = 3660;

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("ends before it begins");
        }
        if (ChronoUnit.DAYS.between(from, to) > LONGEST) {
            throw new IllegalArgumentException("is longer than ten years");
        }
    }

    /** The period of the same length right before. */
    public Period previous() {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        return new Period(from.minusDays(days), from.minusDays(1));
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
