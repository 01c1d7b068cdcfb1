package org.recourse.insight.figures.counting;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.recourse.escalation.model.Channel;
import org.recourse.form.GivenText;
import org.recourse.form.RefusedInput;
import org.recourse.form.Times;
import org.recourse.insight.figures.counting.Volumes.Volume;
import org.recourse.insight.figures.facts.Facets;
import org.recourse.text.Sentence;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a file of contact volumes, by column name: day, team, product (optional), channel, contacts. */
@Service
public class VolumeImport {

    private static final List<String> NEEDED = List.of("day", "team", "channel", "contacts");
    private static final int PRODUCT_LENGTH = 200;

    private final Volumes volumes;
    private final Times times;
    private final Clock clock;
    private final List<String> teams;

    VolumeImport(Volumes volumes, Times times, Clock clock, @Value("${recourse.teams}") List<String> teams) {
        this.volumes = volumes;
        this.times = times;
        this.clock = clock;
        this.teams = teams;
    }

    /** How many rows were taken, and why the others were not. */
    public record Taken(int taken, List<RefusedRow> refused) {}

    /** A row that was not taken, by its line in the file. */
    public record RefusedRow(long line, RefusedInput why) {}

    /**
     * Takes every row that is right; the same file again changes nothing.
     *
     * @throws RefusedInput when a column is missing or it is no CSV at all
     */
    @Transactional
    public Taken run(Reader file) {
        Map<List<String>, Volume> taken = new LinkedHashMap<>();
        List<RefusedRow> refused = new ArrayList<>();
        try (CSVParser rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreHeaderCase(true)
                .setTrim(true)
                .setIgnoreEmptyLines(true)
                .get()
                .parse(file)) {
            demandColumns(rows);
            for (CSVRecord row : rows) {
                try {
                    Volume volume = volume(row);
                    List<String> key =
                            List.of(volume.day().toString(), volume.team(), volume.product(), volume.channel());
                    if (taken.putIfAbsent(key, volume) != null) {
                        throw new RefusedInput("day", Sentence.of("figure.row-twice"));
                    }
                } catch (RefusedInput wrong) {
                    refused.add(new RefusedRow(rows.getCurrentLineNumber(), wrong));
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException unreadable) {
            throw new RefusedInput("file", Sentence.of("figure.no-csv", String.valueOf(unreadable.getMessage())));
        }
        volumes.put(taken.values());
        return new Taken(taken.size(), refused);
    }

    private static void demandColumns(CSVParser rows) {
        List<String> missing = NEEDED.stream()
                .filter(column -> rows.getHeaderNames().stream().noneMatch(column::equalsIgnoreCase))
                .toList();
        if (!missing.isEmpty()) {
            throw new RefusedInput("file", Sentence.of("figure.column-missing", String.join(", ", missing)));
        }
    }

    private Volume volume(CSVRecord row) {
        String team = cell(row, "team");
        if (!teams.contains(team)) {
            throw new RefusedInput("team", Sentence.of("figure.cell-no-team", team, String.join(", ", teams)));
        }
        String product = row.isMapped("product") && row.isSet("product")
                ? Facets.product(GivenText.read("product", row.get("product")))
                : "";
        if (product.length() > PRODUCT_LENGTH) {
            throw new RefusedInput("product", Sentence.of("figure.cell-too-long", PRODUCT_LENGTH));
        }
        return new Volume(
                day(cell(row, "day")),
                team,
                product.equals(Facets.NOT_NAMED) ? "" : product,
                channel(cell(row, "channel")),
                contacts(cell(row, "contacts")));
    }

    private static String cell(CSVRecord row, String column) {
        if (!row.isSet(column)) {
            throw new RefusedInput(column, Sentence.of("figure.cell-missing"));
        }
        return GivenText.read(column, row.get(column));
    }

    private LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isAfter(LocalDate.ofInstant(clock.instant(), times.house()))) {
                throw new RefusedInput("day", Sentence.of("figure.cell-future", text));
            }
            return day;
        } catch (DateTimeParseException malformed) {
            throw new RefusedInput("day", Sentence.of("figure.cell-no-day", text));
        }
    }

    private static String channel(String text) {
        String channel = text.toLowerCase(Locale.ROOT);
        if (Arrays.stream(Channel.values()).map(Channel::value).anyMatch(channel::equals)) {
            return channel;
        }
        throw new RefusedInput("channel", Sentence.of("figure.cell-no-channel", text));
    }

    private static int contacts(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new RefusedInput("contacts", Sentence.of("figure.cell-no-contacts", text));
        }
        return Integer.parseInt(text);
    }
}
