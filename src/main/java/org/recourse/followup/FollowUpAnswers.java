package org.recourse.followup;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.calendar.BusinessCalendar;
import org.recourse.calendar.Calendars;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.model.Settlement;
import org.recourse.form.Step;
import org.recourse.identifier.CaseNumber;
import org.recourse.identity.Roles;
import org.recourse.promise.PromiseKind;
import org.recourse.promise.Promises;
import org.recourse.record.CaseLog;
import org.recourse.record.CourseHappening;
import org.recourse.record.FollowUpHappening;
import org.recourse.record.Notices;
import org.recourse.record.Words;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.recourse.text.Written;
import org.springframework.stereotype.Service;

/** Keeps what the customer answers to a check-in, and decides what it means for the case (R20). */
@Service
public class FollowUpAnswers {

    /** Outcome of a check-in after which the customer is called although it is settled. */
    public static final String COURTESY_CALL = "courtesy-call";

    private static final int REOPENED_AT_MOST = 2;
    private static final int ONE_THING_DUE_BUSINESS_DAYS = 2;
    private static final int UNHAPPY = 2;

    private final FollowUps followUps;
    private final CheckIns checkIns;
    private final Cases cases;
    private final Promises promises;
    private final Calendars calendars;
    private final Notices notices;
    private final CaseLog log;
    private final Clock clock;

    FollowUpAnswers(
            FollowUps followUps,
            CheckIns checkIns,
            Cases cases,
            Promises promises,
            Calendars calendars,
            Notices notices,
            CaseLog log,
            Clock clock) {
        this.followUps = followUps;
        this.checkIns = checkIns;
        this.cases = cases;
        this.promises = promises;
        this.calendars = calendars;
        this.notices = notices;
        this.log = log;
        this.clock = clock;
    }

    /** Keeps the customer's answer; the first one of a check-in counts. */
    public void answer(
            Step step,
            Settled settled,
            @Nullable Integer rating,
            @Nullable String comment,
            @Nullable String enteredBy) {
        CheckIn current = followUps.latest(step.caseNumber());
        checkIns.answered(current.id(), settled, current.courtesy() ? null : rating, comment, enteredBy);
        log.happened(step, new FollowUpHappening.CheckInAnswered(settled.value(), rating, Words.of(comment)));
    }

    /**
     * What the answer means for the case: settled, courtesy-call, one-thing-left, reopen, or not-settled for good. An answer that came
     * with the message instead of by the page or a call is kept first.
     */
    public String outcome(Step step, @Nullable String settledNow, @Nullable Object rating, @Nullable String comment) {
        if (followUps.latest(step.caseNumber()).answeredAt() == null) {
            answer(step, settled(settledNow), stars(rating), comment, null);
        }
        CheckIn answered = followUps.latest(step.caseNumber());
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
        checkIns.courtesy(answered, followUps.nextCall(settled));
        log.happened(step, new FollowUpHappening.CourtesyCallPlanned(Objects.requireNonNull(answered.rating())));
        notices.tell(
                step,
                "courtesy-call",
                Sentence.of("followup.courtesy-call", settled.number(), Objects.requireNonNull(answered.rating())),
                List.of(settled.textOr(CaseField.SETTLED_BY, Roles.inTeam(settled.team(), Roles.SUPERVISOR))));
        return COURTESY_CALL;
    }

    /** The answer that a courtesy call follows; empty when another call is due. */
    Optional<CheckIn> unhappyAnswer(CaseNumber caseNumber) {
        return checkIns.latest(caseNumber)
                .filter(CheckIn::courtesy)
                .flatMap(call -> checkIns.of(caseNumber).stream()
                        .filter(rated -> !rated.courtesy() && rated.number() == call.number())
                        .findFirst());
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
        Saying what = Objects.requireNonNullElse(
                Written.orNull(answered.comment()), Sentence.of("followup.settle-what-is-left"));
        promises.make(
                step,
                escalation.team(),
                PromiseKind.SOLUTION,
                what,
                escalation.textOr(CaseField.SETTLED_BY, Roles.inTeam(escalation.team(), Roles.SUPERVISOR)),
                calendar.atOnBusinessDay(clock.instant(), ONE_THING_DUE_BUSINESS_DAYS, LocalTime.of(18, 0)));
    }

    private String reopen(Step step, EscalationCase escalation, CheckIn answered) {
        int reopened = escalation.number(CaseField.REOPENED);
        if (reopened >= REOPENED_AT_MOST || escalation.is(CaseField.OUTCOME, Settlement.FINAL_REFUSED)) {
            notices.tell(
                    step,
                    "not-settled",
                    Sentence.of("followup.not-settled", escalation.number(), reopened + 1),
                    List.of(Roles.inTeam(escalation.team(), Roles.MANAGER)));
            return "not-settled";
        }
        cases.save(escalation.foundUnsettled(), step);
        log.happened(step, new CourseHappening.Reopened(Words.of(answered.comment())));
        return "reopen";
    }
}
