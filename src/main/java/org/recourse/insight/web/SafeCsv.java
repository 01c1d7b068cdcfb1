package org.recourse.insight.web;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** CSV for spreadsheets, which must not take what somebody typed for a formula. */
final class SafeCsv {

    private static final String FORMULA = "=+-@\t\r";

    private final StringWriter text = new StringWriter();
    private final CSVPrinter printer;

    SafeCsv(List<String> header) {
        try {
            this.printer = new CSVPrinter(text, CSVFormat.RFC4180);
            printer.printRecord(header);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    SafeCsv row(@Nullable Object... cells) {
        try {
            printer.printRecord(Arrays.stream(cells).map(SafeCsv::harmless));
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static @Nullable Object harmless(@Nullable Object cell) {
        return cell instanceof String typed && !typed.isEmpty() && FORMULA.indexOf(typed.charAt(0)) >= 0
                ? "'" + typed
                : cell;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
