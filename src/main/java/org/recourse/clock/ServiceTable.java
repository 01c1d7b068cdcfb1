package org.recourse.clock;

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
    record Level(int businessMinutes, String reason, String policy) {

        String rule() {
            return "%s (%s)".formatted(reason, policy);
        }

        Target target() {
            return Target.businessMinutes(businessMinutes);
        }
    }
}
