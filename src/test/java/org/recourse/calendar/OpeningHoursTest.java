package org.recourse.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("R19")
@Tag("B4")
class OpeningHoursTest {

    @Test
    void severalIntervalsADayAreSorted() {
        OpeningHours hours = OpeningHours.parse(Map.of(DayOfWeek.MONDAY, "13:00-24:00, 08:00 - 12:00"));

        assertThat(hours.on(DayOfWeek.MONDAY))
                .containsExactly(
                        new Interval(LocalTime.of(8, 0), LocalTime.NOON),
                        new Interval(LocalTime.of(13, 0), LocalTime.MIDNIGHT));
        assertThat(hours.on(DayOfWeek.TUESDAY)).isEmpty();
    }

    @Test
    void intervalsMayTouch() {
        assertThat(OpeningHours.parse(Map.of(DayOfWeek.MONDAY, "08:00-12:00,12:00-13:00"))
                        .on(DayOfWeek.MONDAY))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "08:00-13:00, 12:00-20:00 | Tuesday: 08:00-13:00 and 12:00-20:00 overlap.",
                "08:00-24:00, 12:00-13:00 | Tuesday: 08:00-24:00 and 12:00-13:00 overlap.",
                "08:00-12:00, 08:00-12:00 | Tuesday: 08:00-12:00 and 08:00-12:00 overlap.",
                "20:00-08:00 | Tuesday: 20:00-08:00 has to end after it begins.",
                "09:00-09:00 | Tuesday: 09:00-09:00 has to end after it begins."
            })
    void contradictoryHoursAreRefusedAndTheDayIsNamed(String text, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpeningHours.parse(Map.of(DayOfWeek.TUESDAY, text)))
                .withMessage(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8-20", "08:00", "08:00-25:00", "08:00-00:00", "24:00-08:00", "08:00-12:00,", "a-b"})
    void whatCannotBeReadIsRefusedAndTheDayIsNamed(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpeningHours.parse(Map.of(DayOfWeek.FRIDAY, text)))
                .withMessageStartingWith("Friday: ")
                .withMessageContaining("write it like 08:00-12:30");
    }

    @Test
    void aWeekWithoutAnyOpeningIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpeningHours.parse(Map.of(DayOfWeek.MONDAY, "closed", DayOfWeek.TUESDAY, "")))
                .withMessageContaining("at least one day");
    }

    @Test
    void quietHoursLeaveTheRestOfTheDay() {
        assertThat(awake("20:00", "08:00")).isEqualTo("[08:00-20:00]");
        assertThat(awake("12:00", "14:00")).isEqualTo("[00:00-12:00, 14:00-24:00]");
        assertThat(awake("00:00", "08:00")).isEqualTo("[08:00-24:00]");
        assertThat(awake("20:00", "00:00")).isEqualTo("[00:00-20:00]");
        assertThat(awake("08:00", "08:00")).isEqualTo("[00:00-24:00]");
    }

    private static String awake(String from, String to) {
        QuietHours quiet = new QuietHours(LocalTime.parse(from), LocalTime.parse(to));
        return quiet.awake().on(DayOfWeek.SUNDAY).toString();
    }
}
