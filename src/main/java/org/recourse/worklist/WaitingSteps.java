package org.recourse.worklist;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The waiting steps that the current user may see. */
public interface WaitingSteps {

    /** Case numbers by task id; ids the user may not see are left out. */
    Map<String, String> casesOf(Collection<String> taskIds);

    /** Where a case goes on: the newest step of it that the current user holds, else one that somebody else has. */
    Optional<NextStep> nextOf(String caseNumber);

    /**
     * A waiting step.
     *
     * @param mine whether the current user holds it
     * @param with who holds it or is offered it, in words
     */
    record NextStep(String taskId, String name, boolean mine, String with) {}
}
