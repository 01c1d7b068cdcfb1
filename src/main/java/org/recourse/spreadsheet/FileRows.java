package org.recourse.spreadsheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.recourse.form.RefusedInput;
import org.recourse.spreadsheet.Lines.Line;
import org.recourse.text.Sentence;

/**
 * The rows of a file that a spreadsheet or another system wrote, one at a time: values separated by commas, semicolons or
 * tabs, with quotes around what holds one of them. A row that cannot be read costs that row only: reading goes on with the
 * next line.
 */
public final class FileRows implements Closeable {

    /** What Excel may write into a first line of its own, to say which separator follows. */
    private static final Pattern SEPARATOR_SAID = Pattern.compile("sep=[,;\t]", Pattern.CASE_INSENSITIVE);

    private static final List<CSVFormat> FORMATS =
            Stream.of(',', ';', '\t').map(FileRows::separatedBy).toList();

    private final Lines lines;
    private final Map<String, Integer> places;
    private final int width;
    private final List<Integer> nameless;
    private final CSVFormat format;

    /** @throws RefusedInput naming what is wrong with the columns of the first row */
    public FileRows(ReceivedFile file, FileColumns columns) throws IOException {
        lines = new Lines(file.read());
        try {
            String header = header();
            format = format(header, columns);
            List<String> names = names(header, format);
            width = names.size();
            nameless = IntStream.range(0, width)
                    .filter(at -> names.get(at).isBlank())
                    .boxed()
                    .toList();
            places = columns.places(names);
        } catch (IOException | RuntimeException refused) {
            lines.close();
            throw refused;
        }
    }

    private static CSVFormat separatedBy(char separator) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setRecordSeparator('\n')
                .setIgnoreEmptyLines(false)
                .get();
    }

    private String header() throws IOException {
        Line first = filledLine();
        if (first != null && SEPARATOR_SAID.matcher(first.text().strip()).matches()) {
            first = filledLine();
        }
        return first == null ? "" : first.text();
    }

    /** The one that makes the most known names of the first row. */
    private static CSVFormat format(String header, FileColumns columns) {
        return FORMATS.stream()
                .max(Comparator.comparingInt(tried -> columns.known(names(header, tried))))
                .orElseThrow();
    }

    private static List<String> names(String header, CSVFormat format) {
        try (CSVParser parser = CSVParser.parse(header + "\n", format)) {
            return parser.iterator().next().toList();
        } catch (IOException | UncheckedIOException | IllegalStateException unreadable) {
            return List.of();
        }
    }

    /** The next row, null at the end of the file. */
    public @Nullable FileRow next() throws IOException {
        Line first = filledLine();
        if (first == null) {
            return null;
        }
        FileRow row = read(first);
        if (row.fault() != null) {
            return row;
        }
        List<String> values = row.values();
        if (values.size() != width) {
            return faulty(row.line(), Sentence.of("import.row-width", values.size(), width));
        }
        for (int at : nameless) {
            if (!values.get(at).isBlank()) {
                return faulty(row.line(), Sentence.of("import.value-without-column", at + 1));
            }
        }
        return row;
    }

    private @Nullable Line filledLine() throws IOException {
        Line line = lines.next();
        while (line != null && line.text().isBlank()) {
            line = lines.next();
        }
        return line;
    }

    private FileRow read(Line first) throws IOException {
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

    private FileRow parsed(List<Line> taken, String text) throws IOException {
        long line = taken.get(0).number();
        if (text.length() > Lines.LONGEST && taken.size() == 1) {
            return faulty(line, Sentence.of("import.row-too-long", Lines.LONGEST));
        }
        try (CSVParser parser = CSVParser.parse(text + "\n", format)) {
            Iterator<CSVRecord> records = parser.iterator();
            CSVRecord record = records.next();
            int used = (int) parser.getCurrentLineNumber();
            if (taken.size() > 1 && used < taken.size()) {
                lines.putBack(taken.subList(Math.max(used, 1), taken.size()));
            }
            return new FileRow(line, places, record.toList(), null);
        } catch (IOException | UncheckedIOException | IllegalStateException unreadable) {
            lines.putBack(taken.subList(1, taken.size()));
            return faulty(line, Sentence.of("import.row-unreadable"));
        }
    }

    private static FileRow faulty(long line, Sentence fault) {
        return new FileRow(line, Map.of(), List.of(), fault);
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
