package org.recourse.escalation.model;

import org.recourse.identifier.CaseNumber;
import org.recourse.text.Refusal;
import org.recourse.text.Sentence;

/** No case has that number. */
public final class NoSuchCase extends Refusal {

    public NoSuchCase(CaseNumber caseNumber) {
        super(Sentence.of("case.no-such-case", caseNumber));
    }
}
