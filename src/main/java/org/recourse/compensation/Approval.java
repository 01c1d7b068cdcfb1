package org.recourse.compensation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A request for money that is decided before the customer hears a figure, or after an agreement subject to approval.
 *
 * @param approver who decides according to the authority table: alone, supervisor, manager, two-managers, refuse; null
 *     until the table was asked
 * @param approved what was approved; empty when rejected
 * @param firstDecidedBy the first of two managers
 */
public record Approval(
        long id,
        String caseNumber,
        ApprovalPurpose purpose,
        String askedBy,
        Role askedRole,
        String team,
        String tier,
        Compensation asked,
        BigDecimal earlierGoodwill,
        @Nullable String reason,
        @Nullable String approver,
        @Nullable String authorityReason,
        int answerMinutes,
        ApprovalState state,
        Compensation approved,
        @Nullable String firstDecidedBy,
        @Nullable String decidedBy,
        @Nullable String decisionReason) {

    public boolean isOpen() {
        return state == ApprovalState.OPEN;
    }

    /** The role of the people who are asked. */
    public String approverRole() {
        return approver == null || approver.equals("two-managers") ? "manager" : approver;
    }

    /** In words for forms: {@code Reduced by manager2: refund 560.00 EUR. Reason: ...}. */
    public String words() {
        if (isOpen()) {
            return "Waiting for approval: %s.".formatted(asked.words());
        }
        String what = state == ApprovalState.REJECTED ? asked.words() : approved.words();
        String why = decisionReason == null || decisionReason.isBlank() ? authorityReason : decisionReason;
        return "%s by %s: %s.%s"
                .formatted(
                        state.value().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                                + state.value().substring(1),
                        decidedBy == null ? "the authority table" : decidedBy,
                        what,
                        why == null || why.isBlank() ? "" : " Reason: " + why);
    }
}
