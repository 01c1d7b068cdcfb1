package org.recourse.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was measured, with its spread and the bound it is held against; kept in {@code target/bench.json}. */
final class Measurements {

    private static final Path FILE = Path.of("target/bench.json");

    private final Map<String, Double> values = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();

    /** Median and spread of some rounds. */
    record Rounds(double median, double least, double most, int rounds) {

        static Rounds of(List<Double> rounds) {
            double[] sorted =
                    rounds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            int middle = sorted.length / 2;
            double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
            return new Rounds(median, sorted[0], sorted[sorted.length - 1], sorted.length);
        }

        static double percentile(List<Double> all, double share) {
            double[] sorted =
                    all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
        }
    }

    void put(String key, Rounds rounds, String note) {
        values.put(key, rounds.median());
        tell(key, rounds, note);
    }

    /** Told in the table, and no figure that was asked for. */
    void tell(String key, Rounds rounds, String note) {
        line(
                key,
                rounds.median(),
                "%s .. %s in %d rounds%s"
                        .formatted(
                                plain(rounds.least()),
                                plain(rounds.most()),
                                rounds.rounds(),
                                note.isEmpty() ? "" : "; " + note));
    }

    void put(String key, double value, String note) {
        values.put(key, value);
        line(key, value, note);
    }

    /** How long a part of the benchmark took. */
    void took(String part, double seconds) {
        line("seconds for " + part, seconds, "");
    }

    double get(String key) {
        return values.get(key);
    }

    boolean has(String... keys) {
        return Arrays.stream(keys).allMatch(values::containsKey);
    }

    /** What the figures must reach, and whether they do; of the parts that ran. */
    List<String> bounds() {
        List<String> told = new ArrayList<>();
        bound(told, "whole cases against stock", atLeast(1, "casesPerSecondRatio"));
        for (String key : List.of("statementsPerCaseRatio", "commitsPerCaseRatio", "walPerCaseRatio")) {
            bound(told, key, atMost(1, key));
        }
        bound(told, "an agent's list grows", atMost(2, "taskListMs100k", "taskListMs1k"));
        bound(told, "an agent's list against stock", atLeast(9, "taskListStockMs100k", "taskListMs100k"));
        bound(told, "a case file grows", atMost(1.5, "caseFileMs100k", "caseFileMs1k"));
        bound(told, "a step grows", atMost(1.5, "stepP95Ms100k", "stepP95Ms1k"));
        bound(told, "timerLagIdleMs", atMost(5_000, "timerLagIdleMs"));
        bound(told, "timerStormPerSecondRatio", atLeast(1.5, "timerStormPerSecondRatio"));
        bound(told, "a search grows", atMost(2, "searchMs100k", "searchMs10k"));
        bound(told, "the figures page grows", atMost(2, "metricsMs100k", "metricsMs10k"));
        bound(told, "startupRatio", atMost(1.3, "startupRatio"));
        bound(told, "heapMb", atMost(512, "heapMb"));
        return told;
    }

    private record Bound(boolean reached, double value, String asked) {}

    private static void bound(List<String> told, String what, @Nullable Bound bound) {
        if (bound != null) {
            told.add("%-32s %12s   %s  %s"
                    .formatted(what, plain(bound.value()), bound.asked(), bound.reached() ? "reached" : "MISSED"));
        }
    }

    private @Nullable Bound atLeast(double least, String... keys) {
        return has(keys) ? new Bound(ratio(keys) >= least, ratio(keys), "at least " + plain(least)) : null;
    }

    private @Nullable Bound atMost(double most, String... keys) {
        return has(keys) ? new Bound(ratio(keys) <= most, ratio(keys), "at most " + plain(most)) : null;
    }

    private double ratio(String... keys) {
        return keys.length == 1 ? get(keys[0]) : get(keys[0]) / get(keys[1]);
    }

    private void line(String key, double value, String note) {
        String line = "%-32s %12s   %s".formatted(key, plain(value), note);
        lines.add(line);
        System.out.println("BENCH " + line);
    }

    private static String plain(double value) {
        return String.format(
                Locale.ROOT, Math.abs(value) >= 100 ? "%.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
    }

    /** Figures of an earlier run of other parts stay. */
    @SuppressWarnings("unchecked")
    void write() throws IOException {
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        Map<String, Object> all = new LinkedHashMap<>();
        if (Files.exists(FILE)) {
            all.putAll(json.readValue(FILE.toFile(), Map.class));
        }
        values.forEach((key, value) -> all.put(key, Math.round(value * 1000) / 1000.0));
        Files.createDirectories(FILE.getParent());
        json.writeValue(FILE.toFile(), all);
    }

    String table() {
        return String.join("\n", lines) + "\n\n" + String.join("\n", bounds());
    }
}
