package org.recourse.escalation.firstline;

import static org.recourse.model.AfterCallIds.USER_TASK_PREPARE_HANDOVER;
import static org.recourse.model.AfterCallIds.USER_TASK_WRAP_UP;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.draft.FormDrafts;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.form.Answers;
import org.recourse.form.FormStep;
import org.recourse.form.Step;
import org.recourse.form.Times;
import org.recourse.identifier.PersonId;
import org.recourse.record.CaseLog;
import org.recourse.record.EntryHappening;
import org.springframework.stereotype.Service;

/** What stays of the work after a call that ended by itself. */
@Service
public class Drafts {

    private static final List<CaseField> EXPECTED = List.of(
            CaseField.CAUSE,
            CaseField.AGENT_VIEW,
            CaseField.FACTS,
            CaseField.EFFECT,
            CaseField.DESIRED_OUTCOME,
            CaseField.REFUSAL_EXPLAINED);

    private final Cases cases;
    private final WrapUpStep wrapUp;
    private final PrepareHandoverStep prepareHandover;
    private final FormDrafts typed;
    private final CaseLog log;
    private final Times times;

    Drafts(
            Cases cases,
            WrapUpStep wrapUp,
            PrepareHandoverStep prepareHandover,
            FormDrafts typed,
            CaseLog log,
            Times times) {
        this.cases = cases;
        this.wrapUp = wrapUp;
        this.prepareHandover = prepareHandover;
        this.typed = typed;
        this.log = log;
        this.times = times;
    }

    /** What the agent typed and did not send goes into the case; what stayed blank is named in the history. */
    public void keep(Step step) {
        keepTyped(step, USER_TASK_WRAP_UP, wrapUp);
        keepTyped(step, USER_TASK_PREPARE_HANDOVER, prepareHandover);
        EscalationCase escalation = cases.get(step.caseNumber());
        List<String> blank = EXPECTED.stream()
                .filter(field -> !escalation.has(field))
                .map(field -> field.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        log.happened(step, new EntryHappening.LeftBlank(blank));
    }

    /** Nobody is there to correct an answer that does not fit: such a one is left out. */
    private void keepTyped(Step step, String element, FormStep form) {
        PersonId agent = cases.get(step.caseNumber()).person(CaseField.AGENT);
        Map<String, @Nullable Object> draft = agent == null ? Map.of() : typed.take(step.caseNumber(), element, agent);
        if (!draft.isEmpty()) {
            Answers answers = new Answers(draft, times::house);
            answers.forgive();
            form.submit(step, answers);
        }
    }
}
