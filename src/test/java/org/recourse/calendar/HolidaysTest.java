package org.recourse.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.recourse.calendar.TestCalendars.day;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("B4")
@Tag("B8")
class HolidaysTest {

    @Test
    void aRegionHasMoreHolidaysThanItsCountry() {
        Holidays germany = new Holidays("DE", List.of());
        Holidays bavaria = new Holidays("DE-BY", List.of());

        assertThat(germany.test(day("2026-12-25"))).isTrue();
        assertThat(germany.test(day("2026-12-24"))).isFalse();
        assertThat(germany.test(day("2026-01-06"))).isFalse();
        assertThat(bavaria.test(day("2026-01-06"))).as("Epiphany").isTrue();
        assertThat(bavaria.test(day("2026-12-25"))).isTrue();
    }

    @Test
    void ownClosingDaysCount() {
        Holidays holidays = new Holidays("DE", List.of(day("2026-12-24")));

        assertThat(holidays.test(day("2026-12-24"))).isTrue();
        assertThat(holidays.test(day("2027-12-24"))).isFalse();
    }

    @Test
    void aHolidayAndTheDayThatMakesUpForItAreBothClosed() {
        Holidays england = new Holidays("GB-ENG", List.of());

        assertThat(england.test(day("2026-12-26"))).as("Boxing Day, a Saturday").isTrue();
        assertThat(england.test(day("2026-12-28"))).as("its substitute").isTrue();
        assertThat(england.test(day("2026-12-29"))).isFalse();
    }

    @Test
    void aHolidayMayBeMadeUpForInTheYearBefore() {
        assertThat(new Holidays("US", List.of()).test(day("2027-12-31"))).isTrue();
    }

    @Test
    void observancesAreWorkingDays() {
        assertThat(new Holidays("US-NY", List.of()).test(day("2026-02-12")))
                .as("Lincoln's birthday")
                .isFalse();
    }

    @Test
    void unknownPlacesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Holidays("XX", List.of()))
                .withMessage("No holidays are known for the country \"XX\".");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Holidays("DE-XX", List.of()))
                .withMessageContaining("region \"DE-XX\"")
                .withMessageContaining("by");
    }
}
