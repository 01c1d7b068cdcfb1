package org.recourse.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.recourse.form.GivenText;
import org.recourse.text.Saying;

/**
 * One row of a file.
 *
 * @param line in which it begins, counted from 1
 * @param fault why it cannot be read; it then has no values
 */
record CsvRow(
        long line,
        Map<String, Integer> columns,
        List<String> values,
        @Nullable Saying fault) {

    /** The value of a column by its name in any case, without white space around it; empty when there is none. */
    String get(String column) {
        Integer at = columns.get(column.toLowerCase(Locale.ROOT));
        return at == null ? "" : GivenText.read(column, values.get(at)).strip();
    }

    boolean has(String column) {
        return columns.containsKey(column.toLowerCase(Locale.ROOT));
    }

    /** All that is filled in, by column: the same whatever the order of the columns. */
    Map<String, String> content() {
        Map<String, String> content = new TreeMap<>();
        columns.keySet().forEach(column -> {
            if (!get(column).isEmpty()) {
                content.put(column, get(column));
            }
        });
        return content;
    }
}
