package org.recourse.insight.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    static Measure of(Figure figure, List<Fact> facts) {
        return of(figure, facts, facts.size());
    }

    /** @param denominator what a share is divided by, where it is not the facts themselves */
    static Measure of(Figure figure, List<Fact> facts, long denominator) {
        long n = Math.max(facts.size(), denominator);
        double[] values = facts.stream()
                .mapToDouble(Fact::value)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        Double mean = values.length == 0 ? null : Arrays.stream(values).sum() / values.length;
        return switch (figure.unit()) {
            case SHARE -> {
                long met = facts.stream().filter(Fact::met).count();
                Double share = denominator == 0 ? null : (double) met / denominator;
                yield new Measure(share, met, denominator, n, n < FEW, mean, null, null);
            }
            case SECONDS, POINTS ->
                new Measure(
                        mean,
                        Arrays.stream(values).sum(),
                        values.length,
                        n,
                        n < FEW,
                        mean,
                        percentile(values, 0.5),
                        percentile(values, 0.9));
            case COUNT -> new Measure((double) facts.size(), facts.size(), 1, n, false, null, null, null);
        };
    }

    /** Between the two nearest values, as spreadsheets and {@code percentile_cont} do it. */
    static @Nullable Double percentile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return null;
        }
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
