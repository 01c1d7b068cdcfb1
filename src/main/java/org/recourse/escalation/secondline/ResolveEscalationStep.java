package org.recourse.escalation.secondline;

import static org.recourse.form.SteeringVariable.CUSTOMER_ANSWER;
import static org.recourse.form.SteeringVariable.LEVEL_LEFT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.callback.CallbackWish;
import org.recourse.callback.Callbacks;
import org.recourse.compensation.ApprovalPurpose;
import org.recourse.compensation.Approvals;
import org.recourse.compensation.Compensation;
import org.recourse.escalation.contact.Contacts;
import org.recourse.escalation.firstline.FirstLine;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.Connection;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.model.Finding;
import org.recourse.escalation.model.HandOverTrigger;
import org.recourse.escalation.model.RootCause;
import org.recourse.escalation.model.Settlement;
import org.recourse.escalation.offer.Allowance;
import org.recourse.escalation.offer.CustomerAnswer;
import org.recourse.escalation.offer.Proposals;
import org.recourse.escalation.offer.Untried;
import org.recourse.form.Answers;
import org.recourse.form.FormStep;
import org.recourse.form.Holder;
import org.recourse.form.RefusedInput;
import org.recourse.form.Steering;
import org.recourse.form.Step;
import org.recourse.form.YesNo;
import org.recourse.identity.CurrentUser;
import org.recourse.identity.People;
import org.recourse.record.CaseEvent;
import org.recourse.record.CaseLog;
import org.recourse.record.TalkHappening;
import org.recourse.record.Words;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.springframework.stereotype.Component;

/** Who took over talks to the customer: repeats the problem back, offers, closes with a closed question (R13, R14, R17). */
@Component
class ResolveEscalationStep implements FormStep {

    private final Cases cases;
    private final SecondLine secondLine;
    private final FirstLine firstLine;
    private final Proposals proposals;
    private final Approvals approvals;
    private final Callbacks callbacks;
    private final Contacts contacts;
    private final CaseLog log;
    private final CurrentUser user;
    private final Untried untried;
    private final People people;
    private final Speech speech;

    ResolveEscalationStep(
            Cases cases,
            SecondLine secondLine,
            FirstLine firstLine,
            Proposals proposals,
            Approvals approvals,
            Callbacks callbacks,
            Contacts contacts,
            CaseLog log,
            CurrentUser user,
            Untried untried,
            People people,
            Speech speech) {
        this.speech = speech;
        this.untried = untried;
        this.people = people;
        this.cases = cases;
        this.secondLine = secondLine;
        this.firstLine = firstLine;
        this.proposals = proposals;
        this.approvals = approvals;
        this.callbacks = callbacks;
        this.contacts = contacts;
        this.log = log;
        this.user = user;
    }

    @Override
    public String form() {
        return "resolve-escalation";
    }

    @Override
    public Holder holder(Step step) {
        return secondLine.holder(cases.get(step.caseNumber()));
    }

    @Override
    public Map<String, @Nullable Object> show(Step step) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        EscalationCase escalation = cases.get(step.caseNumber());
        data.put("limitText", speech.say(secondLine.limits(escalation)));
        data.put("hint", untried.told(escalation));
        // moods and restatement are taken afresh; the earlier ones are read in the brief
        data.put("restatedAs", escalation.text(CaseField.RESTATEMENT));
        data.put("restatement", "");
        data.put("speakerName", people.fullName(user.id()));
        data.put(
                "speakerRole",
                speech.say(escalation.level() >= 3 ? "secondline.as-manager" : "secondline.as-supervisor"));
        return data;
    }

    @Override
    public Steering submit(Step step, Answers answers) {
        EscalationCase escalation = cases.get(step.caseNumber());
        secondLine.take(escalation);
        CustomerAnswer answer = answers.requiredChoice("customerAnswer", CustomerAnswer.class);
        if (answer == CustomerAnswer.ANOTHER_ANGLE) {
            throw new RefusedInput("customerAnswer", Sentence.of("secondline.offer-it-here"));
        }
        List<CaseEvent> happened = new ArrayList<>();
        takeNotes(escalation, step, answers, happened);
        takeMood(escalation, answers);
        offer(escalation, step, answers, answer, happened);
        Steering steering = goOn(escalation, step, answers, answer);
        firstLine.save(escalation, step, happened);
        return steering.with(CUSTOMER_ANSWER, answer.value()).with(LEVEL_LEFT, escalation.level() < 3);
    }

    private void takeNotes(EscalationCase escalation, Step step, Answers answers, List<CaseEvent> happened) {
        String restatement = answers.text("restatement");
        YesNo confirms = answers.choice("customerConfirms", YesNo.class);
        if (confirms != null) {
            happened.add(log.event(step, new TalkHappening.Restated(confirms == YesNo.YES)));
        }
        escalation
                .noted(CaseField.RESTATEMENT, restatement == null || restatement.isEmpty() ? null : restatement)
                .noted(CaseField.REFUSAL_EXPLAINED, answers.text("refusalExplained"))
                .noted(CaseField.NO_ATTEMPT_REASON, answers.text("noAttemptReason"))
                .noted(CaseField.PROBLEM_GOAL, answers.text("problemGoal"))
                .noted(CaseField.PEOPLE_GOAL, answers.text("peopleGoal"))
                .reviewed(yes(answers, "problemGoalMet"), yes(answers, "peopleGoalMet"), yes(answers, "askedAgain"))
                .classified(
                        answers.choice("cause", RootCause.class),
                        answers.choice("finding", Finding.class),
                        answers.text("causeEvidence"));
    }

    /** Taken afresh at the start of the call, and again at its end. */
    private void takeMood(EscalationCase escalation, Answers answers) {
        Integer afresh = answers.number("moodAfresh", 1, 5);
        if (afresh != null) {
            contacts.beganInMood(escalation.number(), afresh);
            escalation.nowInMood(afresh);
        }
        firstLine.notice(escalation, answers);
    }

    private static @Nullable Boolean yes(Answers answers, String field) {
        YesNo answer = answers.choice(field, YesNo.class);
        return answer == null ? null : answer == YesNo.YES;
    }

    /** Records what was offered, and refuses a figure above ceiling and authority, whatever the customer answered to it. */
    private void offer(
            EscalationCase escalation, Step step, Answers answers, CustomerAnswer answer, List<CaseEvent> happened) {
        String solution = answers.text("solution");
        Compensation offered = Compensation.read(answers, "compensation");
        Instant dueBy = answers.instant("dueBy");
        String overdrawReason = answers.text("overdrawReason");
        boolean agreed = answer == CustomerAnswer.AGREED || answer == CustomerAnswer.SUBJECT_TO_APPROVAL;
        if (agreed && (solution == null || solution.isEmpty())) {
            throw new RefusedInput("solution", Sentence.of("secondline.agreed-missing"));
        }
        Allowance allowance = Allowance.NONE;
        if (answer != CustomerAnswer.SUBJECT_TO_APPROVAL) {
            allowance = secondLine.demandAuthority(escalation, offered, Sentence.of("secondline.offer-less-or-ask"));
        }
        if (answer == CustomerAnswer.AGREED || answer == CustomerAnswer.UNREACHABLE) {
            secondLine.secure(escalation, offered, overdrawReason);
        }
        if (answer == CustomerAnswer.SUBJECT_TO_APPROVAL) {
            if (offered.isNone()) {
                throw new RefusedInput("compensationAmount", Sentence.of("secondline.amount-to-approve-missing"));
            }
            approvals.ask(step, ApprovalPurpose.AGREEMENT, secondLine.requester(escalation), offered, solution);
        }
        String reason = answers.text("refusalReason");
        if (solution != null && !solution.isEmpty()) {
            happened.add(proposals.add(escalation, step, solution, offered, dueBy, allowance));
            happened.add(proposals.answered(step, answer, reason, dueBy));
        } else {
            happened.add(log.event(step, new TalkHappening.Answered(answer.value(), Words.of(reason))));
        }
    }

    private Steering goOn(EscalationCase escalation, Step step, Answers answers, CustomerAnswer answer) {
        CallbackWish wish = callbacks.wish(answers);
        Connection connection = answers.choice("connection", Connection.class);
        switch (answer) {
            case AGREED, SUBJECT_TO_APPROVAL -> escalation.comesOut(Settlement.AGREED);
            case ACCEPTED_NO_CHANGE -> escalation.comesOut(Settlement.ACCEPTED_NO_CHANGE);
            case UNREACHABLE -> escalation.comesOut(Settlement.UNREACHABLE);
            case UNDECIDED -> {
                contacts.end(escalation, "call-back");
                callbacks.want(
                        step, escalation.level(), escalation.team(), user.id().value(), wish);
            }
            case ESCALATE -> firstLine.handOver(escalation, step, HandOverTrigger.HIGHER_LEVEL, connection, wish);
            case ANOTHER_ANGLE -> throw new IllegalStateException("refused above");
        }
        return Steering.none();
    }
}
