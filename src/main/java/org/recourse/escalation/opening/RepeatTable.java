package org.recourse.escalation.opening;

import org.recourse.escalation.model.Settlement;
import org.recourse.form.Outcome;

/** The table that says at which level a repeat is heard, which a process owner edits ({@code RouteRepeat.dmn}). */
public interface RepeatTable {

    /** Its id, which is its file name. */
    String NAME = "RouteRepeat";

    /**
     * @param settledLevel level that settled the matter
     * @param outcome how it was settled, a value of {@link Settlement}
     * @param daysSince whole days since the settlement
     */
    Outcome rule(int settledLevel, String outcome, int daysSince);
}
