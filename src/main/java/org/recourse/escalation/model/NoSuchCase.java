package org.recourse.escalation.model;

/** No case has that number. */
public final class NoSuchCase extends RuntimeException {

    public NoSuchCase(String caseNumber) {
        super("There is no case " + caseNumber + ".");
    }
}
