package org.recourse.escalation.model;

/** What we tell the process about the work after a call, which goes on beside the case. */
public interface AfterCalls {

    /** The agent wraps up after a first-line settlement. */
    void wrapUp(String caseNumber);

    /** The agent completes the brief while the next level reads it. */
    void prepareHandover(String caseNumber);

    /** The work after the call is not needed any more: the agent goes on with the case. */
    void end(String caseNumber);
}
