package org.recourse.spreadsheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recourse.form.GivenText;
import org.recourse.form.RefusedInput;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;

/**
 * One row of a file.
 *
 * @param line in which it begins, counted from 1
 * @param fault why it cannot be read; it then has no values
 */
public record FileRow(
        long line,
        Map<String, Integer> columns,
        List<String> values,
        @Nullable Saying fault) {

    private static final int QUOTED_AT_MOST = 200;
    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT));

    /** The value of a column, without white space around it; empty when the file does not have the column. */
    public String get(String column) {
        Integer at = columns.get(FileColumns.key(column));
        return at == null ? "" : GivenText.read(column, values.get(at)).strip();
    }

    /** @throws RefusedInput naming the column when nothing stands in it */
    public String given(String column) {
        String value = get(column);
        if (value.isEmpty()) {
            throw new RefusedInput(column, Sentence.of("import.missing"));
        }
        return value;
    }

    /**
     * A day as 2026-11-24 or 24.11.2026; where the slash stands for one country's order only, the file's kind says which.
     *
     * @throws RefusedInput naming the column when it is none of them, or nothing
     */
    public LocalDate day(String column, DateTimeFormatter... also) {
        String given = given(column);
        return Stream.concat(DAYS.stream(), Stream.of(also))
                .flatMap(format -> parsed(given, format))
                .findFirst()
                .orElseThrow(() ->
                        new RefusedInput(column, Sentence.of("import.no-date", GivenText.cut(given, QUOTED_AT_MOST))));
    }

    private static Stream<LocalDate> parsed(String text, DateTimeFormatter format) {
        try {
            return Stream.of(LocalDate.parse(text, format));
        } catch (DateTimeException another) {
            return Stream.empty();
        }
    }

    /** All that is filled in, by column: the same whatever the order and the names of the columns. */
    public Map<String, String> content() {
        Map<String, String> content = new TreeMap<>();
        columns.keySet().forEach(column -> {
            if (!get(column).isEmpty()) {
                content.put(column, get(column));
            }
        });
        return content;
    }
}
