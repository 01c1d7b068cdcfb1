package org.recourse.escalation.firstline;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.escalation.contact.Contacts;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.model.Finding;
import org.recourse.escalation.model.RootCause;
import org.recourse.form.Answers;
import org.recourse.form.FormStep;
import org.recourse.form.Holder;
import org.recourse.form.Steering;
import org.recourse.form.Step;
import org.springframework.stereotype.Component;

/** Wrap-up after a first-line settlement: cause, own view, and the minutes that nobody types while the customer waits. */
@Component
class WrapUpStep implements FormStep {

    private static final int MINUTES_AT_MOST = 600;

    private final Cases cases;
    private final Contacts contacts;
    private final FirstLine firstLine;

    WrapUpStep(Cases cases, Contacts contacts, FirstLine firstLine) {
        this.cases = cases;
        this.contacts = contacts;
        this.firstLine = firstLine;
    }

    @Override
    public String form() {
        return "wrap-up";
    }

    @Override
    public Holder holder(Step step) {
        return firstLine.holder(cases.get(step.caseNumber()));
    }

    @Override
    public Map<String, @Nullable Object> show(Step step) {
        return new LinkedHashMap<>();
    }

    @Override
    public Steering submit(Step step, Answers answers) {
        EscalationCase escalation = cases.get(step.caseNumber());
        Integer mood = answers.number("mood", 1, 5);
        escalation
                .classified(
                        answers.choice("cause", RootCause.class),
                        answers.choice("finding", Finding.class),
                        answers.text("causeEvidence"))
                .nowInMood(mood)
                .noted(CaseField.AGENT_VIEW, answers.text("agentView"))
                .noted(CaseField.COMMENT, answers.text("comment"));
        contacts.wrappedUp(
                escalation.number(),
                escalation.textOr(CaseField.AGENT, ""),
                mood,
                answers.number("holdMinutes", 0, MINUTES_AT_MOST),
                answers.number("transfers", 0, 50));
        cases.save(escalation, step);
        return Steering.none();
    }
}
