package org.recourse.escalation.model;

import org.recourse.text.Refusal;
import org.recourse.text.Saying;

/** The person has no business with the case. */
public final class CaseForbidden extends Refusal {

    public CaseForbidden(Saying saying) {
        super(saying);
    }
}
