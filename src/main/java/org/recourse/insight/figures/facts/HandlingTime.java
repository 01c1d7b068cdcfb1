package org.recourse.insight.figures.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/**
 * How long a contact was worked on: from its begin to the end of the work after it, without waiting for a decision on
 * money and without silences that nobody can have worked through.
 *
 * @param worked talk, hold and work after the call
 * @param idle silences longer than the limit, which are in no sum
 */
record HandlingTime(Duration worked, int idle) {

    /** A span in which the contact waited for somebody else. */
    record Wait(Instant from, Instant to) {}

    /**
     * @param signs what was done in the contact, in any order; between two signs lies either work or a silence
     */
    static HandlingTime of(Instant from, Instant to, List<Instant> signs, List<Wait> waits, Duration idleAfter) {
        TreeSet<Instant> moments = new TreeSet<>(List.of(from, to));
        signs.stream().filter(sign -> sign.isAfter(from) && sign.isBefore(to)).forEach(moments::add);
        Duration worked = Duration.ZERO;
        int idle = 0;
        Instant last = from;
        for (Instant moment : moments) {
            Duration between = Duration.between(last, moment).minus(waited(last, moment, waits));
            if (between.compareTo(idleAfter) > 0) {
                idle++;
            } else {
                worked = worked.plus(between);
            }
            last = moment;
        }
        return new HandlingTime(worked, idle);
    }

    private static Duration waited(Instant from, Instant to, List<Wait> waits) {
        Duration waited = Duration.ZERO;
        for (Wait wait : waits) {
            Instant begin = wait.from().isAfter(from) ? wait.from() : from;
            Instant end = wait.to().isBefore(to) ? wait.to() : to;
            if (end.isAfter(begin)) {
                waited = waited.plus(Duration.between(begin, end));
            }
        }
        return waited;
    }
}
