package org.recourse.escalation.model;

/** The person has no business with the case. */
public final class CaseForbidden extends RuntimeException {

    public CaseForbidden(String sentence) {
        super(sentence);
    }
}
