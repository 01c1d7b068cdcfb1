package org.recourse.insight.figures.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recourse.insight.figures.counting.Tally;
import org.recourse.insight.figures.facts.Figure;

/**
 * A figure's value for some facts, with what it rests on.
 *
 * @param value share (0 to 1), mean in the figure's unit, or count; null when nothing counts
 * @param numerator of a share how many met it, else the sum
 * @param denominator what it was divided by
 * @param n how many things stand behind it
 * @param few fewer than thirty: too few to conclude from
 * @param mean of what was measured beside a share, e.g. of the ratings
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Measure(
        @Nullable Double value,
        double numerator,
        long denominator,
        long n,
        boolean few,
        @Nullable Double mean,
        @Nullable Double median,
        @Nullable Double p90) {

    private static final int FEW = 30;

    static Measure of(Figure figure, List<Tally> facts) {
        return of(figure, facts, number(facts));
    }

    static long number(List<Tally> facts) {
        return facts.stream().mapToLong(Tally::facts).sum();
    }

    /** @param denominator what a share is divided by, where it is not the facts themselves */
    static Measure of(Figure figure, List<Tally> facts, long denominator) {
        long number = number(facts);
        long n = Math.max(number, denominator);
        Values values = Values.of(facts);
        return switch (figure.unit()) {
            case SHARE -> {
                long met = number(facts.stream().filter(Tally::met).toList());
                Double share = denominator == 0 ? null : (double) met / denominator;
                yield new Measure(share, met, denominator, n, n < FEW, values.mean(), null, null);
            }
            case SECONDS, POINTS ->
                new Measure(
                        values.mean(),
                        values.sum(),
                        values.number(),
                        n,
                        n < FEW,
                        values.mean(),
                        values.percentile(0.5),
                        values.percentile(0.9));
            case COUNT -> new Measure((double) number, number, 1, n, false, null, null, null);
        };
    }
}
