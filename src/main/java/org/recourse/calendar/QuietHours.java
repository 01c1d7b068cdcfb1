package org.recourse.calendar;

import java.time.LocalTime;

/**
 * The hours in which a customer is not disturbed, on the customer's own clock and not on that of the team.
 *
 * @param from first minute of quiet
 * @param to first minute after it; earlier than {@code from} means the next morning, the same means no quiet hours
 */
public record QuietHours(LocalTime from, LocalTime to) {

    /** The rest of the day, as hours of every day of the week. */
    public OpeningHours awake() {
        if (from.equals(to)) {
            return OpeningHours.always();
        }
        if (to.isBefore(from)) {
            return OpeningHours.daily(new Interval(to, from));
        }
        Interval evening = new Interval(to, LocalTime.MIDNIGHT);
        return from.equals(LocalTime.MIDNIGHT)
                ? OpeningHours.daily(evening)
                : OpeningHours.daily(new Interval(LocalTime.MIDNIGHT, from), evening);
    }
}
