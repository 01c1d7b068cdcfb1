package org.recourse.escalation.desk;

/** What is asked for comes too late: the case has ended. */
public class CaseEnded extends RuntimeException {

    CaseEnded(String sentence) {
        super(sentence);
    }
}
