package org.recourse.compensation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.recourse.form.Answers;
import org.recourse.form.RefusedInput;
import org.recourse.text.Sentence;

/** What a person decided: the amounts approved and why. */
record Verdict(ApprovalDecision decision, Compensation approved, String reason) {

    /** @throws RefusedInput when the reason is missing, or the amounts are not less than what is at stake */
    static Verdict read(Answers answers, Compensation atStake) {
        ApprovalDecision decision = answers.requiredChoice("approvalDecision", ApprovalDecision.class);
        BigDecimal first = answers.amount("approvedAmount");
        BigDecimal second = answers.amount("approvedAmount2");
        Compensation.demandCurrency(answers, "approvedCurrency");
        String reason = decision == ApprovalDecision.APPROVE
                ? answers.text("approvalReason")
                : answers.required("approvalReason", Answers.LONG_TEXT, Sentence.of("approval.why"));
        Compensation approved = switch (decision) {
            case APPROVE -> atStake;
            case REJECT -> Compensation.none();
            case REDUCE -> reduced(atStake, first, second);
        };
        return new Verdict(decision, approved, reason == null ? "" : reason);
    }

    private static Compensation reduced(Compensation atStake, @Nullable BigDecimal first, @Nullable BigDecimal second) {
        Compensation approved = Compensation.of(
                atStake.kindValue(0),
                reduced("approvedAmount", first, atStake.amount(0)),
                atStake.kindValue(1),
                reduced("approvedAmount2", second, atStake.amount(1)),
                atStake.currency());
        if (approved.equals(atStake)) {
            throw new RefusedInput("approvedAmount", Sentence.of("approval.nothing-less"));
        }
        if (approved.isNone()) {
            throw new RefusedInput("approvalDecision", Sentence.of("approval.nothing-left"));
        }
        return approved;
    }

    /** An absent amount stays as it was. */
    private static @Nullable BigDecimal reduced(
            String field, @Nullable BigDecimal given, @Nullable BigDecimal atStake) {
        if (given == null || atStake == null) {
            return atStake;
        }
        if (given.compareTo(atStake) > 0) {
            throw new RefusedInput(field, Sentence.of("approval.more-than-asked", atStake));
        }
        return given;
    }
}
