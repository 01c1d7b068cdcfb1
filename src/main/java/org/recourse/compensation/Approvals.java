package org.recourse.compensation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.calendar.Calendars;
import org.recourse.form.RefusedInput;
import org.recourse.form.Step;
import org.recourse.record.CaseLog;
import org.recourse.record.EventKind;
import org.recourse.record.Notices;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** Requests for money and their decisions (R17). One request of a case is open at a time. */
@Service
public class Approvals {

    private final ApprovalRows rows;
    private final Grants grants;
    private final Calendars calendars;
    private final Notices notices;
    private final CaseLog log;
    private final Clock clock;

    Approvals(ApprovalRows rows, Grants grants, Calendars calendars, Notices notices, CaseLog log, Clock clock) {
        this.calendars = calendars;
        this.notices = notices;
        this.clock = clock;
        this.rows = rows;
        this.grants = grants;
        this.log = log;
    }

    public void ask(
            Step step, ApprovalPurpose purpose, Requester requester, Compensation asked, @Nullable String reason) {
        rows.insert(
                step.caseNumber(),
                purpose,
                requester,
                asked,
                grants.earlierGoodwill(requester.customerNumber()),
                reason);
        log.happened(
                step,
                EventKind.APPROVAL,
                "%s asks for %s (%s)".formatted(requester.person(), asked.words(), purpose.value()));
    }

    public List<Approval> of(String caseNumber) {
        return rows.of(caseNumber);
    }

    public Optional<Approval> latest(String caseNumber) {
        return rows.latest(caseNumber);
    }

    /** What may be offered without asking again: the ceiling decided last, none when there is none. */
    public Compensation ceiling(String caseNumber) {
        return rows.of(caseNumber).stream()
                .filter(approval -> approval.purpose() == ApprovalPurpose.CEILING && !approval.isOpen())
                .reduce((earlier, later) -> later)
                .map(Approval::approved)
                .orElse(Compensation.none());
    }

    Approval open(String caseNumber) {
        return rows.latest(caseNumber)
                .filter(Approval::isOpen)
                .orElseThrow(() -> new IllegalStateException("No request for approval is open in " + caseNumber));
    }

    void ruled(Step step, String approver, String reason, int answerMinutes, String version) {
        Approval approval = open(step.caseNumber());
        rows.ruled(approval.id(), approver, reason, answerMinutes);
        log.happened(step, EventKind.DECIDED, "%s: %s (%s)".formatted(version, approver, reason));
    }

    /** A person decides. Of two managers the first one's decision waits for the second. */
    void decide(Step step, Approval approval, ApprovalDecision decision, Verdict verdict) {
        boolean taken;
        if (needsSecond(approval, decision)) {
            taken = rows.firstDecision(approval.id(), verdict.person(), verdict.approved(), verdict.reason());
        } else {
            taken = rows.decided(
                    approval.id(),
                    switch (decision) {
                        case APPROVE -> ApprovalState.APPROVED;
                        case REDUCE -> ApprovalState.REDUCED;
                        case REJECT -> ApprovalState.REJECTED;
                    },
                    verdict.approved().amount(0),
                    verdict.approved().amount(1),
                    verdict.person(),
                    verdict.reason());
        }
        if (!taken) {
            throw new OptimisticLockingFailureException("the request was decided by somebody else just now");
        }
        log.happened(
                step,
                EventKind.APPROVAL,
                "%s by %s: %s"
                        .formatted(
                                decision.value(),
                                verdict.person(),
                                verdict.approved().words()));
    }

    boolean needsSecond(Approval approval, ApprovalDecision decision) {
        return "two-managers".equals(approval.approver())
                && approval.firstDecidedBy() == null
                && decision != ApprovalDecision.REJECT;
    }

    /** Until when the approver has to answer, in the team's business time. */
    public Instant answerDue(String caseNumber) {
        Approval approval = open(caseNumber);
        return calendars.of(approval.team()).plusBusinessMinutes(clock.instant(), approval.answerMinutes());
    }

    /** Nobody answered in time: the next level is told and may decide as well. */
    public void askNext(Step step) {
        Approval approval = open(step.caseNumber());
        notices.tell(
                step,
                "approval-waiting",
                "%s waits for a decision on %s."
                        .formatted(approval.caseNumber(), approval.asked().words()),
                List.of(approval.team() + "-" + approval.approverRole(), approval.team() + "-manager"));
    }

    /** Decides what the table decides by itself, and says whether all was granted as asked. */
    public boolean settle(Step step) {
        Approval latest = rows.latest(step.caseNumber()).orElseThrow();
        if (latest.isOpen()) {
            boolean alone = "alone".equals(latest.approver());
            BigDecimal none = null;
            rows.decided(
                    latest.id(),
                    alone ? ApprovalState.APPROVED : ApprovalState.REJECTED,
                    alone ? latest.asked().amount(0) : none,
                    alone ? latest.asked().amount(1) : none,
                    null,
                    latest.authorityReason());
            log.happened(step, EventKind.APPROVAL, latest.authorityReason());
        }
        return rows.latest(step.caseNumber()).orElseThrow().state() == ApprovalState.APPROVED;
    }

    /** The case ended: what was asked for is not needed any more. */
    public void cancelOpen(Step step) {
        rows.latest(step.caseNumber())
                .filter(Approval::isOpen)
                .ifPresent(
                        open -> rows.decided(open.id(), ApprovalState.CANCELLED, null, null, null, "the case ended"));
    }

    /** What a person decided: the amounts approved and why. */
    record Verdict(String person, Compensation approved, String reason) {

        static Verdict of(String person, Approval approval, ApprovalDecision decision, Amounts amounts, String reason) {
            Compensation asked = approval.asked();
            Compensation approved = switch (decision) {
                case APPROVE -> asked;
                case REJECT -> Compensation.none();
                case REDUCE ->
                    Compensation.of(
                            asked.kindValue(0),
                            amounts.first(asked),
                            asked.kindValue(1),
                            amounts.second(asked),
                            asked.currency());
            };
            if (decision == ApprovalDecision.REDUCE && approved.equals(asked)) {
                throw new RefusedInput("approvedAmount", "is what was asked for; choose approve, or name less.");
            }
            return new Verdict(person, approved, reason);
        }
    }

    /** The reduced amounts as given; an absent one stays as asked. */
    record Amounts(@Nullable BigDecimal given, @Nullable BigDecimal given2) {

        @Nullable
        BigDecimal first(Compensation asked) {
            return reduced("approvedAmount", given, asked.amount(0));
        }

        @Nullable
        BigDecimal second(Compensation asked) {
            return reduced("approvedAmount2", given2, asked.amount(1));
        }

        private static @Nullable BigDecimal reduced(
                String field, @Nullable BigDecimal given, @Nullable BigDecimal asked) {
            if (given == null || asked == null) {
                return asked;
            }
            if (given.compareTo(asked) > 0) {
                throw new RefusedInput(
                        field, "is more than the %s that was asked for.".formatted(asked.toPlainString()));
            }
            return given;
        }
    }
}
