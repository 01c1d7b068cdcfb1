package org.recourse.governance.meaning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.recourse.governance.meaning.Table.Column;
import org.recourse.governance.meaning.Table.Row;
import org.springframework.stereotype.Component;

/**
 * Some row fits whatever a table is told, and under UNIQUE never more than one. What fits can change only at the values
 * that cells name: it is enough to try these, what lies between them, and one text that no cell names.
 */
@Component
class Coverage implements Meaning.Rule {

    /** Stands for every text that no cell names. */
    static final String OTHER = "…";

    /** More combinations than a table that people can read ever has. */
    private static final int MOST_TRIED = 2_000_000;

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    @Override
    public void check(ReleaseFiles release, ReleaseFiles product, Found found) {
        for (Table table : release.tables().values()) {
            if (Set.of("FIRST", "UNIQUE").contains(table.hitPolicy())) {
                new Search(table, found).run();
            } else {
                found.add(table.file(), table.id(), "hit-policy", table.hitPolicy());
            }
        }
    }

    /** A value of an input to be tried: a text or a number. */
    private record Sample(String said, Optional<BigDecimal> number) {}

    private static final class Search {

        private final Table table;
        private final Found found;
        private final List<List<Sample>> samples = new ArrayList<>();
        private final List<BitSet> restIsAny = new ArrayList<>();
        private final Set<String> overlapping = new LinkedHashSet<>();
        private boolean gap;
        private int tried;

        Search(Table table, Found found) {
            this.table = table;
            this.found = found;
            for (int i = 0; i < table.inputs().size(); i++) {
                samples.add(samples(i));
            }
            for (int i = 0; i <= table.inputs().size(); i++) {
                restIsAny.add(restIsAny(i));
            }
        }

        void run() {
            BitSet all = new BitSet();
            all.set(0, table.rows().size());
            descend(0, all, new ArrayList<>());
            if (tried > MOST_TRIED) {
                found.add(table.file(), table.id(), "table-too-large");
            }
        }

        private BitSet restIsAny(int from) {
            BitSet rows = new BitSet();
            for (Row row : table.rows()) {
                List<Cell> cells = row.inputs();
                if (from >= cells.size()
                        || cells.subList(from, cells.size()).stream().allMatch(Cell::isAny)) {
                    rows.set(row.number() - 1);
                }
            }
            return rows;
        }

        private List<Sample> samples(int input) {
            Column column = table.inputs().get(input);
            List<Cell> cells = table.rows().stream()
                    .filter(row -> input < row.inputs().size())
                    .map(row -> row.inputs().get(input))
                    .toList();
            if (column.type().equals("boolean")) {
                return List.of(text("true"), text("false"));
            }
            return column.isNumber() ? numbers(cells, column.type()) : texts(column, cells);
        }

        private static Sample text(String text) {
            return new Sample(text, Optional.empty());
        }

        private static List<Sample> texts(Column column, List<Cell> cells) {
            Set<String> texts = new LinkedHashSet<>(column.values());
            cells.forEach(cell -> texts.addAll(cell.texts()));
            if (column.values().isEmpty()) {
                texts.add(OTHER);
            }
            return texts.stream().map(Search::text).toList();
        }

        /** Facts are never below zero: amounts, counts, days, levels. */
        private static List<Sample> numbers(List<Cell> cells, String type) {
            TreeSet<BigDecimal> bounds = new TreeSet<>(Set.of(BigDecimal.ZERO));
            cells.forEach(cell -> bounds.addAll(cell.bounds()));
            TreeSet<BigDecimal> tried = new TreeSet<>(bounds);
            BigDecimal before = null;
            for (BigDecimal bound : bounds) {
                if (before != null) {
                    tried.add(before.add(bound).divide(TWO, 4, RoundingMode.HALF_UP));
                }
                before = bound;
            }
            tried.add(bounds.last().add(BigDecimal.ONE));
            tried.removeIf(number -> number.signum() < 0);
            if (type.equals("integer")) {
                Set<BigDecimal> whole = new TreeSet<>();
                tried.forEach(number -> whole.add(number.setScale(0, RoundingMode.FLOOR)));
                tried.forEach(number -> whole.add(number.setScale(0, RoundingMode.CEILING)));
                return whole.stream().map(Search::number).toList();
            }
            return tried.stream().map(Search::number).toList();
        }

        private static Sample number(BigDecimal number) {
            return new Sample(number.stripTrailingZeros().toPlainString(), Optional.of(number));
        }

        private void descend(int input, BitSet fitting, List<String> chosen) {
            if (tried++ > MOST_TRIED || (gap && !table.hitPolicy().equals("UNIQUE"))) {
                return;
            }
            boolean unique = table.hitPolicy().equals("UNIQUE");
            BitSet sure = (BitSet) restIsAny.get(input).clone();
            sure.and(fitting);
            if (fitting.isEmpty()) {
                if (!gap) {
                    gap = true;
                    found.add(table.file(), table.id(), "gap", said(chosen));
                }
                return;
            }
            if (!sure.isEmpty() && (!unique || fitting.cardinality() == 1)) {
                return;
            }
            if (input == table.inputs().size()) {
                overlap(fitting, chosen);
                return;
            }
            for (Sample sample : samples.get(input)) {
                BitSet left = new BitSet();
                fitting.stream()
                        .filter(row -> fits(table.rows().get(row), input, sample))
                        .forEach(left::set);
                chosen.add(Results.label(table.inputs().get(input)) + ": " + sample.said());
                descend(input + 1, left, chosen);
                chosen.remove(chosen.size() - 1);
            }
        }

        private void overlap(BitSet fitting, List<String> chosen) {
            if (table.hitPolicy().equals("UNIQUE") && fitting.cardinality() > 1) {
                int one = fitting.nextSetBit(0) + 1;
                int other = fitting.nextSetBit(one) + 1;
                if (overlapping.add(one + "/" + other)) {
                    found.add(table.file(), table.rows().get(other - 1).id(), "overlap", one, other, said(chosen));
                }
            }
        }

        private static boolean fits(Row row, int input, Sample sample) {
            if (input >= row.inputs().size()) {
                return true;
            }
            Cell cell = row.inputs().get(input);
            if (!cell.readable()) {
                return false;
            }
            return sample.number().map(cell::fits).orElseGet(() -> cell.fits(sample.said()));
        }

        private static String said(List<String> chosen) {
            return String.join(", ", chosen);
        }
    }
}
