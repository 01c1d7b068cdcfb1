package org.recourse.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Answers every question about working time for one team, without a clock, a database or a state of its own, so that
 * the same question has the same answer whenever it is asked again.
 *
 * <p>Business time is time that really elapses while the team is open: the night in which clocks go forward has 23
 * hours, the one in which they go back 25. Every method that searches throws {@link IllegalStateException} when the
 * calendar has no opening (or business day) within two years.
 */
public final class BusinessCalendar {

    /** The longest time that is added or measured: ten years. More is taken for a mistake and refused. */
    public static final Duration LONGEST = Duration.ofDays(3653);

    private static final Duration LONGEST_BACK = Duration.ofDays(30);

    private static final int START_GRID_SECONDS = 15 * 60;

    private final Openings openings;
    private final BusinessDays businessDays;

    /**
     * @param zone the team's zone
     * @param hours opening hours on the clock of that zone
     * @param closed tells holidays and closing days; has to be pure
     */
    public BusinessCalendar(ZoneId zone, OpeningHours hours, Predicate<LocalDate> closed) {
        this.openings = new Openings(zone, hours, closed);
        this.businessDays = new BusinessDays(closed);
    }

    /** The team's zone, in which days begin and end. */
    public ZoneId zone() {
        return openings.zone();
    }

    /** Whether the team is open; the instant of opening is inside, that of closing is not. */
    public boolean isOpen(Instant instant) {
        return !openings.within(new Window(instant, instant.plusNanos(1))).isEmpty();
    }

    /** The instant itself when it is open, else the next instant of opening. */
    public Instant nextOpening(Instant instant) {
        Instant opening = openings.endingAfter(instant).from();
        return opening.isAfter(instant) ? opening : instant;
    }

    /**
     * The first instant by which so much business time has passed; inside opening hours or on their edge. Adding
     * nothing gives {@code from}, or the next opening when that is closed.
     *
     * @param businessTime 0 to {@link #LONGEST}, else {@link IllegalArgumentException}
     */
    public Instant plus(Instant from, Duration businessTime) {
        if (businessTime.isNegative() || businessTime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "Business time of %s cannot be added; 0 to %d days can.".formatted(businessTime, LONGEST.toDays()));
        }
        Instant at = settled(from);
        Duration left = businessTime;
        while (!left.isZero()) {
            Window open = openings.endingAfter(at);
            Window rest = at.isAfter(open.from()) ? new Window(at, open.to()) : open;
            if (left.compareTo(rest.length()) <= 0) {
                return rest.from().plus(left);
            }
            left = left.minus(rest.length());
            at = rest.to();
        }
        return at;
    }

    /**
     * The last instant from which so much business time is left until {@code to}; always inside opening hours. Taking
     * nothing gives {@code to}, or the close before it when that is closed.
     *
     * @param businessTime 0 to 30 days, else {@link IllegalArgumentException}
     */
    public Instant minus(Instant to, Duration businessTime) {
        if (businessTime.isNegative() || businessTime.compareTo(LONGEST_BACK) > 0) {
            throw new IllegalArgumentException("Business time of %s cannot be taken off; 0 to %d days can."
                    .formatted(businessTime, LONGEST_BACK.toDays()));
        }
        Duration left = businessTime;
        for (Window open : openings.before(to)) {
            if (left.compareTo(open.length()) <= 0) {
                return open.to().minus(left);
            }
            left = left.minus(open.length());
        }
        throw new IllegalStateException("The calendar has too few openings within two years before %s.".formatted(to));
    }

    /** {@link #plus} in minutes of business time. */
    public Instant plusBusinessMinutes(Instant from, long minutes) {
        return plus(from, Duration.ofMinutes(minutes));
    }

    /**
     * Business time from {@code a} to {@code b}; negative when {@code b} is earlier. The two must not be further
     * apart than {@link #LONGEST}, else {@link IllegalArgumentException}.
     */
    public Duration between(Instant a, Instant b) {
        if (b.isBefore(a)) {
            return between(b, a).negated();
        }
        return a.equals(b)
                ? Duration.ZERO
                : openings.within(measurable(a, b)).stream().map(Window::length).reduce(Duration.ZERO, Duration::plus);
    }

    /** {@link #between} in whole business minutes; what is left over is dropped. */
    public long businessMinutesBetween(Instant a, Instant b) {
        return between(a, b).toMinutes();
    }

    /** Whether the day is Monday to Friday and no holiday, independent of opening hours. */
    public boolean isBusinessDay(LocalDate day) {
        return businessDays.includes(day);
    }

    /**
     * The n-th business day after that day, independent of opening hours; 0 gives the day itself, whatever it is. Less
     * than 0 or more than ten years is refused with an {@link IllegalArgumentException}.
     */
    public LocalDate plusBusinessDays(LocalDate day, int days) {
        return businessDays.plus(day, days);
    }

    /**
     * A time of day, n business days after the day of {@code from} in the team's zone. Always a business day and never
     * before {@code from}: with 0 it is the next business day if today is none or the time has passed.
     */
    public Instant atOnBusinessDay(Instant from, int days, LocalTime at) {
        LocalDate day = businessDays.sameOrNext(plusBusinessDays(openings.dayOf(from), days));
        Instant result = openings.at(day, at);
        return result.isBefore(from) ? openings.at(businessDays.next(day), at) : result;
    }

    /**
     * The end of the last opening of a business day, or of the day itself when its weekday has no opening hours. A day
     * that is no business day is refused with an {@link IllegalArgumentException}.
     */
    public Instant closeOfBusinessDay(LocalDate day) {
        if (!isBusinessDay(day)) {
            throw new IllegalArgumentException("%s is no business day and has no close.".formatted(day));
        }
        List<Window> open = openings.on(day);
        return open.isEmpty()
                ? openings.at(day.plusDays(1), LocalTime.MIDNIGHT)
                : open.get(open.size() - 1).to();
    }

    /**
     * When the customer can be called between two instants: opening hours of the team less the quiet hours on the
     * customer's clock, in order. {@code from} has to be before {@code to}, at most {@link #LONGEST}.
     */
    public List<Window> reachable(Instant from, Instant to, ZoneId customerZone, QuietHours quiet) {
        Openings customer = new Openings(customerZone, quiet.awake(), day -> false);
        return openings.within(measurable(from, to)).stream()
                .flatMap(open -> customer.within(open).stream())
                .toList();
    }

    /**
     * Windows to offer for a callback: inside {@link #reachable}, each as long as asked for, one after the other,
     * beginning on a quarter of an hour. The length is at least a minute, else {@link IllegalArgumentException}.
     */
    public List<Window> freeWindows(Instant from, Instant to, Duration length, ZoneId customerZone, QuietHours quiet) {
        if (length.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("A window lasts at least a minute, not %s.".formatted(length));
        }
        List<Window> windows = new ArrayList<>();
        for (Window stretch : reachable(from, to, customerZone, quiet)) {
            Instant begin = onGrid(stretch.from());
            while (!begin.plus(length).isAfter(stretch.to())) {
                windows.add(new Window(begin, begin.plus(length)));
                begin = onGrid(begin.plus(length));
            }
        }
        return windows;
    }

    /** The instant when it is open or the very end of an opening, else the next opening. */
    private Instant settled(Instant instant) {
        Instant opening = openings.endingAfter(instant.minusNanos(1)).from();
        return opening.isAfter(instant) ? opening : instant;
    }

    private static Instant onGrid(Instant instant) {
        long seconds = instant.getNano() == 0 ? instant.getEpochSecond() : instant.getEpochSecond() + 1;
        return Instant.ofEpochSecond(-Math.floorDiv(-seconds, START_GRID_SECONDS) * START_GRID_SECONDS);
    }

    private static Window measurable(Instant from, Instant to) {
        Window range = new Window(from, to);
        if (range.length().compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("From %s to %s is more than %d days and is taken for a mistake."
                    .formatted(from, to, LONGEST.toDays()));
        }
        return range;
    }
}
