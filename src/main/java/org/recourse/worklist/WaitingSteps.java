package org.recourse.worklist;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;
import org.recourse.text.Saying;

/** The waiting steps that the current user may see. */
public interface WaitingSteps {

    /** What waits behind the task ids; ids the user may not see are left out. */
    List<WaitingStep> stepsOf(Collection<String> taskIds);

    /**
     * A step and what it is about.
     *
     * @param element id in its diagram
     * @param about number of the promise to keep or of the question to answer
     */
    record WaitingStep(
            String taskId,
            CaseNumber caseNumber,
            String element,
            @Nullable Long about) {}

    /**
     * Where a case goes on: the newest step of it that the current user holds, and the call itself before work after it. A
     * promise that is due on a later day is none.
     */
    Optional<NextStep> mine(CaseNumber caseNumber);

    /** The step of the call itself that somebody else has. */
    Optional<NextStep> elsewhere(CaseNumber caseNumber);

    /**
     * A waiting step.
     *
     * @param element id in its diagram
     * @param with who holds it or is offered it
     */
    record NextStep(String taskId, String element, String name, Saying with) {}
}
