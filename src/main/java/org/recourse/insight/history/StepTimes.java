package org.recourse.insight.history;

import java.time.Instant;
import java.util.List;

/** How long cases stayed at the steps where somebody or something is waited for (R24, bottlenecks). */
public interface StepTimes {

    /** Steps that ended in the span, per process; only of cases that are in figures. */
    List<Diagram> between(Instant from, Instant to);

    /**
     * A process with its steps, the slowest first.
     *
     * @param definitionId its latest version, on which the steps can be drawn
     */
    record Diagram(String process, String name, String definitionId, List<StepTime> steps) {}

    /** Median and ninth decile in seconds. */
    record StepTime(String element, String name, long times, double median, double p90) {}
}
