package org.recourse.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.recourse.identifier.Team;

/** The hand-overs that nobody has taken yet. */
public interface HandOversWaiting {

    /** All of them, the most urgent first, with one query. */
    List<HandOver> all();

    /** Offers one to another group as well. */
    void offer(HandOver handOver, String group);

    /**
     * A review that waits.
     *
     * @param onTheLine whether the customer waits on the line
     * @param groups to whom it is offered
     */
    record HandOver(
            String taskId,
            CaseNumber caseNumber,
            String title,
            int urgency,
            int level,
            Team team,
            boolean onTheLine,
            @Nullable PersonId handedOverBy,
            Instant since,
            Set<String> groups) {}
}
