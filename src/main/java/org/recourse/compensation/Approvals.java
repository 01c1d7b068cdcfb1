package org.recourse.compensation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.calendar.Calendars;
import org.recourse.compensation.Grants.Grant;
import org.recourse.form.Outcome;
import org.recourse.form.RefusedInput;
import org.recourse.form.Step;
import org.recourse.identifier.CaseNumber;
import org.recourse.record.CaseLog;
import org.recourse.record.MoneyHappening;
import org.recourse.record.Ruled;
import org.recourse.record.Words;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.recourse.text.Written;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** Requests for money and their decisions (R17). One request of a case is open at a time. */
@Service
public class Approvals {

    private final ApprovalRows rows;
    private final Grants grants;
    private final Agreements agreements;
    private final Calendars calendars;
    private final CaseLog log;
    private final Clock clock;

    Approvals(ApprovalRows rows, Grants grants, Agreements agreements, Calendars calendars, CaseLog log, Clock clock) {
        this.rows = rows;
        this.grants = grants;
        this.agreements = agreements;
        this.calendars = calendars;
        this.log = log;
        this.clock = clock;
    }

    /** Asks for money and holds it in the budget, as far as that has enough left. */
    public void ask(
            Step step, ApprovalPurpose purpose, Requester requester, Compensation asked, @Nullable String reason) {
        boolean covered = agreements.hold(requester, asked);
        rows.insert(step.caseNumber(), purpose, requester, asked, grants.given(requester), covered, reason);
        log.happened(
                step, new MoneyHappening.ApprovalAsked(requester.person(), asked.amounts(), purpose.value(), covered));
    }

    public List<Approval> of(CaseNumber caseNumber) {
        return rows.of(caseNumber);
    }

    public Optional<Approval> latest(CaseNumber caseNumber) {
        return rows.latest(caseNumber);
    }

    /**
     * What may be offered without asking again: the ceiling decided last, or what an approver made of an agreement. A
     * settlement uses it up; a rejected agreement leaves the ceiling as it was. It ends with its time, with the case, and
     * when the case goes to another level or another customer.
     */
    public Compensation ceiling(CaseNumber caseNumber) {
        return inForce(caseNumber).map(Approval::approved).orElse(Compensation.none());
    }

    /** Until when that may be offered; null when nothing is approved. */
    public @Nullable Instant ceilingUntil(CaseNumber caseNumber) {
        return inForce(caseNumber).map(Approval::validUntil).orElse(null);
    }

    /** The approval by which somebody else decided these amounts; null when they are on one's own authority. */
    public @Nullable Long decidedBySomebodyElse(CaseNumber caseNumber, Compensation agreed) {
        return inForce(caseNumber)
                .filter(approval -> approval.decidedBy() != null && agreed.isWithin(approval.approved()))
                .map(Approval::id)
                .orElse(null);
    }

    private Optional<Approval> inForce(CaseNumber caseNumber) {
        Instant used = grants.of(caseNumber).stream()
                .map(Grant::agreedAt)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        return rows.of(caseNumber).stream()
                .filter(approval ->
                        approval.isDecided() && approval.decidedAfter(used) && approval.holdsAt(clock.instant()))
                .filter(approval ->
                        approval.purpose() == ApprovalPurpose.CEILING || approval.state() != ApprovalState.REJECTED)
                .reduce((earlier, later) -> later);
    }

    Approval open(CaseNumber caseNumber) {
        return rows.latest(caseNumber)
                .filter(Approval::isOpen)
                .orElseThrow(() -> new IllegalStateException("No request for approval is open in " + caseNumber));
    }

    void ruled(Step step, Outcome outcome) {
        Approval approval = open(step.caseNumber());
        rows.ruled(approval.id(), outcome.text("approver"), outcome.said("reason"), outcome.number("answerMinutes"));
        log.happened(step, Ruled.of(outcome));
    }

    /**
     * A person decides. Of two managers the first one's decision waits for the second.
     *
     * @return whether a second manager is needed
     */
    boolean decide(Step step, Approval approval, Requester requester, Approver approver, Verdict verdict) {
        boolean second = needsSecond(approval, verdict.decision());
        Saying reason = new Written(verdict.reason());
        boolean taken;
        if (second) {
            taken = rows.firstDecision(approval.id(), approver, approval.asked(), verdict.approved(), reason);
        } else {
            cover(requester, approver, verdict);
            taken = rows.decided(approval, state(approval, verdict), verdict.approved(), approver, reason);
        }
        if (!taken) {
            throw new OptimisticLockingFailureException("the request was decided by somebody else just now");
        }
        if (!second) {
            keepCeiling(approval.caseNumber(), verdict.decision().said());
        }
        log.happened(
                step,
                new MoneyHappening.ApprovalDecided(
                        verdict.decision().value(),
                        approver.person(),
                        approver.forWhom(),
                        (verdict.approved().isNone() ? approval.asked() : verdict.approved()).amounts(),
                        Words.of(verdict.reason())));
        return second;
    }

    /** The budget has to have it, or a manager overdraws it and says why. */
    private void cover(Requester requester, Approver approver, Verdict verdict) {
        if (verdict.approved().isNone() || agreements.hold(requester, verdict.approved())) {
            return;
        }
        Sentence tooLittle = agreements.tooLittle(requester.team());
        if (!approver.mayOverdraw()) {
            throw new RefusedInput("approvalDecision", Sentence.of("budget.only-a-manager", tooLittle));
        }
        if (verdict.reason().isBlank()) {
            throw new RefusedInput("approvalReason", Sentence.of("budget.why-overdraw", tooLittle));
        }
        agreements.overdraw(requester, verdict.approved(), verdict.reason());
    }

    private static ApprovalState state(Approval approval, Verdict verdict) {
        if (verdict.decision() == ApprovalDecision.REJECT) {
            return ApprovalState.REJECTED;
        }
        return verdict.approved().equals(approval.asked()) ? ApprovalState.APPROVED : ApprovalState.REDUCED;
    }

    private void keepCeiling(CaseNumber caseNumber, Saying reason) {
        agreements.keepOnly(caseNumber, ceiling(caseNumber), reason);
    }

    private static boolean needsSecond(Approval approval, ApprovalDecision decision) {
        return approval.needsTwo() && approval.firstDecidedBy() == null && decision != ApprovalDecision.REJECT;
    }

    /** Until when the next one has to answer, in the team's business time: 1 for the first, 2 for the substitute. */
    public Instant answerDue(CaseNumber caseNumber, int stage) {
        Approval approval = open(caseNumber);
        return calendars
                .of(approval.team())
                .plusBusinessMinutes(clock.instant(), (long) stage * approval.answerMinutes());
    }

    /** Decides what the table decides by itself, and says whether all was granted as asked. */
    public boolean settle(Step step) {
        Approval latest = rows.latest(step.caseNumber()).orElseThrow();
        if (latest.isOpen()) {
            boolean alone = "alone".equals(latest.approver()) && latest.covered();
            Saying reason = latest.covered() ? latest.authorityReason() : agreements.tooLittle(latest.team());
            rows.decided(
                    latest,
                    alone ? ApprovalState.APPROVED : ApprovalState.REJECTED,
                    alone ? latest.asked() : Compensation.none(),
                    null,
                    reason);
            keepCeiling(latest.caseNumber(), reason == null ? Sentence.of("ledger.decided-by-the-table") : reason);
            log.happened(
                    step,
                    new MoneyHappening.ApprovalRuled(
                            alone, reason == null ? Sentence.of("ledger.decided-by-the-table") : reason));
        }
        return rows.latest(step.caseNumber()).orElseThrow().state() == ApprovalState.APPROVED;
    }

    /** The case ended: nothing that was approved is used any more, nothing asked for is needed, nothing stays reserved. */
    public void end(Step step) {
        Optional<Approval> latest = rows.latest(step.caseNumber());
        if (latest.isPresent()) {
            rows.voidAll(step.caseNumber());
        }
        cancel(step, latest);
    }

    /** The case went to another level or another customer, whom nobody has decided about. */
    public void goesElsewhere(CaseNumber caseNumber) {
        if (rows.voidAll(caseNumber)) {
            keepCeiling(caseNumber, Sentence.of("ledger.approval-ended"));
        }
    }

    /** What was asked for is not needed any more, and nothing stays reserved. */
    public void cancelOpen(Step step) {
        cancel(step, rows.latest(step.caseNumber()));
    }

    private void cancel(Step step, Optional<Approval> latest) {
        latest.filter(Approval::isOpen)
                .ifPresent(open -> rows.decided(
                        open, ApprovalState.CANCELLED, Compensation.none(), null, Sentence.of("ledger.case-ended")));
        agreements.end(step.caseNumber());
    }
}
