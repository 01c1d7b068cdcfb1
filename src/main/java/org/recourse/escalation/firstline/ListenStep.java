package org.recourse.escalation.firstline;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.escalation.clocks.CaseClocks;
import org.recourse.escalation.contact.OnTheLine;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.model.ReplyBy;
import org.recourse.escalation.model.Signal;
import org.recourse.escalation.opening.Repeats;
import org.recourse.form.Answers;
import org.recourse.form.FormStep;
import org.recourse.form.Holder;
import org.recourse.form.RefusedInput;
import org.recourse.form.Steering;
import org.recourse.form.Step;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Component;

/** Listen: the story from the beginning, in the customer's words, and beside it the facts (R1). */
@Component
class ListenStep implements FormStep {

    private final Cases cases;
    private final FirstLine firstLine;
    private final OnTheLine onTheLine;
    private final CaseClocks clocks;
    private final Repeats repeats;

    ListenStep(CaseClocks clocks, Cases cases, FirstLine firstLine, OnTheLine onTheLine, Repeats repeats) {
        this.repeats = repeats;
        this.clocks = clocks;
        this.cases = cases;
        this.firstLine = firstLine;
        this.onTheLine = onTheLine;
    }

    @Override
    public String form() {
        return "listen";
    }

    @Override
    public Holder holder(Step step) {
        return firstLine.holder(cases.get(step.caseNumber()));
    }

    @Override
    public Map<String, @Nullable Object> show(Step step) {
        EscalationCase escalation = cases.get(step.caseNumber());
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("mood", CaseField.told(escalation.get(CaseField.MOOD_NOW)));
        data.put("signals", escalation.signals().stream().map(Signal::value).toList());
        data.put("hint", repeats.hint(escalation));
        return data;
    }

    @Override
    public Steering submit(Step step, Answers answers) {
        EscalationCase escalation = cases.get(step.caseNumber());
        CallState state = firstLine.callState(answers);
        takeStory(escalation, answers);
        firstLine.notice(escalation, answers);
        CallState wanted = replyBy(escalation, answers, state);
        if (wanted == CallState.GOES_ON) {
            demand(escalation, CaseField.STORY, "story", "firstline.story-missing");
            demand(escalation, CaseField.PRODUCT, "product", "firstline.product-missing");
            demand(
                    escalation,
                    CaseField.MOOD_NOW,
                    "mood",
                    onTheLine.nobody(escalation) ? "firstline.mood-of-letter-missing" : "firstline.mood-missing");
        }
        clocks.productNamed(escalation);
        firstLine.takeUp(escalation);
        Steering steering = wanted == CallState.GOES_ON && repeats.goesHigher(escalation)
                ? firstLine.handOverRepeat(escalation, step, answers)
                : firstLine.leave(escalation, step, answers, wanted, "listen");
        cases.save(escalation, step);
        return steering;
    }

    /** Who wrote is answered in writing unless the agent wants to call first: the call then begins with this step. */
    private CallState replyBy(EscalationCase escalation, Answers answers, CallState state) {
        ReplyBy given = answers.choice("replyBy", ReplyBy.class);
        if (!onTheLine.nobody(escalation)) {
            return state;
        }
        escalation.repliedTo(given == null ? ReplyBy.IN_WRITING : given);
        return state == CallState.GOES_ON && given == ReplyBy.CALL_FIRST ? CallState.CALL_BACK : state;
    }

    private static void takeStory(EscalationCase escalation, Answers answers) {
        String story = answers.text("story");
        String title = answers.text("title", Answers.SHORT_TEXT);
        escalation
                .noted(CaseField.STORY, story)
                .noted(CaseField.TITLE, title)
                .noted(CaseField.PRODUCT, answers.text("product", Answers.SHORT_TEXT))
                .noted(CaseField.EFFECT, answers.text("effect"))
                .noted(CaseField.DESIRED_OUTCOME, answers.text("desiredOutcome"))
                .noted(CaseField.FACTS, answers.text("facts"))
                .noted(CaseField.CORRECTION, answers.text("correction"));
    }

    private static void demand(EscalationCase escalation, CaseField known, String field, String key) {
        if (!escalation.has(known)) {
            throw new RefusedInput(field, Sentence.of(key));
        }
    }
}
