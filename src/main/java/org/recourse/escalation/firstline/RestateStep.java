package org.recourse.escalation.firstline;

import static org.recourse.form.SteeringVariable.CUSTOMER_CONFIRMS;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.escalation.contact.OnTheLine;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.form.Answers;
import org.recourse.form.FormStep;
import org.recourse.form.Holder;
import org.recourse.form.Steering;
import org.recourse.form.Step;
import org.recourse.form.YesNo;
import org.recourse.record.CaseLog;
import org.recourse.record.TalkHappening;
import org.recourse.text.Speech;
import org.springframework.stereotype.Component;

/** Restate: say the problem back and hear whether it is right (R4). On no the listening opens again, filled. */
@Component
class RestateStep implements FormStep {

    private final Cases cases;
    private final FirstLine firstLine;
    private final OnTheLine onTheLine;
    private final Speech speech;
    private final CaseLog log;

    RestateStep(Cases cases, FirstLine firstLine, OnTheLine onTheLine, Speech speech, CaseLog log) {
        this.cases = cases;
        this.firstLine = firstLine;
        this.onTheLine = onTheLine;
        this.speech = speech;
        this.log = log;
    }

    @Override
    public String form() {
        return "restate";
    }

    @Override
    public Holder holder(Step step) {
        return firstLine.holder(cases.get(step.caseNumber()));
    }

    @Override
    public Map<String, @Nullable Object> show(Step step) {
        EscalationCase escalation = cases.get(step.caseNumber());
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        if (!escalation.has(CaseField.RESTATEMENT) || escalation.has(CaseField.CORRECTION)) {
            data.put("restatement", draft(escalation));
        }
        return data;
    }

    private String draft(EscalationCase escalation) {
        List<String> draft = new ArrayList<>();
        draft.add(speech.say(
                "firstline.restated-problem",
                sentence(escalation.textOr(CaseField.FACTS, escalation.textOr(CaseField.TITLE, "")))));
        if (escalation.has(CaseField.EFFECT)) {
            draft.add(speech.say("firstline.restated-effect", sentence(escalation.textOr(CaseField.EFFECT, ""))));
        }
        if (escalation.has(CaseField.DESIRED_OUTCOME)) {
            draft.add(
                    speech.say("firstline.restated-wish", sentence(escalation.textOr(CaseField.DESIRED_OUTCOME, ""))));
        }
        if (escalation.has(CaseField.CORRECTION)) {
            draft.add(
                    speech.say("firstline.restated-correction", sentence(escalation.textOr(CaseField.CORRECTION, ""))));
        }
        if (!onTheLine.nobody(escalation)) {
            draft.add(speech.say("firstline.is-that-right"));
        }
        return String.join(" ", draft);
    }

    private static String sentence(String words) {
        String stripped = words.strip();
        return stripped.matches("(?s).*[.!?…]") ? stripped : stripped + ".";
    }

    /** Who wrote cannot be asked: without an answer it goes on. */
    private @Nullable YesNo confirms(EscalationCase escalation, Answers answers, CallState state) {
        if (state == CallState.GOES_ON && !onTheLine.nobody(escalation)) {
            return answers.requiredChoice("customerConfirms", YesNo.class);
        }
        YesNo given = answers.choice("customerConfirms", YesNo.class);
        return given == null && state == CallState.GOES_ON ? YesNo.YES : given;
    }

    @Override
    public Steering submit(Step step, Answers answers) {
        EscalationCase escalation = cases.get(step.caseNumber());
        CallState state = firstLine.callState(answers);
        YesNo confirms = confirms(escalation, answers, state);
        escalation
                .noted(CaseField.RESTATEMENT, answers.text("restatement"))
                .noted(CaseField.CORRECTION, answers.text("correction"));
        if (confirms == YesNo.YES) {
            escalation.confirmed();
        }
        firstLine.notice(escalation, answers);
        firstLine.takeUp(escalation);
        Steering steering = firstLine.leave(escalation, step, answers, state, "restate");
        firstLine.save(
                escalation,
                step,
                confirms == null
                        ? List.of()
                        : List.of(log.event(step, new TalkHappening.Restated(confirms == YesNo.YES))));
        return confirms == null ? steering : steering.with(CUSTOMER_CONFIRMS, confirms.value());
    }
}
