package org.recourse.export;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** CSV for spreadsheets, which must not take what somebody typed for a formula. */
public final class SafeCsv {

    private final StringWriter text = new StringWriter();
    private final CSVPrinter printer;

    public SafeCsv(List<String> header) {
        try {
            this.printer = new CSVPrinter(text, CSVFormat.RFC4180);
            printer.printRecord(header);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public SafeCsv row(@Nullable Object... cells) {
        try {
            printer.printRecord(Arrays.stream(cells).map(CsvText::harmless));
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
