package org.recourse.escalation.secondline;

import static org.recourse.form.SteeringVariable.FINAL_ANSWER_ACCEPTED;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.compensation.Compensation;
import org.recourse.escalation.firstline.FirstLine;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.model.Finding;
import org.recourse.escalation.offer.Allowance;
import org.recourse.escalation.offer.Proposals;
import org.recourse.form.Answers;
import org.recourse.form.FormStep;
import org.recourse.form.Holder;
import org.recourse.form.Steering;
import org.recourse.form.Step;
import org.recourse.form.YesNo;
import org.recourse.record.CaseEvent;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.springframework.stereotype.Component;

/** After the manager's own attempt: the final position, in writing, and whether the customer accepts it (R14). */
@Component
class DecideFinalPositionStep implements FormStep {

    private final Cases cases;
    private final SecondLine secondLine;
    private final FirstLine firstLine;
    private final Proposals proposals;
    private final FinalPositions positions;
    private final Speech speech;

    DecideFinalPositionStep(
            Cases cases,
            SecondLine secondLine,
            FirstLine firstLine,
            Proposals proposals,
            FinalPositions positions,
            Speech speech) {
        this.speech = speech;
        this.positions = positions;
        this.cases = cases;
        this.secondLine = secondLine;
        this.firstLine = firstLine;
        this.proposals = proposals;
    }

    @Override
    public String form() {
        return "decide-final-position";
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
        data.put("finalAnswer", positions.draft(escalation));
        return data;
    }

    @Override
    public Steering submit(Step step, Answers answers) {
        EscalationCase escalation = cases.get(step.caseNumber());
        secondLine.take(escalation);
        String position =
                answers.required("finalAnswer", Answers.LONG_TEXT, Sentence.of("secondline.position-missing"));
        FinalPositions.demandFilledIn(position);
        boolean accepted = answers.requiredChoice("finalAnswerAccepted", YesNo.class) == YesNo.YES;
        Compensation offered = Compensation.read(answers, "compensation");
        Instant dueBy = answers.instant("dueBy");
        Allowance allowance = secondLine.demandAuthority(escalation, offered, Sentence.of("secondline.stay-within"));
        secondLine.secure(escalation, offered, answers.text("overdrawReason"));
        firstLine.notice(escalation, answers);
        CaseEvent proposed = proposals.add(escalation, step, position, offered, dueBy, allowance);
        CaseEvent answered = proposals.answeredFinally(step, accepted, dueBy);
        escalation.finallyAnswered(position, accepted, answers.choice("finding", Finding.class));
        firstLine.save(escalation, step, List.of(proposed, answered));
        return Steering.none().with(FINAL_ANSWER_ACCEPTED, accepted ? "yes" : "no");
    }
}
