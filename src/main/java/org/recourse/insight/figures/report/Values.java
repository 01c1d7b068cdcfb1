package org.recourse.insight.figures.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.recourse.insight.figures.counting.Tally;

/** What was measured, smallest first, each with how often. */
record Values(TreeMap<Double, Long> times) {

    static Values of(List<Tally> tallies) {
        TreeMap<Double, Long> times = new TreeMap<>();
        tallies.stream()
                .filter(tally -> !Double.isNaN(tally.value()))
                .forEach(tally -> times.merge(tally.value(), tally.facts(), Long::sum));
        return new Values(times);
    }

    long number() {
        return times.values().stream().mapToLong(Long::longValue).sum();
    }

    double sum() {
        return times.entrySet().stream()
                .mapToDouble(value -> value.getKey() * value.getValue())
                .sum();
    }

    @Nullable
    Double mean() {
        return times.isEmpty() ? null : sum() / number();
    }

    /** Between the two nearest values, as spreadsheets and {@code percentile_cont} do it. */
    @Nullable
    Double percentile(double share) {
        if (times.isEmpty()) {
            return null;
        }
        double place = share * (number() - 1);
        double below = at((long) Math.floor(place));
        double above = at((long) Math.ceil(place));
        return below + (place - Math.floor(place)) * (above - below);
    }

    private double at(long place) {
        long passed = 0;
        for (Map.Entry<Double, Long> value : times.entrySet()) {
            passed += value.getValue();
            if (place < passed) {
                return value.getKey();
            }
        }
        throw new IllegalArgumentException("no place " + place);
    }
}
