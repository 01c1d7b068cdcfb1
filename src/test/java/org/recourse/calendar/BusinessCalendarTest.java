package org.recourse.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.recourse.calendar.TestCalendars.BERLIN;
import static org.recourse.calendar.TestCalendars.berlin;
import static org.recourse.calendar.TestCalendars.day;
import static org.recourse.calendar.TestCalendars.shop;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R19")
@Tag("R20")
@Tag("B4")
class BusinessCalendarTest {

    private static final LocalTime TEN = LocalTime.of(10, 0);

    @Test
    void checkInsComeOnTheDaysOfTheStories() {
        assertThat(shop().atOnBusinessDay(berlin("2026-11-26T09:15"), 3, TEN)).isEqualTo(berlin("2026-12-01T10:00"));
        assertThat(shop().atOnBusinessDay(berlin("2026-11-30T15:00"), 3, TEN)).isEqualTo(berlin("2026-12-03T10:00"));
    }

    @Test
    void businessTimeStopsOverNight() {
        assertThat(shop().plusBusinessMinutes(berlin("2026-11-24T19:30"), 60)).isEqualTo(berlin("2026-11-25T08:30"));
        assertThat(shop().businessMinutesBetween(berlin("2026-11-24T19:30"), berlin("2026-11-25T08:30")))
                .isEqualTo(60);
    }

    @Test
    void addingUpToTheCloseLandsOnTheClose() {
        assertThat(shop().plusBusinessMinutes(berlin("2026-11-24T19:30"), 30)).isEqualTo(berlin("2026-11-24T20:00"));
        assertThat(shop().plus(
                                berlin("2026-11-24T19:30"),
                                Duration.ofMinutes(30).plusSeconds(1)))
                .isEqualTo(berlin("2026-11-25T08:00:01"));
    }

    @Test
    void addingNothingStaysOnAnEdgeAndElseGoesToTheNextOpening() {
        assertThat(shop().plus(berlin("2026-11-24T20:00"), Duration.ZERO)).isEqualTo(berlin("2026-11-24T20:00"));
        assertThat(shop().plus(berlin("2026-11-24T20:00:01"), Duration.ZERO)).isEqualTo(berlin("2026-11-25T08:00"));
        assertThat(shop().plus(berlin("2026-11-24T12:00"), Duration.ZERO)).isEqualTo(berlin("2026-11-24T12:00"));
    }

    @Test
    void aLunchBreakDoesNotCount() {
        BusinessCalendar lunch = shop("08:00-12:00, 13:00-20:00");

        assertThat(lunch.plusBusinessMinutes(berlin("2026-11-24T11:30"), 60)).isEqualTo(berlin("2026-11-24T13:30"));
        assertThat(lunch.businessMinutesBetween(berlin("2026-11-24T12:10"), berlin("2026-11-24T12:50")))
                .isZero();
        assertThat(lunch.isOpen(berlin("2026-11-24T12:00"))).isFalse();
        assertThat(lunch.nextOpening(berlin("2026-11-24T12:00"))).isEqualTo(berlin("2026-11-24T13:00"));
    }

    @Test
    void openingIsInsideAndClosingIsNot() {
        assertThat(shop().isOpen(berlin("2026-11-24T08:00"))).isTrue();
        assertThat(shop().isOpen(berlin("2026-11-24T20:00"))).isFalse();
        assertThat(shop().nextOpening(berlin("2026-11-24T08:00"))).isEqualTo(berlin("2026-11-24T08:00"));
        assertThat(shop().nextOpening(berlin("2026-11-28T14:00"))).isEqualTo(berlin("2026-11-30T08:00"));
    }

    @Test
    void christmasOnTheBoundaryIsSkippedWithTheDaysBesideIt() {
        assertThat(shop().plusBusinessMinutes(berlin("2026-12-24T19:59"), 2)).isEqualTo(berlin("2026-12-28T08:01"));
        assertThat(shop().businessMinutesBetween(berlin("2026-12-24T20:00"), berlin("2026-12-28T08:00")))
                .isZero();
        assertThat(shop().isOpen(berlin("2026-12-26T10:00")))
                .as("Saturday, Boxing Day")
                .isFalse();
        assertThat(shop().plusBusinessDays(day("2026-12-24"), 1)).isEqualTo("2026-12-28");
        assertThat(shop().plusBusinessDays(day("2026-12-25"), 1)).isEqualTo("2026-12-28");
        assertThat(shop().plusBusinessDays(day("2026-12-30"), 2)).isEqualTo("2027-01-04");
    }

    @Test
    void businessDaysLeaveOutSaturdaysThoughTheTeamIsThere() {
        assertThat(shop().isOpen(berlin("2026-11-28T10:00"))).isTrue();
        assertThat(shop().plusBusinessDays(day("2026-11-27"), 1)).isEqualTo("2026-11-30");
        assertThat(shop().plusBusinessDays(day("2026-11-28"), 3)).isEqualTo("2026-12-02");
        assertThat(shop().plusBusinessDays(day("2026-11-28"), 0)).isEqualTo("2026-11-28");
    }

    @Test
    void aTimeOnABusinessDayIsNeverInThePast() {
        assertThat(shop().atOnBusinessDay(berlin("2026-11-27T09:00"), 0, TEN)).isEqualTo(berlin("2026-11-27T10:00"));
        assertThat(shop().atOnBusinessDay(berlin("2026-11-27T10:01"), 0, TEN)).isEqualTo(berlin("2026-11-30T10:00"));
        assertThat(shop().atOnBusinessDay(berlin("2026-11-28T09:00"), 0, TEN)).isEqualTo(berlin("2026-11-30T10:00"));
    }

    @Test
    void theDayIsThatOfTheTeam() {
        Instant lateOnTuesdayInBerlin = Instant.parse("2026-11-24T22:59:00Z");

        assertThat(shop().atOnBusinessDay(lateOnTuesdayInBerlin, 1, TEN)).isEqualTo(berlin("2026-11-25T10:00"));
        assertThat(shop().atOnBusinessDay(lateOnTuesdayInBerlin.plusSeconds(60), 1, TEN))
                .isEqualTo(berlin("2026-11-26T10:00"));
    }

    @Test
    void aBusinessDayClosesWithItsLastOpening() {
        assertThat(shop("08:00-12:00,13:00-18:30").closeOfBusinessDay(day("2026-11-27")))
                .isEqualTo(berlin("2026-11-27T18:30"));
        assertThat(TestCalendars.always(BERLIN).closeOfBusinessDay(day("2026-11-27")))
                .isEqualTo(berlin("2026-11-28T00:00"));
        assertThat(shop("closed").closeOfBusinessDay(day("2026-11-27"))).isEqualTo(berlin("2026-11-28T00:00"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shop().closeOfBusinessDay(day("2026-12-25")))
                .withMessageContaining("2026-12-25 is no business day");
    }

    @Test
    void overdueTimeIsNegative() {
        assertThat(shop().businessMinutesBetween(berlin("2026-11-25T08:30"), berlin("2026-11-24T19:30")))
                .isEqualTo(-60);
    }

    @Test
    void aCalendarThatNeverOpensIsReportedAndNotSearchedForEver() {
        BusinessCalendar never = new BusinessCalendar(ZoneId.of("UTC"), OpeningHours.always(), day -> true);
        Instant now = Instant.parse("2026-11-24T10:00:00Z");

        assertThatIllegalStateException()
                .isThrownBy(() -> never.plusBusinessMinutes(now, 1))
                .withMessageContaining("no opening within two years after 2026-11-24: ");
        assertThatIllegalStateException().isThrownBy(() -> never.nextOpening(now));
        assertThatIllegalStateException()
                .isThrownBy(() -> never.plusBusinessDays(day("2026-11-24"), 1))
                .withMessageContaining("no business day within two years");
        assertThat(never.isOpen(now)).isFalse();
        assertThat(never.between(now, now.plusSeconds(60))).isZero();
    }

    @Test
    void absurdAmountsAreRefused() {
        Instant now = berlin("2026-11-24T10:00");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> shop().plusBusinessMinutes(now, -1))
                .withMessageContaining("cannot be added");
        assertThatIllegalArgumentException().isThrownBy(() -> shop().plus(now, Duration.ofDays(4000)));
        assertThatIllegalArgumentException().isThrownBy(() -> shop().plusBusinessDays(day("2026-11-24"), -1));
        assertThatIllegalArgumentException().isThrownBy(() -> shop().between(Instant.EPOCH, now));
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(now, now));
    }
}
