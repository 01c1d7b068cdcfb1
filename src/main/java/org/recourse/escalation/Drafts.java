package org.recourse.escalation;

import java.util.List;
import java.util.Locale;
import org.recourse.form.Step;
import org.recourse.record.CaseLog;
import org.recourse.record.EventKind;
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
    private final CaseLog log;

    Drafts(Cases cases, CaseLog log) {
        this.cases = cases;
        this.log = log;
    }

    /** What is known stays as it is; what stayed blank is named in the history. */
    public void keep(Step step) {
        EscalationCase escalation = cases.get(step.caseNumber());
        List<String> blank = EXPECTED.stream()
                .filter(field -> !escalation.has(field))
                .map(field -> field.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .toList();
        log.happened(step, EventKind.LEFT_BLANK, blank.isEmpty() ? "nothing was left blank" : String.join(", ", blank));
    }
}
