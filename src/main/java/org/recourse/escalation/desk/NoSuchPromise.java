package org.recourse.escalation.desk;

import org.recourse.identifier.CaseNumber;
import org.recourse.text.Refusal;
import org.recourse.text.Sentence;

/** The case has no promise of that number. */
public final class NoSuchPromise extends Refusal {

    NoSuchPromise(CaseNumber caseNumber, long id) {
        super(Sentence.of("case.no-such-promise", caseNumber, String.valueOf(id)));
    }
}
