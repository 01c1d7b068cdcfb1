package org.recourse.escalation.desk;

import org.recourse.text.Refusal;
import org.recourse.text.Saying;

/** What is asked for comes too late: the case has ended. */
public class CaseEnded extends Refusal {

    CaseEnded(Saying saying) {
        super(saying);
    }
}
