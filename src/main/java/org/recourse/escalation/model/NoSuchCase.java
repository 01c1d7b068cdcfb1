package org.recourse.escalation.model;

import org.recourse.text.Refusal;
import org.recourse.text.Sentence;

/** No case has that number. */
public final class NoSuchCase extends Refusal {

    public NoSuchCase(String caseNumber) {
        super(Sentence.of("case.no-such-case", caseNumber));
    }
}
