package org.recourse.draft;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.recourse.identifier.CaseNumber;

/** Which steps wait, and for whom. */
public interface OpenSteps {

    /** The step with that task id if it waits and the current user holds it. */
    Optional<OpenStep> heldByMe(String taskId);

    /** Those of the task ids that still wait. */
    Set<String> waiting(Collection<String> taskIds);

    record OpenStep(String taskId, CaseNumber caseNumber, String element) {}
}
