package org.recourse.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws that hold for every calendar, tried on random weeks, closing days and instants around daylight saving. */
@Tag("R19")
@Tag("B4")
class BusinessTimeLawsTest {

    private static final int TRIES = 400;
    private static final List<Instant> CHANGES =
            List.of(Instant.parse("2026-03-29T01:00:00Z"), Instant.parse("2026-10-25T01:00:00Z"));

    private OpeningHours hours = OpeningHours.always();
    private LocalDate closed = LocalDate.EPOCH;

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Asia/Kolkata", "Africa/Cairo", "Australia/Lord_Howe"})
    void addingIsAdditiveMonotoneAndMeasuredAgain(String zone) {
        for (int seed = 0; seed < TRIES; seed++) {
            Random random = new Random(seed);
            BusinessCalendar calendar = calendar(random, ZoneId.of(zone));
            Instant from = instant(random);
            Duration first = duration(random);
            Duration second = duration(random);
            Instant sum = calendar.plus(from, first.plus(second));

            assertThat(calendar.plus(calendar.plus(from, first), second))
                    .as("additive, %d", seed)
                    .isEqualTo(sum);
            assertThat(calendar.plus(from, first))
                    .as("monotone in time, %d", seed)
                    .isBetween(from, sum);
            assertThat(calendar.plus(from.plus(second), first))
                    .as("monotone in the beginning, %d", seed)
                    .isAfterOrEqualTo(calendar.plus(from, first));
            assertThat(calendar.between(from, sum))
                    .as("measured again, %d", seed)
                    .isEqualTo(first.plus(second));
            assertOpenOrEdge(calendar, sum, seed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Asia/Kolkata"})
    void businessTimeIsTheMinutesThatTheWallClockShowsOpen(String zone) {
        for (int seed = 0; seed < TRIES / 4; seed++) {
            Random random = new Random(seed);
            BusinessCalendar calendar = calendar(random, ZoneId.of(zone));
            Instant from = instant(random);
            Instant to = from.plus(Duration.ofMinutes(random.nextInt(4 * 24 * 60)));
            long minutes = 0;
            for (Instant at = from; at.isBefore(to); at = at.plusSeconds(60)) {
                boolean open = openOnTheWall(at.atZone(ZoneId.of(zone)));
                assertThat(calendar.isOpen(at)).as("%s, %d", at, seed).isEqualTo(open);
                minutes += open ? 1 : 0;
            }
            assertThat(calendar.businessMinutesBetween(from, to)).as("%d", seed).isEqualTo(minutes);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Africa/Cairo", "Australia/Lord_Howe", "UTC"})
    void overACalendarThatIsAlwaysOpenItIsExact(String zone) {
        BusinessCalendar always = TestCalendars.always(ZoneId.of(zone));
        for (int seed = 0; seed < TRIES; seed++) {
            Random random = new Random(seed);
            Instant from = instant(random).plusNanos(random.nextInt());
            Duration time = duration(random).plusNanos(random.nextInt(1_000_000_000));

            assertThat(always.plus(from, time)).isEqualTo(from.plus(time));
            assertThat(always.between(from, from.plus(time))).isEqualTo(time);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe"})
    void businessDaysAreAdditiveAndMonotone(String zone) {
        for (int seed = 0; seed < TRIES; seed++) {
            Random random = new Random(seed);
            BusinessCalendar calendar = calendar(random, ZoneId.of(zone));
            LocalDate day = closed.minusDays(random.nextInt(10));
            int first = random.nextInt(10);
            int second = random.nextInt(10);
            LocalDate sum = calendar.plusBusinessDays(day, first + second);

            assertThat(calendar.plusBusinessDays(calendar.plusBusinessDays(day, first), second))
                    .isEqualTo(sum);
            assertThat(calendar.plusBusinessDays(day.plusDays(1), first + second))
                    .isAfterOrEqualTo(sum);
            assertThat(first + second == 0 || calendar.isBusinessDay(sum)).isTrue();
        }
    }

    private static void assertOpenOrEdge(BusinessCalendar calendar, Instant instant, int seed) {
        assertThat(calendar.isOpen(instant) || calendar.isOpen(instant.minusNanos(1)))
                .as("%s lies in opening hours or on their edge, %d", instant, seed)
                .isTrue();
    }

    private boolean openOnTheWall(ZonedDateTime local) {
        LocalTime time = local.toLocalTime();
        return !local.toLocalDate().equals(closed)
                && hours.on(local.getDayOfWeek()).stream()
                        .anyMatch(each -> !time.isBefore(each.from())
                                && (each.to().equals(LocalTime.MIDNIGHT) || time.isBefore(each.to())));
    }

    private BusinessCalendar calendar(Random random, ZoneId zone) {
        Map<DayOfWeek, List<Interval>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, intervals(random));
        }
        week.put(DayOfWeek.WEDNESDAY, List.of(Interval.ALL_DAY));
        hours = new OpeningHours(week);
        closed = LocalDate.ofInstant(instant(random), zone);
        LocalDate day = closed;
        return new BusinessCalendar(zone, hours, day::equals);
    }

    /** Up to three intervals on full hours, also at the hours of the change and up to 24:00. */
    private static List<Interval> intervals(Random random) {
        TreeSet<Integer> edges = new TreeSet<>();
        for (int i = random.nextInt(4) * 2; edges.size() < i; ) {
            edges.add(random.nextInt(25));
        }
        List<Interval> intervals = new ArrayList<>();
        while (!edges.isEmpty()) {
            LocalTime from = LocalTime.of(edges.pollFirst(), 0);
            intervals.add(new Interval(from, LocalTime.of(edges.pollFirst() % 24, 0)));
        }
        return intervals;
    }

    private static Instant instant(Random random) {
        Duration around = random.nextBoolean()
                ? Duration.ofHours(random.nextInt(-4 * 24, 4 * 24))
                : Duration.ofMinutes(random.nextInt(-4 * 24 * 60, 4 * 24 * 60));
        return CHANGES.get(random.nextInt(CHANGES.size())).plus(around);
    }

    /** Often nothing or full hours, so that sums end on edges. */
    private static Duration duration(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Duration.ZERO;
            case 1 -> Duration.ofHours(random.nextInt(5 * 24));
            default -> Duration.ofSeconds(random.nextInt(5 * 24 * 3600));
        };
    }
}
