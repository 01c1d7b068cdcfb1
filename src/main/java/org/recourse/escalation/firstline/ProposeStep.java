package org.recourse.escalation.firstline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.compensation.Agreements;
import org.recourse.compensation.Authority;
import org.recourse.compensation.Compensation;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.offer.Allowance;
import org.recourse.escalation.offer.Angles;
import org.recourse.escalation.offer.Proposal;
import org.recourse.escalation.offer.Proposals;
import org.recourse.escalation.offer.Requesters;
import org.recourse.escalation.offer.Suggestions;
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

/** Propose: who does what by when, inside the agent's own authority (R5). */
@Component
class ProposeStep implements FormStep {

    private final Cases cases;
    private final FirstLine firstLine;
    private final Proposals proposals;
    private final Suggestions suggestions;
    private final Authority authority;
    private final Agreements agreements;
    private final Requesters requesters;
    private final Untried untried;
    private final Speech speech;

    ProposeStep(
            Cases cases,
            FirstLine firstLine,
            Proposals proposals,
            Suggestions suggestions,
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
        this.suggestions = suggestions;
        this.authority = authority;
        this.agreements = agreements;
        this.requesters = requesters;
    }

    @Override
    public String form() {
        return "propose-solution";
    }

    @Override
    public Holder holder(Step step) {
        return firstLine.holder(cases.get(step.caseNumber()));
    }

    @Override
    public Map<String, @Nullable Object> show(Step step) {
        EscalationCase escalation = cases.get(step.caseNumber());
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put(
                "hint",
                (speech.say(Angles.hint(escalation, proposals.of(step.caseNumber()))) + " " + untried.told(escalation))
                        .strip());
        data.put("articles", suggestions.rows(step.caseNumber()));
        data.put("limitText", speech.say("firstline.you-may-offer", authority.limits(requesters.of(escalation))));
        return data;
    }

    @Override
    public Steering submit(Step step, Answers answers) {
        EscalationCase escalation = cases.get(step.caseNumber());
        CallState state = firstLine.callState(answers);
        List<CaseEvent> happened = state == CallState.GOES_ON ? List.of(propose(escalation, step, answers)) : List.of();
        firstLine.notice(escalation, answers);
        firstLine.takeUp(escalation);
        Steering steering = firstLine.leave(escalation, step, answers, state, "propose");
        firstLine.save(escalation, step, happened);
        return steering;
    }

    private CaseEvent propose(EscalationCase escalation, Step step, Answers answers) {
        String solution = answers.required("solution", Answers.LONG_TEXT, Sentence.of("firstline.solution-missing"));
        Compensation offer = Compensation.read(answers, "compensation");
        Saying allowedBy = authority.demandAuthority(
                requesters.of(escalation), offer, Sentence.of("firstline.offer-less-or-hand-over"));
        agreements.demandBudget(requesters.of(escalation), offer);
        for (Proposal earlier : proposals.of(escalation.number())) {
            if (earlier.isRefused() && earlier.isSameAs(solution, offer)) {
                String why = earlier.refusalReason();
                throw new RefusedInput(
                        "solution",
                        why == null
                                ? Sentence.of("firstline.refused-before", earlier.number())
                                : Sentence.of("firstline.refused-before-because", earlier.number(), why));
            }
        }
        return proposals.add(
                escalation, step, solution, offer, answers.instant("dueBy"), new Allowance(allowedBy, null));
    }
}
