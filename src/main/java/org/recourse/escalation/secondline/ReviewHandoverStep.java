package org.recourse.escalation.secondline;

import static org.recourse.form.SteeringVariable.CALL_BACK_FIRST;
import static org.recourse.form.SteeringVariable.CEILING_ASKED;
import static org.recourse.form.SteeringVariable.Lasting.CUSTOMER_ON_THE_LINE;
import static org.recourse.form.SteeringVariable.Lasting.RESUME_AT;
import static org.recourse.form.SteeringVariable.SUPERVISOR_DECISION;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.callback.CallbackWish;
import org.recourse.callback.Callbacks;
import org.recourse.compensation.ApprovalPurpose;
import org.recourse.compensation.Approvals;
import org.recourse.compensation.Compensation;
import org.recourse.escalation.brief.Briefs;
import org.recourse.escalation.clocks.CaseClocks;
import org.recourse.escalation.contact.ContactKind;
import org.recourse.escalation.contact.Contacts;
import org.recourse.escalation.model.AfterCalls;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.Connection;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.offer.Untried;
import org.recourse.form.Answers;
import org.recourse.form.FormStep;
import org.recourse.form.Holder;
import org.recourse.form.Steering;
import org.recourse.form.Step;
import org.recourse.identity.CurrentUser;
import org.recourse.identity.Roles;
import org.recourse.record.CaseLog;
import org.recourse.record.HandOverHappening;
import org.recourse.record.Words;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.springframework.stereotype.Component;

/** The next level reads the brief and advises the agent, takes over, or plans a callback (R12, R13). */
@Component
class ReviewHandoverStep implements FormStep {

    private final Cases cases;
    private final Contacts contacts;
    private final SecondLine secondLine;
    private final Approvals approvals;
    private final Callbacks callbacks;
    private final AfterCalls afterCalls;
    private final CaseClocks clocks;
    private final CaseLog log;
    private final CurrentUser user;
    private final Briefs briefs;
    private final Untried untried;
    private final Speech speech;

    ReviewHandoverStep(
            Cases cases,
            Contacts contacts,
            SecondLine secondLine,
            Approvals approvals,
            Callbacks callbacks,
            AfterCalls afterCalls,
            CaseClocks clocks,
            CaseLog log,
            CurrentUser user,
            Briefs briefs,
            Untried untried,
            Speech speech) {
        this.speech = speech;
        this.briefs = briefs;
        this.untried = untried;
        this.cases = cases;
        this.contacts = contacts;
        this.secondLine = secondLine;
        this.approvals = approvals;
        this.callbacks = callbacks;
        this.afterCalls = afterCalls;
        this.clocks = clocks;
        this.log = log;
        this.user = user;
    }

    @Override
    public String form() {
        return "review-handover";
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
        data.put("hint", (briefs.hint(escalation) + " " + untried.told(escalation)).strip());
        return data;
    }

    @Override
    public Steering submit(Step step, Answers answers) {
        EscalationCase escalation = cases.get(step.caseNumber());
        ReviewDecision decision = answers.requiredChoice("supervisorDecision", ReviewDecision.class);
        CallbackWish wish = callbacks.wish(answers);
        Steering steering = decision == ReviewDecision.ADVISE
                ? advise(escalation, step, answers, wish)
                : takeOver(escalation, step, answers, decision, wish);
        clocks.answered(escalation);
        cases.save(escalation, step);
        return steering.with(SUPERVISOR_DECISION, decision.value());
    }

    /** The same agent goes on with the advice; one who could not continue is spared, the team is asked. */
    private Steering advise(EscalationCase escalation, Step step, Answers answers, CallbackWish wish) {
        String advice = answers.required("advice", Answers.LONG_TEXT, Sentence.of("secondline.advice-missing"));
        Compensation.read(answers, "ceiling");
        answers.ignore("problemGoal", "peopleGoal");
        boolean onTheLine = escalation.is(CaseField.CONNECTION, Connection.TRANSFER);
        escalation.advised(advice, user.id());
        afterCalls.end(escalation.number());
        if (!onTheLine) {
            String caller = escalation.textOr(CaseField.AGENT, Roles.inTeam(escalation.team(), Roles.AGENT));
            callbacks.want(step, 1, escalation.team(), caller, chosen(escalation, wish));
        }
        if (onTheLine) {
            contacts.begin(
                    escalation,
                    ContactKind.HAND_OVER,
                    escalation.channel().value(),
                    escalation.textOr(CaseField.AGENT, user.id().value()),
                    null);
        }
        log.happened(step, new HandOverHappening.Advised(new Words(advice)));
        return Steering.none().with(CALL_BACK_FIRST, !onTheLine).keeping(RESUME_AT, "propose");
    }

    private Steering takeOver(
            EscalationCase escalation, Step step, Answers answers, ReviewDecision decision, CallbackWish wish) {
        boolean onTheLine =
                decision == ReviewDecision.TAKE_OVER && escalation.is(CaseField.CONNECTION, Connection.TRANSFER);
        secondLine.take(escalation);
        escalation
                .noted(CaseField.PROBLEM_GOAL, answers.text("problemGoal"))
                .noted(CaseField.PEOPLE_GOAL, answers.text("peopleGoal"));
        answers.ignore("advice");
        Compensation ceiling = Compensation.read(answers, "ceiling");
        if (!ceiling.isNone()) {
            approvals.ask(
                    step,
                    ApprovalPurpose.CEILING,
                    secondLine.requester(escalation),
                    ceiling,
                    escalation.text(CaseField.PROBLEM_GOAL));
        }
        log.happened(step, new HandOverHappening.TakenOver(decision.value()));
        if (onTheLine) {
            contacts.begin(
                    escalation,
                    ContactKind.HAND_OVER,
                    escalation.channel().value(),
                    user.id().value(),
                    null);
        } else {
            callbacks.want(
                    step, escalation.level(), escalation.team(), user.id().value(), chosen(escalation, wish));
        }
        return Steering.none().with(CEILING_ASKED, !ceiling.isNone()).keeping(CUSTOMER_ON_THE_LINE, onTheLine);
    }

    /** The window named now, else the one the customer chose when the case was handed over. */
    private CallbackWish chosen(EscalationCase escalation, CallbackWish wish) {
        if (wish.from() != null) {
            return wish;
        }
        return callbacks
                .wanted(escalation.number())
                .map(earlier -> new CallbackWish(
                        earlier.windowFrom(),
                        earlier.windowTo(),
                        wish.number() == null ? earlier.number() : wish.number()))
                .orElse(wish);
    }
}
