package org.recourse.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.recourse.calendar.BusinessCalendar;
import org.recourse.text.Sentence;

/** How long a clock may run, in the unit of its rule. */
record Target(int amount, Unit unit) {

    enum Unit {
        /** Time in which the team is open. */
        BUSINESS_MINUTES,
        /** Until the close of the n-th business day after the day of receipt ("third business day after", DISP 1.5). */
        BUSINESS_DAYS,
        /** Until the end of the n-th day after the day of receipt, weekends and holidays included. */
        CALENDAR_DAYS;

        String value() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Target businessMinutes(int minutes) {
        return new Target(minutes, Unit.BUSINESS_MINUTES);
    }

    boolean isBusinessTime() {
        return unit == Unit.BUSINESS_MINUTES;
    }

    /** Of the units that count days from the day of receipt and never pause. */
    Instant dueAfter(Instant received, BusinessCalendar calendar) {
        LocalDate day = received.atZone(calendar.zone()).toLocalDate();
        return unit == Unit.BUSINESS_DAYS
                ? calendar.closeOfBusinessDay(calendar.plusBusinessDays(day, amount))
                : day.plusDays(amount + 1L).atStartOfDay(calendar.zone()).toInstant();
    }

    /** {@code 240 business-minutes}, as stored. */
    String value() {
        return amount + " " + unit.value();
    }

    Sentence said() {
        return Sentence.of("clock.target." + unit.value(), amount);
    }

    static Target parse(String value) {
        String[] parts = value.split(" ");
        return new Target(
                Integer.parseInt(parts[0]),
                Unit.valueOf(parts[1].toUpperCase(Locale.ROOT).replace('-', '_')));
    }
}
