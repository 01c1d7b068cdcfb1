package org.recourse.insight.figures.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a period, each with what it means.
 *
 * @param complete whether everything on record is counted
 * @param uncounted so many cases changed and are still being counted; what changed in them is not in these figures yet
 */
public record FigureReport(
        LocalDate from,
        LocalDate to,
        LocalDate previousFrom,
        LocalDate previousTo,
        @Nullable String groupBy,
        boolean complete,
        int uncounted,
        List<Line> figures) {

    /**
     * One figure.
     *
     * @param label its name, which says when something is missing for the full figure
     * @param definition numerator, denominator and what counts
     * @param per what it is divided by
     * @param target of the house, null where it set none
     * @param parts by the figure's own subdivision (trigger, clock, kind of promise, who is charged)
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String figure,
            String label,
            String definition,
            String timeBasis,
            String per,
            String unit,
            String better,
            @Nullable Double target,
            Measure total,
            Measure previous,
            List<Group> groups,
            List<Group> parts) {}

    /** The same figure for a part of what counts. */
    public record Group(String group, String per, Measure measure) {}
}
