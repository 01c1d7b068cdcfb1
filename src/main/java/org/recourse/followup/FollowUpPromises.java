package org.recourse.followup;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.recourse.calendar.BusinessCalendar;
import org.recourse.calendar.Calendars;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.identifier.CaseNumber;
import org.recourse.identity.Roles;
import org.recourse.promise.Promise;
import org.recourse.promise.PromiseKind;
import org.recourse.promise.PromiseState;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Component;

/**
 * Each check-in as the promise that it is: with owner, due time and what became of it (B3). It is read from the check-in
 * and stored nowhere else. The customer did not ask for it, so it counts in no rate of kept promises
 * (docs/decisions/promises.md).
 */
@Component
public class FollowUpPromises {

    private static final int GRACE_BUSINESS_DAYS = 2;

    private final CheckIns checkIns;
    private final Cases cases;
    private final FollowUps followUps;
    private final Calendars calendars;
    private final Clock clock;

    FollowUpPromises(CheckIns checkIns, Cases cases, FollowUps followUps, Calendars calendars, Clock clock) {
        this.checkIns = checkIns;
        this.cases = cases;
        this.followUps = followUps;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Oldest first. Their ids are less than zero: nobody reports them done but by checking in. */
    public List<Promise> of(CaseNumber caseNumber) {
        EscalationCase settled = cases.get(caseNumber);
        return checkIns.of(caseNumber).stream()
                .filter(checkIn -> checkIn.dueAt() != null && !checkIn.by().equals("none"))
                .map(checkIn -> promise(settled, checkIn))
                .toList();
    }

    private Promise promise(EscalationCase settled, CheckIn checkIn) {
        Instant dueAt = Objects.requireNonNull(checkIn.dueAt());
        boolean call = checkIn.by().equals("call");
        BusinessCalendar calendar = calendars.of(settled.team());
        Instant dueBy = call ? followUps.callLate(checkIn) : endOfDay(calendar, dueAt, 0);
        Instant brokenAt = endOfDay(calendar, dueBy, GRACE_BUSINESS_DAYS);
        Instant doneAt = call ? checkIn.answeredAt() : checkIn.sentAt();
        Instant settledAt = settled.instant(CaseField.SETTLED_AT);
        return new Promise(
                -checkIn.id(),
                settled.number(),
                PromiseKind.FOLLOW_UP,
                Sentence.of(call ? "followup.call-and-ask" : "followup.ask"),
                settled.textOr(CaseField.SETTLED_BY, Roles.inTeam(settled.team(), Roles.SUPERVISOR)),
                settledAt == null || settledAt.isAfter(dueAt) ? dueAt : settledAt,
                dueBy,
                brokenAt,
                state(settled, doneAt, dueBy, brokenAt),
                doneAt,
                null);
    }

    private static Instant endOfDay(BusinessCalendar calendar, Instant from, int businessDays) {
        return calendar.plusBusinessDays(from.atZone(calendar.zone()).toLocalDate(), businessDays)
                .atTime(LocalTime.MAX)
                .atZone(calendar.zone())
                .toInstant();
    }

    /** Nobody asks any more once the case has ended. */
    private PromiseState state(EscalationCase settled, @Nullable Instant doneAt, Instant dueBy, Instant brokenAt) {
        if (doneAt == null && !settled.isOpen()) {
            return PromiseState.CANCELLED;
        }
        Instant until = doneAt == null ? clock.instant() : doneAt;
        if (until.isAfter(brokenAt)) {
            return PromiseState.BROKEN;
        }
        return until.isAfter(dueBy) ? PromiseState.LATE : doneAt == null ? PromiseState.OPEN : PromiseState.KEPT;
    }
}
