package org.recourse.clock;

import java.time.Instant;
import org.recourse.text.Saying;

/**
 * From an instant on a clock runs or pauses, towards a target, by a rule and a calendar. Stretches are written once and
 * never changed: a later one that begins earlier takes the place of what was planned.
 *
 * @param seq order in which they were written
 * @param cause why it begins
 * @param rule where the target comes from, with its version
 * @param calendar version of the calendar that it is counted by
 */
record Stretch(int seq, Instant from, boolean running, Saying cause, Target target, Saying rule, String calendar) {

    Stretch at(int newSeq, Instant newFrom) {
        return new Stretch(newSeq, newFrom, running, cause, target, rule, calendar);
    }
}
