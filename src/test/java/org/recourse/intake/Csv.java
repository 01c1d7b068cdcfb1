package org.recourse.intake;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** Files of complaints for tests: the real ones, and some that are written on the spot. */
final class Csv {

    static final List<String> COLUMNS = List.of(
            "Date received", "Product", "Issue", "Consumer complaint narrative", "Submitted via", "Complaint ID");

    private Csv() {}

    static byte[] real(String name) {
        try (var in = Csv.class.getResourceAsStream("/complaints/" + name)) {
            return java.util.Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<CSVRecord> records(byte[] file) {
        try (var parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(new String(file, StandardCharsets.UTF_8)))) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first line names {@link #COLUMNS}. */
    static String of(List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>(List.of(COLUMNS));
        all.addAll(rows);
        return text(all);
    }

    /** The same with its columns from right to left. */
    static String reversed(List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>(List.of(COLUMNS));
        all.addAll(rows);
        return text(all.stream().map(Csv::backwards).toList());
    }

    static List<String> row(String id, String story) {
        return Arrays.asList("2023-06-27", "Mortgage", "Trouble during payment", story, "Web", id);
    }

    private static List<String> backwards(List<String> row) {
        List<String> copy = new ArrayList<>(row);
        Collections.reverse(copy);
        return copy;
    }

    private static String text(List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecords(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
