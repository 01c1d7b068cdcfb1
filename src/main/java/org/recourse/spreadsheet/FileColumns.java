package org.recourse.spreadsheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recourse.form.GivenText;
import org.recourse.form.RefusedInput;
import org.recourse.text.Sentence;

/**
 * The columns that a kind of file has. A file may have them in any order and under any of their names; a column that is
 * not known is refused, so that nothing is dropped in silence.
 */
public final class FileColumns {

    private static final int QUOTED_AT_MOST = 800;

    private final List<Column> columns;
    private final Set<String> ignored;

    private FileColumns(List<Column> columns, Set<String> ignored) {
        this.columns = columns;
        this.ignored = ignored;
    }

    public static FileColumns of(Column... columns) {
        return new FileColumns(List.of(columns), Set.of());
    }

    /** The same for a sender who names what is to be left out. */
    public FileColumns ignoring(Collection<String> names) {
        return new FileColumns(columns, names.stream().map(FileColumns::key).collect(Collectors.toSet()));
    }

    /**
     * A column of a file.
     *
     * @param synonyms what other systems call it
     */
    public record Column(String name, boolean required, List<String> synonyms) {

        public static Column required(String name, String... synonyms) {
            return new Column(name, true, List.of(synonyms));
        }

        public static Column optional(String name, String... synonyms) {
            return new Column(name, false, List.of(synonyms));
        }

        private Stream<String> names() {
            return Stream.concat(Stream.of(name), synonyms.stream());
        }
    }

    /** How many of the names in a first line are known here: the separator that makes the most of them is the file's. */
    int known(List<String> header) {
        Map<String, String> names = names();
        return (int)
                header.stream().filter(name -> names.containsKey(key(name))).count();
    }

    /**
     * The place of each column, by its {@link #key}.
     *
     * @throws RefusedInput naming what the first line has twice, has and should not, or lacks
     */
    Map<String, Integer> places(List<String> header) {
        Map<String, String> names = names();
        Map<String, Integer> places = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        for (int at = 0; at < header.size(); at++) {
            String given = header.get(at).strip();
            String column = names.get(key(given));
            if (given.isEmpty() || ignored.contains(key(given))) {
                continue;
            }
            if (column == null) {
                unknown.add(given);
            } else if (places.put(key(column), at) != null) {
                throw new RefusedInput("file", Sentence.of("import.two-columns", given));
            }
        }
        demandRequired(places);
        if (!unknown.isEmpty()) {
            throw new RefusedInput(
                    "file",
                    Sentence.of(
                            "import.unknown-columns",
                            quoted(unknown),
                            quoted(columns.stream().map(Column::name).toList())));
        }
        return places;
    }

    private void demandRequired(Map<String, Integer> places) {
        List<String> missing = columns.stream()
                .filter(Column::required)
                .map(Column::name)
                .filter(name -> !places.containsKey(key(name)))
                .toList();
        if (!missing.isEmpty()) {
            throw new RefusedInput("file", Sentence.of("import.no-column", quoted(missing)));
        }
    }

    private Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        columns.forEach(column -> column.names().forEach(name -> names.put(key(name), column.name())));
        return names;
    }

    private static String quoted(List<String> names) {
        String all = names.stream().map("\"%s\""::formatted).collect(Collectors.joining(", "));
        return GivenText.cut(all, QUOTED_AT_MOST);
    }

    /** Names differ neither by their case nor by how their words are held together: {@code Date received}, {@code date_received}. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
    }
}
