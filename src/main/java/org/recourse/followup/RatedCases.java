package org.recourse.followup;

import org.recourse.identifier.CaseNumber;

/** What we tell the process of a follow-up: the customer has answered. */
public interface RatedCases {

    /** @return whether the follow-up still waited for the answer */
    boolean rated(CaseNumber caseNumber, Settled settled);
}
