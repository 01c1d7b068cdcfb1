package org.recourse.followup;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.recourse.calendar.BusinessCalendar;
import org.recourse.calendar.Calendars;
import org.recourse.escalation.CaseField;
import org.recourse.escalation.CaseState;
import org.recourse.escalation.Cases;
import org.recourse.escalation.Connection;
import org.recourse.escalation.EscalationCase;
import org.recourse.escalation.HandOverTrigger;
import org.recourse.escalation.Letters;
import org.recourse.escalation.Proposal;
import org.recourse.escalation.Proposals;
import org.recourse.escalation.Settlement;
import org.recourse.form.Step;
import org.recourse.pages.CustomerLinks;
import org.recourse.promise.Promise;
import org.recourse.promise.PromiseChanged;
import org.recourse.promise.PromiseKind;
import org.recourse.promise.Promises;
import org.recourse.record.CaseLog;
import org.recourse.record.EventKind;
import org.recourse.record.Notices;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Dates the check-in by the last promise, sends it, and decides what the customer's answer means (R20). */
@Service
public class FollowUps {

    /** Outcome of a check-in after which the customer is called although it is settled. */
    public static final String COURTESY_CALL = "courtesy-call";

    private static final int REOPENED_AT_MOST = 2;
    private static final int ONE_THING_DUE_BUSINESS_DAYS = 2;
    private static final int HIGHEST_LEVEL = 3;
    private static final int UNHAPPY = 2;
    private static final int COURTESY_CALL_BUSINESS_DAYS = 1;

    private final Cases cases;
    private final CheckIns checkIns;
    private final Promises promises;
    private final Proposals proposals;
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
            Proposals proposals,
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
        this.proposals = proposals;
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
                "The follow-up call of %s has not been made yet.".formatted(settled.number()),
                List.of(
                        settled.textOr(CaseField.SETTLED_BY, settled.team() + "-supervisor"),
                        settled.team() + "-supervisor"));
    }

    /** Sends the check-in with the customer's link and says until when we wait, first for a reminder. */
    public Waiting send(Step step) {
        CheckIn planned = latest(step.caseNumber());
        String token = links.newToken();
        checkIns.sent(planned.id(), token);
        EscalationCase settled = cases.get(step.caseNumber());
        letters.checkIn(settled, planned.id(), links.rating(token));
        log.happened(step, EventKind.CHECKED_IN, planned.by());
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
        log.happened(step, EventKind.CHECKED_IN, "no answer");
    }

    /** Keeps the customer's answer; the first one of a check-in counts. */
    public void answer(
            Step step,
            Settled settled,
            @Nullable Integer rating,
            @Nullable String comment,
            @Nullable String enteredBy) {
        CheckIn current = latest(step.caseNumber());
        checkIns.answered(current.id(), settled, current.courtesy() ? null : rating, comment, enteredBy);
        log.happened(
                step,
                EventKind.CHECKED_IN,
                "%s%s%s"
                        .formatted(
                                settled.value(),
                                rating == null ? "" : ", rating " + rating,
                                comment == null || comment.isBlank() ? "" : ": " + comment));
    }

    /**
     * What the answer means for the case: settled, courtesy-call, one-thing-left, reopen, or not-settled for good. An answer that came
     * with the message instead of by the page or a call is kept first.
     */
    public String outcome(Step step, @Nullable String settledNow, @Nullable Object rating, @Nullable String comment) {
        if (latest(step.caseNumber()).answeredAt() == null) {
            answer(step, settled(settledNow), stars(rating), comment, null);
        }
        CheckIn answered = latest(step.caseNumber());
        Settled settled = Objects.requireNonNullElse(answered.settled(), Settled.YES);
        if (settled == Settled.YES) {
            return isUnhappy(answered) ? courtesyCall(step, answered) : "settled";
        }
        EscalationCase escalation = cases.get(step.caseNumber());
        if (settled == Settled.ONE_THING_LEFT && isFirstThingLeft(escalation)) {
            promiseOneThing(step, escalation, answered);
            return "one-thing-left";
        }
        return reopen(step, escalation, answered);
    }

    /** Settled, and yet not content: a rating of 1 or 2. Once. */
    private static boolean isUnhappy(CheckIn answered) {
        return !answered.courtesy() && answered.rating() != null && answered.rating() <= UNHAPPY;
    }

    private String courtesyCall(Step step, CheckIn answered) {
        EscalationCase settled = cases.get(step.caseNumber());
        checkIns.courtesy(answered, calendars.of(settled.team()).nextOpening(awake(settled, clock.instant())));
        log.happened(step, EventKind.CHECKED_IN, "settled but rated %d: a courtesy call".formatted(answered.rating()));
        return COURTESY_CALL;
    }

    private static Settled settled(@Nullable String given) {
        for (Settled settled : Settled.values()) {
            if (settled.value().equals(given)) {
                return settled;
            }
        }
        return Settled.YES;
    }

    private static @Nullable Integer stars(@Nullable Object given) {
        String text = given == null ? "" : given.toString().strip();
        return text.matches("[1-5]") ? Integer.valueOf(text) : null;
    }

    /** One more check-in follows one thing left; left again it is not settled. */
    private boolean isFirstThingLeft(EscalationCase escalation) {
        Instant settledAt = Objects.requireNonNullElse(escalation.instant(CaseField.SETTLED_AT), Instant.EPOCH);
        return checkIns.of(escalation.number()).stream()
                        .filter(checkIn -> checkIn.settled() == Settled.ONE_THING_LEFT)
                        .filter(checkIn -> checkIn.answeredAt() != null
                                && !checkIn.answeredAt().isBefore(settledAt))
                        .count()
                == 1;
    }

    private void promiseOneThing(Step step, EscalationCase escalation, CheckIn answered) {
        BusinessCalendar calendar = calendars.of(escalation.team());
        String what = answered.comment() == null || answered.comment().isBlank()
                ? "Settle the one thing that is left"
                : answered.comment();
        promises.make(
                step,
                escalation.team(),
                PromiseKind.SOLUTION,
                what,
                escalation.textOr(CaseField.SETTLED_BY, escalation.team() + "-supervisor"),
                calendar.atOnBusinessDay(clock.instant(), ONE_THING_DUE_BUSINESS_DAYS, java.time.LocalTime.of(18, 0)));
    }

    private String reopen(Step step, EscalationCase escalation, CheckIn answered) {
        int reopened = escalation.number(CaseField.REOPENED);
        if (reopened >= REOPENED_AT_MOST || escalation.is(CaseField.OUTCOME, Settlement.FINAL_REFUSED)) {
            notices.tell(
                    step,
                    "not-settled",
                    "%s is not settled after %d attempts, says the customer."
                            .formatted(escalation.number(), reopened + 1),
                    List.of(escalation.team() + "-manager"));
            return "not-settled";
        }
        escalation
                .set(CaseField.REOPENED, reopened + 1)
                .set(CaseField.CHECK_INS, 0)
                .set(CaseField.HAND_OVER_TRIGGER, HandOverTrigger.REOPENED)
                .set(CaseField.CONNECTION, Connection.CALL_BACK)
                .set(CaseField.LEVEL_WANTED, Math.min(escalation.level() + 1, HIGHEST_LEVEL))
                .set(CaseField.OUTCOME, null)
                .set(CaseField.FINAL_ANSWER, null)
                .set(CaseField.FINAL_ANSWER_ACCEPTED, null);
        cases.save(escalation, step);
        log.happened(step, EventKind.REOPENED, answered.comment());
        return "reopen";
    }

    /** Writes the offer to a customer who cannot be reached, and says until when it stands. */
    public Instant offerInWriting(Step step) {
        EscalationCase escalation = cases.get(step.caseNumber());
        CheckIn plan = latest(step.caseNumber());
        Instant until = calendars
                .of(escalation.team())
                .atOnBusinessDay(clock.instant(), plan.businessDays(), java.time.LocalTime.of(18, 0));
        String offer = proposals
                .latest(escalation.number())
                .map(FollowUps::words)
                .orElse("Please tell us when we may call you.");
        letters.offer(escalation, plan.id(), offer, until);
        return until;
    }

    private static String words(Proposal proposal) {
        String money = proposal.compensation().words();
        return money.isEmpty() ? proposal.solution() : proposal.solution() + " (" + money + ")";
    }

    /** The check-in that was planned or made last. */
    public CheckIn latest(String caseNumber) {
        return checkIns.latest(caseNumber)
                .orElseThrow(() -> new IllegalStateException("No check-in is planned for " + caseNumber));
    }
}
