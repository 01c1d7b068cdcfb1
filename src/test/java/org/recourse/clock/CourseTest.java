package org.recourse.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.calendar.BusinessCalendar;
import org.recourse.calendar.OpeningHours;
import org.recourse.clock.Target.Unit;
import org.recourse.text.Saying;
import org.recourse.text.Written;

/** The due time of a clock follows from its stretches and nothing else. */
@Tag("B4")
class CourseTest {

    private static final Saying RULE = new Written("rule");

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant TUESDAY_TEN = berlin("2026-11-24T10:00");
    private static final Map<String, BusinessCalendar> CALENDARS =
            Map.of("old", week("08:00-20:00"), "short", week("08:00-12:00"), "statutory", statutory());

    @Test
    void a_clock_is_due_after_its_business_time() {
        Course course = course(minutes(240));

        assertThat(due(course)).isEqualTo(berlin("2026-11-24T14:00"));
        assertThat(course.reached(75, CALENDARS::get)).isEqualTo(berlin("2026-11-24T13:00"));
    }

    @Test
    void failure_2_another_level_keeps_the_time_already_waited() {
        Course waitedTwoHours = course(minutes(240));
        Course longer = waitedTwoHours.with(
                waitedTwoHours.changed(berlin("2026-11-24T12:00"), each -> towards(each, minutes(600))));
        Course shorter = waitedTwoHours.with(
                waitedTwoHours.changed(berlin("2026-11-24T12:00"), each -> towards(each, minutes(60))));

        assertThat(due(longer)).isEqualTo(berlin("2026-11-24T20:00"));
        assertThat(due(shorter)).as("not before the level was changed").isEqualTo(berlin("2026-11-24T12:00"));
    }

    @Test
    void failure_2_another_calendar_keeps_the_time_already_waited() {
        Course course = course(minutes(240));
        Course changed = course.with(course.changed(
                berlin("2026-11-24T11:00"),
                each -> new Stretch(0, each.from(), true, new Written("calendar"), each.target(), RULE, "short")));

        assertThat(due(changed))
                .as("one hour waited, one until noon, two on the next morning")
                .isEqualTo(berlin("2026-11-25T10:00"));
    }

    @Test
    void failure_5_a_pause_does_not_count_and_ends_by_itself() {
        Course course = course(minutes(240));
        Course paused = course.with(course.paused(
                berlin("2026-11-24T11:00"), berlin("2026-11-24T18:00"), new Written("the customer chose 18:00")));

        assertThat(due(paused)).isEqualTo(berlin("2026-11-25T09:00"));
        assertThat(paused.pausedAt(berlin("2026-11-24T15:00"))).isPresent();
        assertThat(paused.pausedAt(berlin("2026-11-24T18:00"))).isEmpty();
    }

    @Test
    void a_pause_that_ends_early_counts_until_then() {
        Course paused = new Course(
                TUESDAY_TEN,
                with(course(minutes(240))
                        .paused(
                                berlin("2026-11-24T11:00"),
                                berlin("2026-11-24T18:00"),
                                new Written("the customer chose 18:00"))));
        Course resumed = paused.with(paused.resumed(berlin("2026-11-24T12:00"), new Written("the customer called")));

        assertThat(due(resumed)).isEqualTo(berlin("2026-11-24T15:00"));
    }

    @Test
    void another_level_during_a_pause_leaves_the_pause_as_it_is() {
        Course course = course(minutes(240));
        List<Stretch> pause = course.paused(
                berlin("2026-11-24T11:00"), berlin("2026-11-24T18:00"), new Written("the customer chose 18:00"));
        Course paused = new Course(TUESDAY_TEN, with(pause));
        Course changed = paused.with(paused.changed(berlin("2026-11-24T12:00"), each -> towards(each, minutes(120))));

        assertThat(due(changed)).isEqualTo(berlin("2026-11-24T19:00"));
        assertThat(changed.pausedAt(berlin("2026-11-24T17:00"))).isPresent();
    }

    @Test
    void a_change_after_the_due_time_does_not_undo_the_breach() {
        Course course = course(minutes(60));
        Course later = course.with(course.changed(berlin("2026-11-24T12:00"), each -> towards(each, minutes(6000))));

        assertThat(due(later)).isEqualTo(berlin("2026-11-24T11:00"));
    }

    @Test
    @Tag("B8")
    void the_third_business_day_after_receipt_and_eight_weeks() {
        Instant received = Instant.parse("2026-11-24T17:05:00Z");

        assertThat(due(regulatory(received, new Target(3, Unit.BUSINESS_DAYS))))
                .isEqualTo(Instant.parse("2026-11-28T00:00:00Z"));
        assertThat(due(regulatory(received, new Target(56, Unit.CALENDAR_DAYS))))
                .isEqualTo(Instant.parse("2027-01-20T00:00:00Z"));
        assertThat(due(regulatory(received, new Target(15, Unit.BUSINESS_DAYS))))
                .isEqualTo(Instant.parse("2026-12-16T00:00:00Z"));
    }

    /** 500 random histories: each due time is the same when it is computed in one go and stretch by stretch. */
    @Test
    void failure_14_the_due_time_is_the_same_whenever_it_is_computed() {
        Random random = new Random(14);
        for (int round = 0; round < 500; round++) {
            List<Stretch> written =
                    new ArrayList<>(List.of(stretch(0, TUESDAY_TEN, minutes(60 + random.nextInt(3000)))));
            Instant now = TUESDAY_TEN;
            Instant stored = due(new Course(TUESDAY_TEN, written));
            for (int change = 0; change < 6; change++) {
                now = now.plusSeconds(random.nextInt(40_000));
                Course course = new Course(TUESDAY_TEN, written);
                if (!stored.isBefore(now)) {
                    List<Stretch> more = random.nextBoolean()
                            ? course.paused(now, now.plusSeconds(1 + random.nextInt(90_000)), new Written("waiting"))
                            : course.changed(now, each -> towards(each, minutes(60 + random.nextInt(3000))));
                    written.addAll(more);
                    stored = due(new Course(TUESDAY_TEN, written));
                    assertThat(stored).isEqualTo(due(course.with(more)));
                    assertThat(stored)
                            .as("nothing is due before it was changed")
                            .isAfterOrEqualTo(now);
                }
            }
            assertThat(due(new Course(TUESDAY_TEN, written))).isEqualTo(stored);
        }
    }

    private static List<Stretch> with(List<Stretch> pause) {
        List<Stretch> all = new ArrayList<>(List.of(stretch(0, TUESDAY_TEN, minutes(240))));
        all.addAll(pause);
        return all;
    }

    private static Course course(Target target) {
        return new Course(TUESDAY_TEN, List.of(stretch(0, TUESDAY_TEN, target)));
    }

    private static Course regulatory(Instant received, Target target) {
        return new Course(
                received, List.of(new Stretch(0, received, true, new Written("received"), target, RULE, "statutory")));
    }

    private static Stretch stretch(int seq, Instant from, Target target) {
        return new Stretch(seq, from, true, new Written("opened"), target, RULE, "old");
    }

    private static Stretch towards(Stretch each, Target target) {
        return new Stretch(each.seq(), each.from(), each.running(), each.cause(), target, RULE, each.calendar());
    }

    private static Target minutes(int minutes) {
        return Target.businessMinutes(minutes);
    }

    private static Instant due(Course course) {
        return course.due(CALENDARS::get);
    }

    private static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    private static BusinessCalendar week(String hours) {
        Map<DayOfWeek, String> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY ? "closed" : hours);
        }
        return new BusinessCalendar(BERLIN, OpeningHours.parse(week), day -> false);
    }

    private static BusinessCalendar statutory() {
        return new BusinessCalendar(ZoneId.of("Europe/London"), OpeningHours.always(), day -> false);
    }
}
