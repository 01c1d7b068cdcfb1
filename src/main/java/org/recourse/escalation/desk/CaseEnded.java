package org.recourse.escalation.desk;

import org.recourse.text.Refusal;
import org.recourse.text.Saying;
import org.recourse.text.Written;

/** What is asked for comes too late: the case has ended. */
public class CaseEnded extends Refusal {

    CaseEnded(Saying saying) {
        super(saying);
    }

    CaseEnded(String sentence) {
        this(new Written(sentence));
    }
}
