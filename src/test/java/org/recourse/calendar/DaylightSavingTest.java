package org.recourse.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.calendar.TestCalendars.BERLIN;
import static org.recourse.calendar.TestCalendars.berlin;
import static org.recourse.calendar.TestCalendars.day;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clocks go forward on Sunday 29 March 2026 at 02:00 and back on Sunday 25 October 2026 at 03:00. */
@Tag("R19")
@Tag("B4")
class DaylightSavingTest {

    private final BusinessCalendar always = TestCalendars.always(BERLIN);
    private final BusinessCalendar shop = TestCalendars.shop();

    @Test
    void inSpringTheDayThatIsAlwaysOpenHas23Hours() {
        assertThat(always.businessMinutesBetween(berlin("2026-03-29T00:00"), berlin("2026-03-30T00:00")))
                .isEqualTo(23 * 60);
        assertThat(always.plusBusinessMinutes(berlin("2026-03-29T01:30"), 60)).isEqualTo(berlin("2026-03-29T03:30"));
    }

    @Test
    void inAutumnTheDayThatIsAlwaysOpenHas25Hours() {
        assertThat(always.businessMinutesBetween(berlin("2026-10-25T00:00"), berlin("2026-10-26T00:00")))
                .isEqualTo(25 * 60);
        assertThat(always.plusBusinessMinutes(berlin("2026-10-25T01:30"), 120))
                .isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
    }

    @Test
    void shopHoursAcrossTheChangeAreThoseOnTheClock() {
        assertThat(shop.plusBusinessMinutes(berlin("2026-03-28T13:30"), 60)).isEqualTo(berlin("2026-03-30T08:30"));
        assertThat(shop.businessMinutesBetween(berlin("2026-03-27T08:00"), berlin("2026-03-30T20:00")))
                .isEqualTo((12 + 5 + 12) * 60);
        assertThat(shop.plusBusinessMinutes(berlin("2026-10-24T13:30"), 60)).isEqualTo(berlin("2026-10-26T08:30"));
        assertThat(shop.businessMinutesBetween(berlin("2026-10-23T08:00"), berlin("2026-10-26T20:00")))
                .isEqualTo((12 + 5 + 12) * 60);
    }

    @Test
    void theSameTimeOfDayIsMetAfterTheChange() {
        LocalTime ten = LocalTime.of(10, 0);

        assertThat(shop.atOnBusinessDay(berlin("2026-03-27T10:00"), 1, ten))
                .isEqualTo(Instant.parse("2026-03-30T08:00:00Z"));
        assertThat(shop.atOnBusinessDay(berlin("2026-10-23T10:00"), 1, ten))
                .isEqualTo(Instant.parse("2026-10-26T09:00:00Z"));
    }

    @Test
    void anOpeningInsideTheSkippedHourDoesNotExist() {
        BusinessCalendar night = sundays("02:15-02:45, 03:00-04:00");

        assertThat(night.businessMinutesBetween(berlin("2026-03-29T00:00"), berlin("2026-03-30T00:00")))
                .isEqualTo(60);
        assertThat(night.nextOpening(berlin("2026-03-29T01:00"))).isEqualTo(berlin("2026-03-29T03:00"));
    }

    @Test
    void anOpeningOverTheHourThatOccursTwiceLastsAnHourLonger() {
        BusinessCalendar night = sundays("01:00-04:00");

        assertThat(night.businessMinutesBetween(berlin("2026-10-25T00:00"), berlin("2026-10-26T00:00")))
                .isEqualTo(4 * 60);
    }

    @Test
    void openingsThatMeetInTheHourThatOccursTwiceAreCountedOnce() {
        BusinessCalendar night = sundays("01:00-02:30, 02:30-04:00");

        assertThat(night.businessMinutesBetween(berlin("2026-10-25T00:00"), berlin("2026-10-26T00:00")))
                .isEqualTo(4 * 60);
    }

    @Test
    void aDayMayBeginWithTheChange() {
        BusinessCalendar cairo = TestCalendars.always(ZoneId.of("Africa/Cairo"));
        Instant beforeMidnight = Instant.parse("2026-04-23T21:00:00Z");

        assertThat(cairo.between(beforeMidnight, beforeMidnight.plus(Duration.ofHours(30))))
                .isEqualTo(Duration.ofHours(30));
        assertThat(cairo.closeOfBusinessDay(day("2026-04-23"))).isEqualTo(Instant.parse("2026-04-23T22:00:00Z"));
    }

    private static BusinessCalendar sundays(String hours) {
        return new BusinessCalendar(BERLIN, OpeningHours.parse(Map.of(DayOfWeek.SUNDAY, hours)), day -> false);
    }
}
