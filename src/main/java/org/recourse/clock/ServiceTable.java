package org.recourse.clock;

import org.recourse.text.Saying;
import org.recourse.text.Sentence;

/** The table of service levels, which a process owner edits ({@code ServiceLevels.dmn}). */
public interface ServiceTable {

    /** Its id, which is its file name. */
    String NAME = "ServiceLevels";

    /** The table and the version that is in force now, looked for anew. */
    String version();

    /** @param what first answer, next answer or solution */
    Level level(String what, int urgency, String tier);

    /**
     * What the table says.
     *
     * @param businessMinutes time in which the team is open
     * @param policy table and version
     */
    record Level(int businessMinutes, Saying reason, String policy) {

        Saying rule() {
            return Sentence.of("clock.rule.table", reason, policy);
        }

        Target target() {
            return Target.businessMinutes(businessMinutes);
        }
    }
}
