package org.recourse.compensation;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.recourse.identifier.Team;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;

/**
 * A request for money that is decided before the customer hears a figure, or after an agreement subject to approval.
 *
 * @param approver who decides according to the authority table: alone, supervisor, manager, two-managers, refuse; null
 *     until the table was asked
 * @param approved what was approved; empty when rejected
 * @param goodwillTotal what was asked for together with what the case got before, in the currency of the request
 * @param covered whether the budget had enough left when it was asked for
 * @param firstDecidedBy the first of two managers
 * @param firstDecidedFor in whose place the first one decided: that manager's authority is used too
 * @param validUntil until when it may be used; null while it is open
 * @param voidedAt when the case went to another level, another customer or to its end; null while it may be used
 * @param decidedFor in whose place it was decided; null in the decider's own
 */
public record Approval(
        long id,
        CaseNumber caseNumber,
        ApprovalPurpose purpose,
        PersonId askedBy,
        Role askedRole,
        Team team,
        String tier,
        Compensation asked,
        BigDecimal goodwillTotal,
        BigDecimal moneyBackTotal,
        BigDecimal earlierGoodwill,
        @Nullable String reason,
        @Nullable String approver,
        @Nullable Saying authorityReason,
        int answerMinutes,
        boolean covered,
        ApprovalState state,
        Compensation approved,
        @Nullable PersonId firstDecidedBy,
        @Nullable PersonId firstDecidedFor,
        @Nullable PersonId decidedBy,
        @Nullable PersonId decidedFor,
        @Nullable Instant decidedAt,
        @Nullable Instant validUntil,
        @Nullable Instant voidedAt,
        @Nullable Saying decisionReason) {

    private static final String TWO_MANAGERS = "two-managers";

    public boolean isOpen() {
        return state == ApprovalState.OPEN;
    }

    boolean isDecided() {
        return !isOpen() && state != ApprovalState.CANCELLED;
    }

    /** Whether it may be used at that moment. */
    boolean holdsAt(Instant instant) {
        return voidedAt == null && (validUntil == null || validUntil.isAfter(instant));
    }

    boolean decidedAfter(Instant instant) {
        return decidedAt != null && decidedAt.isAfter(instant);
    }

    /** Whether two managers decide, each with an authority of their own. */
    boolean needsTwo() {
        return TWO_MANAGERS.equals(approver);
    }

    /** What is to be decided: after the first of two managers, what that one approved. */
    Compensation atStake() {
        return firstDecidedBy == null ? asked : approved;
    }

    /** The role of the people who are asked. */
    public String approverRole() {
        return approver == null || needsTwo() ? "manager" : approver;
    }

    /** What became of it: {@code Reduced by Ada Byron: refund 560.00 EUR. Reason: ...}. */
    public Sentence said() {
        if (isOpen()) {
            return Sentence.of("approval.waiting", asked.said());
        }
        Compensation what = approved.isNone() ? asked : approved;
        Sentence told = Sentence.of("approval.told." + state.value(), decider(), what.said());
        Saying why = decisionReason == null ? authorityReason : decisionReason;
        return why == null ? told : Sentence.of("approval.because", told, why);
    }

    private Sentence decider() {
        return decidedBy == null ? Sentence.of("approval.the-table") : new Approver(decidedBy, decidedFor).said();
    }
}
