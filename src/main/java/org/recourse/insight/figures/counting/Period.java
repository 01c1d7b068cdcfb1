package org.recourse.insight.figures.counting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.recourse.form.RefusedInput;
import org.recourse.text.Sentence;

/** Days from the first to the last, both included; one that ends before it begins, or after ten years, is refused. */
public record Period(LocalDate from, LocalDate to) {

    private static final long LONGEST = 3660;

    public Period {
        if (to.isBefore(from)) {
            throw refused("figure.period-backwards", from, to);
        }
        if (ChronoUnit.DAYS.between(from, to) > LONGEST) {
            throw refused("figure.period-too-long", from, to);
        }
    }

    private static RefusedInput refused(String key, LocalDate from, LocalDate to) {
        return new RefusedInput("to", Sentence.of(key, from.toString(), to.toString()));
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
