package org.recourse.clock;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.Team;
import org.recourse.text.Saying;

/**
 * One clock of a case as it is stored. Its due time is a convenience for lists and jobs: the stretches say the same.
 *
 * @param number 1, 2 … in the case
 * @param version counts changes; nobody overwrites a version they have not seen
 * @param what what is owed: {@code solution}, {@code final response} …
 * @param policy name and version of the table, decision or pack that the target comes from
 * @param calendar version of the calendar it is counted by now
 * @param metBy what ends a regulatory clock in time; null for service clocks
 * @param watched whether the steps from 75 % on are under way
 * @param endedAt null while it runs
 * @param met whether it ended by what was owed; it may still have been late
 */
public record CaseClock(
        CaseNumber caseNumber,
        int number,
        int version,
        ClockKind kind,
        String what,
        Team team,
        Saying rule,
        String policy,
        String calendar,
        @Nullable String metBy,
        Instant startedAt,
        Instant warnAt,
        Instant dueAt,
        boolean watched,
        @Nullable Instant endedAt,
        boolean met,
        List<Stretch> stretches) {

    static final String FIRST_ANSWER = "first answer";
    static final String NEXT_ANSWER = "next answer";
    static final String SOLUTION = "solution";

    Course course() {
        return new Course(startedAt, stretches);
    }

    /** The same clock by another rule. */
    CaseClock by(Saying newRule, String newPolicy, String newCalendar) {
        return new CaseClock(
                caseNumber,
                number,
                version,
                kind,
                what,
                team,
                newRule,
                newPolicy,
                newCalendar,
                metBy,
                startedAt,
                warnAt,
                dueAt,
                watched,
                endedAt,
                met,
                stretches);
    }

    public boolean isOpen() {
        return endedAt == null;
    }

    /** Passed unmet at that instant. Exactly on time is met; nothing is violated after it ended. */
    public boolean isBreached(Instant now) {
        return (endedAt == null ? now : endedAt).isAfter(dueAt);
    }
}
