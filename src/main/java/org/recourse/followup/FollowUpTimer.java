package org.recourse.followup;

import java.time.Instant;
import org.recourse.identifier.CaseNumber;

/** What we tell the process of a follow-up: when the check-in is due, after a promise changed. */
public interface FollowUpTimer {

    /** Nothing happens when no check-in of the case is waiting. */
    void due(CaseNumber caseNumber, Instant at);
}
