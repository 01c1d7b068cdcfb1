package org.recourse.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.calendar.TestCalendars.BERLIN;
import static org.recourse.calendar.TestCalendars.berlin;
import static org.recourse.calendar.TestCalendars.day;

import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.identifier.Team;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@Tag("R19")
@Tag("B4")
class CalendarsTest {

    private static final String TEAM = "recourse.calendar.teams.team-south.";

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(Calendars.class);

    @Test
    void withoutAnySettingTheHoursAreThoseOfTheStories() {
        runner.run(context -> {
            Calendars calendars = context.getBean(Calendars.class);
            BusinessCalendar standard = calendars.standard();

            assertThat(standard.zone()).isEqualTo(BERLIN);
            assertThat(standard.businessMinutesBetween(berlin("2026-11-23T00:00"), berlin("2026-11-30T00:00")))
                    .isEqualTo((5 * 12 + 5) * 60);
            assertThat(standard.isBusinessDay(day("2026-12-25"))).isFalse();
            assertThat(calendars.of(Team.of("team-north"))).isSameAs(standard);
            assertThat(calendars.quietHours()).isEqualTo(new QuietHours(LocalTime.of(20, 0), LocalTime.of(8, 0)));
            assertThat(calendars.checkInTime()).isEqualTo(LocalTime.of(10, 0));
        });
    }

    @Test
    void aTeamOverridesWhatItNamesAndKeepsTheRest() {
        runner.withPropertyValues(
                        "recourse.calendar.hours.friday=08:00-16:00",
                        "recourse.calendar.closing-days=2026-11-24",
                        TEAM + "zone=Europe/London",
                        TEAM + "country=GB-ENG",
                        TEAM + "hours.monday=08:00-12:00, 13:00-24:00",
                        TEAM + "hours.saturday=closed")
                .run(context -> {
                    BusinessCalendar south = context.getBean(Calendars.class).of(Team.of("team-south"));

                    assertThat(south.zone()).isEqualTo(ZoneId.of("Europe/London"));
                    assertThat(south.isOpen(berlin("2026-11-23T13:30")))
                            .as("lunch in London")
                            .isFalse();
                    assertThat(south.isOpen(berlin("2026-11-24T00:59")))
                            .as("until midnight")
                            .isTrue();
                    assertThat(south.isOpen(berlin("2026-11-24T12:00")))
                            .as("closing day of all")
                            .isFalse();
                    assertThat(south.isOpen(berlin("2026-11-27T17:00")))
                            .as("Friday of all")
                            .isFalse();
                    assertThat(south.isOpen(berlin("2026-11-28T11:00")))
                            .as("Saturday")
                            .isFalse();
                    assertThat(south.isBusinessDay(day("2026-12-28")))
                            .as("Boxing Day made up for")
                            .isFalse();
                });
    }

    @Test
    void generalTimesCanBeSet() {
        runner.withPropertyValues("recourse.calendar.quiet-hours.from=21:00", "recourse.calendar.check-in-time=11:30")
                .run(context -> {
                    Calendars calendars = context.getBean(Calendars.class);

                    assertThat(calendars.quietHours())
                            .isEqualTo(new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)));
                    assertThat(calendars.checkInTime()).isEqualTo(LocalTime.of(11, 30));
                });
    }

    @Test
    @Tag("B8")
    void statutoryPeriodsKnowNoClosingDaysOfOurOwn() {
        runner.withPropertyValues("recourse.calendar.closing-days=2026-11-25").run(context -> {
            Calendars calendars = context.getBean(Calendars.class);
            BusinessCalendar disp = calendars.statutory("GB-ENG", ZoneId.of("Europe/London"));

            assertThat(calendars.standard().plusBusinessDays(day("2026-11-24"), 3))
                    .isEqualTo("2026-11-30");
            assertThat(disp.plusBusinessDays(day("2026-11-24"), 3)).isEqualTo("2026-11-27");
            assertThat(disp.closeOfBusinessDay(day("2026-11-27"))).isEqualTo("2026-11-28T00:00:00Z");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "recourse.calendar.hours.monday=20:00-08:00 | recourse.calendar is wrong. Monday: 20:00-08:00 has to end",
                "recourse.calendar.hours.monday=8 to 20 | Monday: \"8 to 20\" is not an opening time",
                "recourse.calendar.hours.montag=08:00-20:00 | montag",
                "recourse.calendar.country=XX | No holidays are known for the country \"XX\"",
                "recourse.calendar.zone=Europe/Berln | Europe/Berln",
                "recourse.calendar.check-in-time=ten | ten",
                "recourse.calendar.closing-days=Christmas | Christmas",
                "recourse.calendar.teams.team-south.country=DE-XX | recourse.calendar.teams.team-south is wrong. No holidays",
                "recourse.calendar.teams.team-south.hours.monday=9:00-12:00 | Monday: \"9:00-12:00\" is not an opening time"
            })
    void aWrongSettingStopsTheStartWithASentence(String property, String sentence) {
        runner.withPropertyValues(property)
                .run(context -> assertThat(context)
                        .getFailure()
                        .satisfies(failure -> assertThat(failure).hasStackTraceContaining(sentence)));
    }
}
