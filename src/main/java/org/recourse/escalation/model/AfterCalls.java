package org.recourse.escalation.model;

import org.recourse.identifier.CaseNumber;

/** What we tell the process about the work after a call, which goes on beside the case. */
public interface AfterCalls {

    /** The agent wraps up after a first-line settlement. */
    void wrapUp(CaseNumber caseNumber);

    /** The agent completes the brief while the next level reads it. */
    void prepareHandover(CaseNumber caseNumber);

    /** The work after the call is not needed any more: the agent goes on with the case. */
    void end(CaseNumber caseNumber);
}
