package org.recourse.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes CSV (RFC 4180) that a spreadsheet opens without taking for a formula what somebody typed. */
public final class CsvText {

    /** What a spreadsheet begins a formula with, in both widths, and what it skips on its way there. */
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

    private CsvText() {}

    /** A header and rows; texts are made harmless, numbers and times stay as they are, nothing is an empty cell. */
    public static void write(Appendable out, List<String> header, Iterable<List<@Nullable Object>> rows)
            throws IOException {
        var csv = new CSVPrinter(out, CSVFormat.RFC4180);
        csv.printRecord(header);
        for (var row : rows) {
            csv.printRecord(row.stream().map(CsvText::harmless));
        }
        csv.flush();
    }

    /** The same as one text, for what is short. */
    public static String of(List<String> header, Iterable<List<@Nullable Object>> rows) {
        var text = new StringBuilder();
        try {
            write(text, header, rows);
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
