package org.recourse.followup;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.recourse.calendar.BusinessCalendar;
import org.recourse.calendar.Calendars;
import org.recourse.escalation.letter.Letters;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.CaseState;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.form.Step;
import org.recourse.identifier.CaseNumber;
import org.recourse.identity.Roles;
import org.recourse.pages.CustomerLinks;
import org.recourse.promise.Promise;
import org.recourse.promise.PromiseChanged;
import org.recourse.promise.PromiseKind;
import org.recourse.promise.Promises;
import org.recourse.record.CaseLog;
import org.recourse.record.FollowUpHappening;
import org.recourse.record.Notices;
import org.recourse.text.Sentence;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Dates the check-in by the last promise and sends it (R20). */
@Service
public class FollowUps {

    private static final int COURTESY_CALL_BUSINESS_DAYS = 1;

    private final Cases cases;
    private final CheckIns checkIns;
    private final Promises promises;
    private final Letters letters;
    private final Calendars calendars;
    private final FollowUpTimer timer;
    private final Notices notices;
    private final CaseLog log;
    private final java.time.Clock clock;
    private final CustomerLinks links;

    FollowUps(
            Cases cases,
            CheckIns checkIns,
            Promises promises,
            Letters letters,
            Calendars calendars,
            FollowUpTimer timer,
            Notices notices,
            CaseLog log,
            java.time.Clock clock,
            CustomerLinks links) {
        this.cases = cases;
        this.checkIns = checkIns;
        this.promises = promises;
        this.letters = letters;
        this.calendars = calendars;
        this.timer = timer;
        this.notices = notices;
        this.log = log;
        this.clock = clock;
        this.links = links;
    }

    /** When and how the planned check-in takes place. */
    public CheckIn schedule(Step step) {
        CheckIn planned = latest(step.caseNumber());
        checkIns.due(planned.id(), dueAt(cases.get(step.caseNumber()), planned));
        return latest(step.caseNumber());
    }

    /** A promise was kept or moved: a waiting check-in is dated anew. */
    @EventListener
    void promiseChanged(PromiseChanged event) {
        EscalationCase settled = cases.get(event.caseNumber());
        checkIns.latest(event.caseNumber())
                .filter(waiting -> waiting.number() > 0 && waiting.dueAt() != null && waiting.token() == null)
                .filter(waiting -> settled.is(CaseField.STATE, CaseState.SETTLED))
                .ifPresent(waiting -> {
                    Instant at = dueAt(settled, waiting);
                    checkIns.due(waiting.id(), at);
                    timer.due(event.caseNumber(), at);
                });
    }

    /** Business days after the last promise was done, at the latest after it counts as broken; else after settlement. */
    private Instant dueAt(EscalationCase settled, CheckIn planned) {
        BusinessCalendar calendar = calendars.of(settled.team());
        Instant settledAt = Objects.requireNonNullElse(settled.instant(CaseField.SETTLED_AT), clock.instant());
        Instant last = promises.of(settled.number()).stream()
                .filter(promise -> promise.kind() != PromiseKind.CALLBACK)
                .map(Promise::endsAt)
                .max(Comparator.naturalOrder())
                .filter(ends -> ends.isAfter(settledAt))
                .orElse(settledAt);
        return planned.by().equals("none")
                ? last
                : awake(settled, calendar.atOnBusinessDay(last, planned.businessDays(), calendars.checkInTime()));
    }

    /** The instant itself, or the end of the quiet hours on the customer's clock. */
    private Instant awake(EscalationCase settled, Instant at) {
        return new BusinessCalendar(settled.zone(), calendars.quietHours().awake(), day -> false).nextOpening(at);
    }

    /** When the customer can be called, from now on. */
    Instant nextCall(EscalationCase settled) {
        return calendars.of(settled.team()).nextOpening(awake(settled, clock.instant()));
    }

    /** When a call that was due then counts as late, in the table's days; nobody waits for an answer to it. */
    public Instant callLate(CheckIn planned) {
        Instant due = Objects.requireNonNullElse(planned.dueAt(), clock.instant());
        return calendars
                .of(cases.get(planned.caseNumber()).team())
                .atOnBusinessDay(
                        due,
                        planned.courtesy() ? COURTESY_CALL_BUSINESS_DAYS : planned.reminderDays(),
                        calendars.checkInTime());
    }

    /** The call was not made in time: owner and supervisors are told. */
    public void callIsLate(Step step) {
        EscalationCase settled = cases.get(step.caseNumber());
        notices.tell(
                step,
                "follow-up-late",
                Sentence.of("followup.call-late", settled.number()),
                List.of(
                        settled.textOr(CaseField.SETTLED_BY, Roles.inTeam(settled.team(), Roles.SUPERVISOR)),
                        Roles.inTeam(settled.team(), Roles.SUPERVISOR)));
    }

    /** Sends the check-in with the customer's link and says until when we wait, first for a reminder. */
    public Waiting send(Step step) {
        CheckIn planned = latest(step.caseNumber());
        String token = links.newToken();
        checkIns.sent(planned.id(), token);
        EscalationCase settled = cases.get(step.caseNumber());
        letters.checkIn(settled, planned.id(), links.rating(token));
        log.happened(step, new FollowUpHappening.CheckInSent(planned.by()));
        BusinessCalendar calendar = calendars.of(settled.team());
        return new Waiting(
                awake(
                        settled,
                        calendar.atOnBusinessDay(clock.instant(), planned.reminderDays(), calendars.checkInTime())),
                calendar.atOnBusinessDay(clock.instant(), planned.answerDays(), calendars.checkInTime()));
    }

    /** Until when we wait for the customer's answer. */
    public record Waiting(Instant reminderDue, Instant noAnswerDue) {}

    public void remind(Step step) {
        CheckIn sent = latest(step.caseNumber());
        checkIns.reminded(sent.id());
        letters.reminder(cases.get(step.caseNumber()), sent.id(), links.rating(Objects.requireNonNull(sent.token())));
    }

    public void silent(Step step) {
        checkIns.unanswered(latest(step.caseNumber()).id());
        log.happened(step, new FollowUpHappening.CheckInUnanswered());
    }

    /** The check-in that was planned or made last. */
    public CheckIn latest(CaseNumber caseNumber) {
        return checkIns.latest(caseNumber)
                .orElseThrow(() -> new IllegalStateException("No check-in is planned for " + caseNumber));
    }
}
