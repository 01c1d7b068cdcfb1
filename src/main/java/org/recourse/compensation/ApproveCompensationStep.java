package org.recourse.compensation;

import static org.recourse.form.SteeringVariable.APPROVAL_DECISION;
import static org.recourse.form.SteeringVariable.Lasting.APPROVAL_DUE;
import static org.recourse.form.SteeringVariable.SECOND_APPROVAL_NEEDED;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.form.Answers;
import org.recourse.form.FormStep;
import org.recourse.form.Holder;
import org.recourse.form.Steering;
import org.recourse.form.Step;
import org.recourse.identifier.PersonId;
import org.recourse.identity.CurrentUser;
import org.recourse.identity.People;
import org.recourse.text.Person;
import org.recourse.text.Speech;
import org.springframework.stereotype.Component;

/** Somebody with the authority approves, reduces or rejects what was asked for (R16, R17). */
@Component
class ApproveCompensationStep implements FormStep {

    private static final int PRIORITY = 80;

    private final Approvals approvals;
    private final Approvers approvers;
    private final ApprovalForm form;
    private final Backgrounds backgrounds;
    private final People people;
    private final CurrentUser user;
    private final Speech speech;

    ApproveCompensationStep(
            Approvals approvals,
            Approvers approvers,
            ApprovalForm form,
            Backgrounds backgrounds,
            People people,
            CurrentUser user,
            Speech speech) {
        this.approvals = approvals;
        this.approvers = approvers;
        this.form = form;
        this.backgrounds = backgrounds;
        this.people = people;
        this.user = user;
        this.speech = speech;
    }

    @Override
    public String form() {
        return "approve-compensation";
    }

    /** The level's people, and substitutes from elsewhere beside them. */
    @Override
    public Holder holder(Step step) {
        Approval approval = approvals.open(step.caseNumber());
        String group = Approvers.group(approval);
        List<PersonId> members = people.membersOf(group);
        List<PersonId> fromElsewhere = approvers.of(approval).stream()
                .map(Approver::person)
                .filter(person -> !members.contains(person))
                .distinct()
                .toList();
        return Holder.group(group, PRIORITY, step.instant(APPROVAL_DUE)).andTo(fromElsewhere);
    }

    @Override
    public Map<String, @Nullable Object> show(Step step) {
        Approval approval = approvals.open(step.caseNumber());
        Map<String, @Nullable Object> data = form.of(approval);
        try {
            PersonId forWhom = approvers.demand(approval, user.id()).forWhom();
            if (forWhom != null) {
                data.compute(
                        "authorityReason",
                        (field, reason) ->
                                speech.say("approval.you-decide-for", new Person(forWhom), String.valueOf(reason)));
            }
        } catch (NotYourDecision refused) {
            data.put("hint", speech.say("approval.not-yours", refused.saying()));
        }
        return data;
    }

    @Override
    public Steering submit(Step step, Answers answers) {
        Approval approval = approvals.open(step.caseNumber());
        Approver approver = approvers.demand(approval, user.id());
        Verdict verdict = Verdict.read(answers, approval.atStake());
        boolean second = approvals.decide(step, approval, requester(approval), approver, verdict);
        return Steering.none()
                .with(APPROVAL_DECISION, verdict.decision().value())
                .with(SECOND_APPROVAL_NEEDED, second);
    }

    private Requester requester(Approval approval) {
        return new Requester(
                approval.askedBy(),
                approval.askedRole(),
                approval.team(),
                approval.tier(),
                backgrounds.of(approval.caseNumber()).customerNumber(),
                approval.caseNumber());
    }
}
