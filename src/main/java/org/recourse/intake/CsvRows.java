package org.recourse.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.recourse.form.RefusedInput;
import org.recourse.intake.Lines.Line;
import org.recourse.text.Sentence;

/**
 * The rows of a CSV file (RFC 4180, separated by commas), one at a time. A row that cannot be read costs that row only:
 * reading goes on with the next line.
 */
final class CsvRows implements Closeable {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setRecordSeparator('\n')
            .setIgnoreEmptyLines(false)
            .get();

    private final Lines lines;
    private final Map<String, Integer> columns;
    private final int width;

    /** @throws RefusedInput naming the required columns that the first row does not have */
    CsvRows(ReceivedFile file, List<String> required) throws IOException {
        lines = new Lines(file.read());
        try {
            CsvRow header = read();
            List<String> names = header == null || header.fault() != null ? List.of() : header.values();
            width = names.size();
            columns = columns(names, required);
        } catch (IOException | RuntimeException refused) {
            lines.close();
            throw refused;
        }
    }

    private static Map<String, Integer> columns(List<String> names, List<String> required) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int at = 0; at < names.size(); at++) {
            String name = names.get(at).strip().toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && places.put(name, at) != null) {
                throw new RefusedInput("file", Sentence.of("import.two-columns", names.get(at)));
            }
        }
        String missing = required.stream()
                .filter(name -> !places.containsKey(name.toLowerCase(Locale.ROOT)))
                .map("\"%s\""::formatted)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new RefusedInput("file", Sentence.of("import.no-column", missing));
        }
        return places;
    }

    /** The next row, null at the end of the file. */
    @Nullable
    CsvRow next() throws IOException {
        CsvRow row = read();
        if (row == null || row.fault() != null) {
            return row;
        }
        int found = row.values().size();
        return found == width
                ? new CsvRow(row.line(), columns, row.values(), null)
                : faulty(row.line(), Sentence.of("import.row-width", found, width));
    }

    private @Nullable CsvRow read() throws IOException {
        Line first = lines.next();
        while (first != null && first.text().isBlank()) {
            first = lines.next();
        }
        return first == null ? null : read(first);
    }

    private CsvRow read(Line first) throws IOException {
        List<Line> taken = new ArrayList<>(List.of(first));
        StringBuilder text = new StringBuilder(first.text());
        boolean open = isOdd(quotes(first.text()));
        while (open && text.length() <= Lines.LONGEST) {
            Line more = lines.next();
            if (more == null) {
                break;
            }
            taken.add(more);
            text.append('\n').append(more.text());
            open ^= isOdd(quotes(more.text()));
        }
        return parsed(taken, text.toString());
    }

    private CsvRow parsed(List<Line> taken, String text) throws IOException {
        long line = taken.get(0).number();
        if (text.length() > Lines.LONGEST && taken.size() == 1) {
            return faulty(line, Sentence.of("import.row-too-long", Lines.LONGEST));
        }
        try (CSVParser parser = CSVParser.parse(text + "\n", FORMAT)) {
            Iterator<CSVRecord> records = parser.iterator();
            CSVRecord record = records.next();
            int used = (int) parser.getCurrentLineNumber();
            if (taken.size() > 1 && used < taken.size()) {
                lines.putBack(taken.subList(Math.max(used, 1), taken.size()));
            }
            return new CsvRow(line, Map.of(), record.toList(), null);
        } catch (IOException | UncheckedIOException | IllegalStateException unreadable) {
            lines.putBack(taken.subList(1, taken.size()));
            return faulty(line, Sentence.of("import.row-unreadable"));
        }
    }

    private static CsvRow faulty(long line, Sentence fault) {
        return new CsvRow(line, Map.of(), List.of(), fault);
    }

    private static long quotes(String text) {
        return text.chars().filter(character -> character == '"').count();
    }

    private static boolean isOdd(long number) {
        return number % 2 == 1;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
