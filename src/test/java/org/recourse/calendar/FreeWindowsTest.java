package org.recourse.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.recourse.calendar.TestCalendars.BERLIN;
import static org.recourse.calendar.TestCalendars.berlin;
import static org.recourse.calendar.TestCalendars.shop;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R2")
@Tag("R19")
class FreeWindowsTest {

    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(20, 0), LocalTime.of(8, 0));
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void windowsBeginOnAQuarterAndEndWithTheOpening() {
        List<Window> windows =
                shop().freeWindows(berlin("2026-11-24T17:05"), berlin("2026-11-25T09:59"), HOUR, BERLIN, NIGHT);

        assertThat(windows)
                .containsExactly(
                        window("2026-11-24T17:15", "2026-11-24T18:15"),
                        window("2026-11-24T18:15", "2026-11-24T19:15"),
                        window("2026-11-25T08:00", "2026-11-25T09:00"));
    }

    @Test
    void aWindowNeverSpansALunchBreakOrAHoliday() {
        assertThat(shop("11:30-12:00,13:00-14:00")
                        .freeWindows(berlin("2026-12-24T11:00"), berlin("2026-12-28T13:30"), HOUR, BERLIN, NIGHT))
                .containsExactly(window("2026-12-24T13:00", "2026-12-24T14:00"));
    }

    @Test
    void theCustomersQuietHoursAreThoseOfTheCustomersClock() {
        ZoneId newYork = ZoneId.of("America/New_York");

        assertThat(shop().reachable(berlin("2026-11-24T00:00"), berlin("2026-11-25T00:00"), newYork, NIGHT))
                .containsExactly(window("2026-11-24T14:00", "2026-11-24T20:00"));
        assertThat(shop().reachable(
                                berlin("2026-11-24T00:00"), berlin("2026-11-25T00:00"), ZoneId.of("Asia/Tokyo"), NIGHT))
                .containsExactly(window("2026-11-24T08:00", "2026-11-24T12:00"));
    }

    @Test
    void betweenTheTwoDatesOnWhichZonesChangeTheClockTheDistanceIsAnother() {
        assertThat(shop().reachable(
                                berlin("2026-10-27T00:00"),
                                berlin("2026-10-28T00:00"),
                                ZoneId.of("America/New_York"),
                                NIGHT))
                .containsExactly(window("2026-10-27T13:00", "2026-10-27T20:00"));
    }

    @Test
    void openingsThatTouchAtMidnightAreOne() {
        QuietHours none = new QuietHours(LocalTime.NOON, LocalTime.NOON);

        assertThat(TestCalendars.always(BERLIN)
                        .freeWindows(berlin("2026-11-24T23:30"), berlin("2026-11-25T00:30"), HOUR, BERLIN, none))
                .containsExactly(window("2026-11-24T23:30", "2026-11-25T00:30"));
    }

    @Test
    void everyWindowIsInsideOpeningAndNotQuietHours() {
        Instant from = berlin("2026-03-20T07:13:07");
        List<Window> windows = shop().freeWindows(
                        from, from.plus(Duration.ofDays(20)), Duration.ofMinutes(50), ZoneId.of("Asia/Kolkata"), NIGHT);

        assertThat(windows).hasSizeGreaterThan(50).allSatisfy(each -> {
            assertThat(shop().between(each.from(), each.to())).isEqualTo(Duration.ofMinutes(50));
            assertThat(each.to().atZone(ZoneId.of("Asia/Kolkata")).toLocalTime())
                    .isBetween(LocalTime.of(8, 50), LocalTime.of(20, 0));
        });
    }

    @Test
    void aWindowOfNoLengthIsRefused() {
        Instant from = berlin("2026-11-24T08:00");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> shop().freeWindows(from, from.plus(HOUR), Duration.ZERO, BERLIN, NIGHT));
    }

    private static Window window(String from, String to) {
        return new Window(berlin(from), berlin(to));
    }
}
