package org.recourse.escalation.firstline;

import static org.recourse.form.SteeringVariable.CUSTOMER_ANSWER;
import static org.recourse.form.SteeringVariable.Lasting.RESUME_AT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.callback.CallbackWish;
import org.recourse.compensation.Agreements;
import org.recourse.compensation.Authority;
import org.recourse.compensation.Compensation;
import org.recourse.compensation.Requester;
import org.recourse.escalation.contact.Contacts;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.Connection;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.model.HandOverTrigger;
import org.recourse.escalation.offer.Angles;
import org.recourse.escalation.offer.CustomerAnswer;
import org.recourse.escalation.offer.Proposal;
import org.recourse.escalation.offer.Proposals;
import org.recourse.escalation.offer.Requesters;
import org.recourse.escalation.offer.Untried;
import org.recourse.form.Answers;
import org.recourse.form.FormStep;
import org.recourse.form.Holder;
import org.recourse.form.RefusedInput;
import org.recourse.form.Steering;
import org.recourse.form.Step;
import org.recourse.record.CaseEvent;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.springframework.stereotype.Component;

/** Check agreement: a closed question that covers what and by when (R6). */
@Component
class CheckAgreementStep implements FormStep {

    private final Cases cases;
    private final FirstLine firstLine;
    private final Proposals proposals;
    private final Contacts contacts;
    private final Authority authority;
    private final Agreements agreements;
    private final Requesters requesters;
    private final Untried untried;
    private final Speech speech;

    CheckAgreementStep(
            Cases cases,
            FirstLine firstLine,
            Proposals proposals,
            Contacts contacts,
            Authority authority,
            Agreements agreements,
            Requesters requesters,
            Untried untried,
            Speech speech) {
        this.speech = speech;
        this.untried = untried;
        this.cases = cases;
        this.firstLine = firstLine;
        this.proposals = proposals;
        this.contacts = contacts;
        this.authority = authority;
        this.agreements = agreements;
        this.requesters = requesters;
    }

    @Override
    public String form() {
        return "check-agreement";
    }

    @Override
    public Holder holder(Step step) {
        return firstLine.holder(cases.get(step.caseNumber()));
    }

    @Override
    public Map<String, @Nullable Object> show(Step step) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        Optional<Proposal> latest = proposals.latest(step.caseNumber());
        data.put("hint", speech.say(Angles.hint(cases.get(step.caseNumber()), proposals.of(step.caseNumber()))));
        data.put("limitText", untried.toldWithLimits(cases.get(step.caseNumber())));
        data.put(
                "closingQuestion",
                latest.map(CheckAgreementStep::closingQuestion).map(speech::say).orElse(""));
        boolean sent = latest.map(Proposal::answer)
                .filter(CustomerAnswer.UNREACHABLE.value()::equals)
                .isPresent();
        data.put("offerSent", sent);
        data.put("answerWords", sent ? contacts.latestWords(step.caseNumber()) : "");
        data.put("dueBy", latest.map(Proposal::dueBy).map(Instant::toString).orElse(""));
        return data;
    }

    private static Saying closingQuestion(Proposal proposal) {
        Instant due = proposal.dueBy();
        if (proposal.compensation().isNone()) {
            return due == null
                    ? Sentence.of("firstline.put-down", proposal.solution())
                    : Sentence.of("firstline.put-down-by", proposal.solution(), due);
        }
        Sentence money = proposal.compensation().said();
        return due == null
                ? Sentence.of("firstline.put-down-with-money", proposal.solution(), money)
                : Sentence.of("firstline.put-down-with-money-by", proposal.solution(), money, due);
    }

    @Override
    public Steering submit(Step step, Answers answers) {
        EscalationCase escalation = cases.get(step.caseNumber());
        CallState state = firstLine.callState(answers);
        CustomerAnswer answer = state == CallState.GOES_ON
                ? answers.requiredChoice("customerAnswer", CustomerAnswer.class)
                : answers.choice("customerAnswer", CustomerAnswer.class);
        if (answer == CustomerAnswer.SUBJECT_TO_APPROVAL && state == CallState.GOES_ON) {
            throw new RefusedInput("customerAnswer", Sentence.of("firstline.no-approval-here"));
        }
        if (answer == CustomerAnswer.ESCALATE) {
            answers.forgive();
        }
        String reason = answers.text("refusalReason");
        Instant dueBy = answers.instant("dueBy");
        escalation.noted(CaseField.REFUSAL_EXPLAINED, answers.text("refusalExplained"));
        firstLine.notice(escalation, answers);
        firstLine.takeUp(escalation);
        List<CaseEvent> happened = new ArrayList<>();
        Steering steering = state == CallState.GOES_ON && answer != null
                ? answered(escalation, step, answers, answer, reason, dueBy, happened)
                : firstLine.leave(escalation, step, answers, state, "check");
        firstLine.save(escalation, step, happened);
        return steering;
    }

    private Steering answered(
            EscalationCase escalation,
            Step step,
            Answers answers,
            CustomerAnswer answer,
            @Nullable String reason,
            @Nullable Instant dueBy,
            List<CaseEvent> happened) {
        if (answer == CustomerAnswer.AGREED || answer == CustomerAnswer.UNREACHABLE) {
            secure(escalation);
        }
        happened.add(proposals.answered(step, answer, reason, dueBy));
        Steering steering = firstLine
                .leave(escalation, step, answers, CallState.GOES_ON, "check")
                .with(CUSTOMER_ANSWER, answer.value());
        CallbackWish wish = firstLine.wish(answers);
        if (answer == CustomerAnswer.UNDECIDED) {
            firstLine.callBack(escalation, step, wish);
            return steering.keeping(RESUME_AT, "check");
        }
        if (answer == CustomerAnswer.ESCALATE) {
            HandOverTrigger given = answers.choice("handOverTrigger", HandOverTrigger.class);
            boolean usedUp = Angles.left(escalation, proposals.of(escalation.number())) <= 0;
            firstLine.handOver(
                    escalation,
                    step,
                    given != null ? given : usedUp ? HandOverTrigger.ANGLES_USED_UP : HandOverTrigger.DEMAND,
                    answers.choice("connection", Connection.class),
                    wish);
        }
        return steering;
    }

    /** The money of the latest offer is still within the authority, and is held, before the customer has our word in any way. */
    private void secure(EscalationCase escalation) {
        proposals
                .latest(escalation.number())
                .filter(offer -> !offer.compensation().isNone())
                .ifPresent(offer -> {
                    Requester requester = requesters.of(escalation);
                    Compensation money = offer.compensation();
                    authority.demandStillWithin(
                            requester, money, offer.proposedAt(), Sentence.of("firstline.more-was-given"));
                    agreements.secure(requester, money, null);
                });
    }
}
