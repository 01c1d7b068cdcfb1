package org.recourse.promise;

import java.time.Instant;
import java.time.LocalDate;
import org.recourse.calendar.BusinessCalendar;
import org.recourse.calendar.Calendars;
import org.recourse.identifier.Team;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Dates what hangs on a promise: people are reminded and told in working time only, a promise ends when it ends. */
@Component
@EnableConfigurationProperties(PromiseProperties.class)
class PromiseTimes {

    private final Calendars calendars;
    private final PromiseProperties properties;

    PromiseTimes(Calendars calendars, PromiseProperties properties) {
        this.calendars = calendars;
        this.properties = properties;
    }

    /** When a promise is due whose due time nobody named. */
    Instant usuallyDue(Team team, PromiseKind kind, Instant from) {
        return calendars.of(team).atOnBusinessDay(from, properties.daysFor(kind), properties.usualTime());
    }

    /** So many business days after it was due, at the same time of day: not done by then it counts as broken. */
    Instant brokenAt(Team team, Instant dueBy) {
        BusinessCalendar calendar = calendars.of(team);
        LocalDate due = dueBy.atZone(calendar.zone()).toLocalDate();
        return calendar.plusBusinessDays(due, properties.brokenAfter())
                .atTime(dueBy.atZone(calendar.zone()).toLocalTime())
                .atZone(calendar.zone())
                .toInstant();
    }

    /** When people are told: before it is due with time to do it, and in working time once it is late or broken. */
    PromiseProcess.Timers timers(Team team, Promise promise, Instant now) {
        BusinessCalendar calendar = calendars.of(team);
        Instant before = calendar.minus(promise.dueBy(), properties.remindBefore());
        Instant dueSoon = before.isAfter(now) ? before : halfway(calendar, now, promise.dueBy());
        return new PromiseProcess.Timers(
                dueSoon, calendar.nextOpening(promise.dueBy()), calendar.nextOpening(promise.brokenAt()));
    }

    private static Instant halfway(BusinessCalendar calendar, Instant now, Instant dueBy) {
        return dueBy.isAfter(now)
                ? calendar.plus(now, calendar.between(now, dueBy).dividedBy(2))
                : calendar.nextOpening(now);
    }
}
