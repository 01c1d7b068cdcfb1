package org.recourse.compensation;

import static org.recourse.form.SteeringVariable.APPROVAL_DECISION;
import static org.recourse.form.SteeringVariable.Lasting.APPROVAL_DUE;
import static org.recourse.form.SteeringVariable.SECOND_APPROVAL_NEEDED;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.compensation.Approvals.Amounts;
import org.recourse.compensation.Approvals.Verdict;
import org.recourse.form.Answers;
import org.recourse.form.FormStep;
import org.recourse.form.Holder;
import org.recourse.form.Steering;
import org.recourse.form.Step;
import org.recourse.identity.CurrentUser;
import org.springframework.stereotype.Component;

/** Somebody with the authority approves, reduces or rejects what was asked for (R16, R17). */
@Component
class ApproveCompensationStep implements FormStep {

    private static final int PRIORITY = 80;

    private final Approvals approvals;
    private final Grants grants;
    private final Participants participants;
    private final CurrentUser user;

    ApproveCompensationStep(Approvals approvals, Grants grants, Participants participants, CurrentUser user) {
        this.approvals = approvals;
        this.grants = grants;
        this.participants = participants;
        this.user = user;
    }

    @Override
    public String form() {
        return "approve-compensation";
    }

    @Override
    public Holder holder(Step step) {
        Approval approval = approvals.open(step.caseNumber());
        Instant due = step.instant(APPROVAL_DUE);
        return Holder.group(approval.team() + "-" + approval.approverRole(), PRIORITY, due);
    }

    @Override
    public Map<String, @Nullable Object> show(Step step) {
        Approval approval = approvals.open(step.caseNumber());
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put(
                "requestText",
                "%s asks for %s, %s."
                        .formatted(
                                approval.askedBy(),
                                approval.asked().words(),
                                approval.purpose() == ApprovalPurpose.CEILING
                                        ? "as a ceiling before the call"
                                        : "agreed with the customer subject to approval"));
        data.put("requestReason", approval.reason());
        data.put("authorityReason", approval.authorityReason());
        data.put("givenBefore", grants.givenBefore(approval.caseNumber()));
        return data;
    }

    @Override
    public Steering submit(Step step, Answers answers) {
        Approval approval = approvals.open(step.caseNumber());
        demandFourEyes(approval);
        ApprovalDecision decision = answers.requiredChoice("approvalDecision", ApprovalDecision.class);
        Amounts amounts = new Amounts(answers.amount("approvedAmount"), answers.amount("approvedAmount2"));
        String reason = decision == ApprovalDecision.APPROVE
                ? answers.text("approvalReason")
                : answers.required(
                        "approvalReason",
                        Answers.LONG_TEXT,
                        "is missing: say why, in words that the one who asked can use with the customer.");
        boolean second = approvals.needsSecond(approval, decision);
        approvals.decide(
                step,
                approval,
                decision,
                Verdict.of(user.id(), approval, decision, amounts, reason == null ? "" : reason));
        return Steering.none().with(APPROVAL_DECISION, decision.value()).with(SECOND_APPROVAL_NEEDED, second);
    }

    private void demandFourEyes(Approval approval) {
        String person = user.id();
        if (person.equals(approval.askedBy())) {
            throw new NotYourDecision("you asked for this amount; somebody else has to decide.");
        }
        if (person.equals(approval.firstDecidedBy())) {
            throw new NotYourDecision("you decided first; the second decision is another manager's.");
        }
        if (participants.of(approval.caseNumber()).contains(person)) {
            throw new NotYourDecision("you took part in offering in this case; somebody else has to decide.");
        }
    }
}
