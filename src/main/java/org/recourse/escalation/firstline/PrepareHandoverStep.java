package org.recourse.escalation.firstline;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.escalation.brief.Briefs;
import org.recourse.escalation.contact.Contacts;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.model.RootCause;
import org.recourse.escalation.offer.Untried;
import org.recourse.form.Answers;
import org.recourse.form.FormStep;
import org.recourse.form.Holder;
import org.recourse.form.Steering;
import org.recourse.form.Step;
import org.springframework.stereotype.Component;

/** The agent completes the brief while the next level reads it; nothing here is demanded (R8, R10). */
@Component
class PrepareHandoverStep implements FormStep {

    private final Cases cases;
    private final Contacts contacts;
    private final FirstLine firstLine;
    private final Briefs briefs;
    private final Untried untried;

    PrepareHandoverStep(Cases cases, Contacts contacts, FirstLine firstLine, Briefs briefs, Untried untried) {
        this.cases = cases;
        this.contacts = contacts;
        this.firstLine = firstLine;
        this.briefs = briefs;
        this.untried = untried;
    }

    @Override
    public String form() {
        return "prepare-handover";
    }

    @Override
    public Holder holder(Step step) {
        return firstLine.holder(cases.get(step.caseNumber()));
    }

    @Override
    public Map<String, @Nullable Object> show(Step step) {
        EscalationCase escalation = cases.get(step.caseNumber());
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("hint", (briefs.hint(escalation) + " " + untried.toldToAgent(escalation)).strip());
        data.put("notTriedReason", escalation.text(CaseField.NOT_TRIED_REASON));
        return data;
    }

    @Override
    public Steering submit(Step step, Answers answers) {
        EscalationCase escalation = cases.get(step.caseNumber());
        String title = answers.text("title", Answers.SHORT_TEXT);
        Integer mood = answers.number("mood", 1, 5);
        escalation
                .noted(CaseField.TITLE, title)
                .noted(CaseField.FACTS, answers.text("facts"))
                .noted(CaseField.EFFECT, answers.text("effect"))
                .noted(CaseField.DESIRED_OUTCOME, answers.text("desiredOutcome"))
                .noted(CaseField.AGENT_VIEW, answers.text("agentView"))
                .classified(answers.choice("cause", RootCause.class), null, null)
                .noted(CaseField.REFUSAL_EXPLAINED, answers.text("refusalExplained"))
                .noted(CaseField.NOT_TRIED_REASON, answers.text("notTriedReason"));
        contacts.wrappedUp(escalation.number(), escalation.textOr(CaseField.AGENT, ""), mood, null, null);
        cases.save(escalation, step);
        return Steering.none();
    }
}
