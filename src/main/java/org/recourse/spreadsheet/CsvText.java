package org.recourse.spreadsheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** Reads CSV of ours, and writes CSV that a spreadsheet opens without taking for a formula what somebody typed. */
public final class CsvText {

    /** What a spreadsheet begins a formula with, in both widths, and what it skips on its way there. */
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

    private CsvText() {}

    /** The rows of a file of ours, by the names in its first line. */
    public static List<CSVRecord> rowsOf(String resource) throws IOException {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var reader = new InputStreamReader(new ClassPathResource(resource).getInputStream(), UTF_8);
                var rows = CSVParser.parse(reader, format)) {
            return rows.getRecords();
        }
    }

    /** A header and rows; texts are made harmless, numbers are as the spreadsheet reads them, nothing is an empty cell. */
    public static void write(
            Appendable out, SpreadsheetFormat format, List<String> header, Iterable<List<@Nullable Object>> rows)
            throws IOException {
        out.append(format.mark());
        var csv = new CSVPrinter(out, format.csv());
        csv.printRecord(header);
        for (var row : rows) {
            csv.printRecord(row.stream().map(CsvText::harmless).map(format::cell));
        }
        csv.flush();
    }

    /** The same as one text, for what is short. */
    public static String of(SpreadsheetFormat format, List<String> header, Iterable<List<@Nullable Object>> rows) {
        var text = new StringBuilder();
        try {
            write(text, format, header, rows);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** A text that a spreadsheet would take for a formula with an apostrophe before it, everything else as it is. */
    public static @Nullable Object harmless(@Nullable Object cell) {
        return cell instanceof String text && beginsFormula(text) ? "'" + text : cell;
    }

    private static boolean beginsFormula(String text) {
        var stripped = text.stripLeading();
        return !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0
                || !stripped.isEmpty() && BEGINS_A_FORMULA.indexOf(stripped.charAt(0)) >= 0;
    }
}
