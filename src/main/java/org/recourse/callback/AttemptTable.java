package org.recourse.callback;

import java.time.Duration;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.Team;
import org.recourse.text.Saying;

/** How often a call that nobody answers is tried, which a process owner decides in a table. */
public interface AttemptTable {

    String NAME = "CallbackAttempts";

    /**
     * By the table of the release on which the case stands.
     *
     * @param level of who calls: 1 agent, 2 supervisor, 3 manager
     * @param team whose opening hours count
     */
    Limit limit(CaseNumber caseNumber, int level, Team team);

    /**
     * What the table says.
     *
     * @param attempts for each window that is booked, until the customer gets a message
     * @param spacing between the beginnings of two attempts
     * @param rule reason, table and version, for the record
     */
    record Limit(int attempts, Duration spacing, Saying rule) {}
}
