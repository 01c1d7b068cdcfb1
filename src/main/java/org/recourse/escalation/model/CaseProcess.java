package org.recourse.escalation.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;

/** What we tell the process of a case, in the words of the business. */
public interface CaseProcess {

    /** Starts the process by its start form as the current user, and returns the number of the case it belongs to. */
    CaseNumber open(Map<String, @Nullable Object> answers);

    /** The step that waits for a person now, by its id in Tasklist. */
    Optional<String> waitingStep(CaseNumber caseNumber);

    /** The customer came back; nothing happens when the case has ended. */
    void customerContacted(CaseNumber caseNumber, String channel, String story);

    /** Something was noticed that may make the case more urgent. */
    void signalNoticed(CaseNumber caseNumber);

    /** The open steps of the case move up or down in the lists. */
    void prioritise(CaseNumber caseNumber, int priority);

    /** The customer answered an offer made in writing; nothing happens when none is waiting. */
    void offerAnswered(CaseNumber caseNumber);

    /** The customer withdrew: the case ends. @return whether there was still something to end */
    boolean withdrawn(CaseNumber caseNumber, String reason);

    /** The elements that the case is at, empty when its process has ended. */
    List<String> at(CaseNumber caseNumber);

    /** Whether the case has been through an element. */
    boolean hasPassed(CaseNumber caseNumber, String element);

    /** Leaves wherever the case is and goes on before the element; what was called from there ends. */
    void goTo(CaseNumber caseNumber, String element, String reason);

    /** A case whose process has ended goes on in a new one before the element. */
    void goOnAt(CaseNumber caseNumber, String element);

    /**
     * What the case waits for goes to somebody else: steps and calls that the one holds, and those offered to a group.
     *
     * @return whether there was such a step
     */
    boolean give(CaseNumber caseNumber, @Nullable PersonId from, PersonId to);

    /** Ends every process that runs beside the case: promises, questions, work after calls. */
    void endSideProcesses(CaseNumber caseNumber);
}
