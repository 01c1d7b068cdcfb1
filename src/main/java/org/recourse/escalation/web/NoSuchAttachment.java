package org.recourse.escalation.web;

import org.recourse.identifier.CaseNumber;
import org.recourse.text.Refusal;
import org.recourse.text.Sentence;

/** The case has no file of that number. */
final class NoSuchAttachment extends Refusal {

    NoSuchAttachment(CaseNumber caseNumber, long id) {
        super(Sentence.of("case.no-such-attachment", caseNumber, String.valueOf(id)));
    }
}
