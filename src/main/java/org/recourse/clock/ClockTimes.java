package org.recourse.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.recourse.calendar.BusinessCalendar;
import org.recourse.calendar.CalendarVersions;
import org.recourse.calendar.Calendars;
import org.recourse.identifier.Team;
import org.springframework.stereotype.Component;

/** Computes what follows from the course of a clock. People are told in working time only. */
@Component
class ClockTimes {

    private final CalendarVersions versions;
    private final Calendars calendars;
    private final ClockProperties properties;

    ClockTimes(CalendarVersions versions, Calendars calendars, ClockProperties properties) {
        this.versions = versions;
        this.calendars = calendars;
        this.properties = properties;
    }

    Instant due(Course course) {
        return course.due(versions::of);
    }

    Instant warn(Course course) {
        return course.reached(properties.warnAt(), versions::of);
    }

    /** When somebody is told of it. */
    Instant told(Team team, Instant at) {
        return calendars.of(team).nextOpening(at);
    }

    /** When its holder is told that it runs low; null when they were told already. */
    @Nullable
    Instant nextStep(CaseClock each, Instant warnAt) {
        return each.watched() ? null : told(each.team(), warnAt);
    }

    /** So much business time after the breach was told. */
    Instant managersTold(Team team, Instant due) {
        BusinessCalendar calendar = calendars.of(team);
        return calendar.plus(calendar.nextOpening(due), properties.managerAfter());
    }

    String calendarOf(Team team) {
        return versions.current(team);
    }

    /** Seconds of business time for business targets, of any time for the others; less than zero once overdue. */
    long secondsLeft(CaseClock clock, Instant now) {
        Stretch stretch = clock.course().at(now);
        if (!stretch.target().isBusinessTime()) {
            return clock.dueAt().getEpochSecond() - now.getEpochSecond();
        }
        Instant runsFrom =
                clock.course().pausedAt(now).isPresent() ? clock.course().goesOnAfter(now) : now;
        return versions.of(stretch.calendar()).between(runsFrom, clock.dueAt()).toSeconds();
    }
}
