package org.recourse.insight.figures.counting;

import static org.recourse.spreadsheet.FileColumns.Column.optional;
import static org.recourse.spreadsheet.FileColumns.Column.required;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.recourse.escalation.model.Channel;
import org.recourse.form.RefusedInput;
import org.recourse.form.Times;
import org.recourse.identifier.Team;
import org.recourse.insight.figures.counting.Volumes.Volume;
import org.recourse.insight.figures.facts.Facets;
import org.recourse.spreadsheet.FileColumns;
import org.recourse.spreadsheet.FileRow;
import org.recourse.spreadsheet.FileRows;
import org.recourse.spreadsheet.ReceivedFile;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a file of contact volumes, by column name: day, team, product (optional), channel, contacts. */
@Service
public class VolumeImport {

    private static final FileColumns COLUMNS = FileColumns.of(
            required("day", "date", "Tag", "Datum"),
            required("team"),
            optional("product", "Produkt"),
            required("channel", "Kanal"),
            required("contacts", "calls", "Kontakte"));

    private static final int PRODUCT_LENGTH = 200;

    private final Volumes volumes;
    private final Times times;
    private final Clock clock;
    private final List<Team> teams;

    VolumeImport(Volumes volumes, Times times, Clock clock, @Value("${recourse.teams}") List<Team> teams) {
        this.volumes = volumes;
        this.times = times;
        this.clock = clock;
        this.teams = teams;
    }

    /** How many rows were taken, and why the others were not. */
    public record Taken(int taken, List<RefusedRow> refused) {}

    /** A row that was not taken, by its line in the file. */
    public record RefusedRow(long line, Saying why) {}

    /**
     * Takes every row that is right; the same file again changes nothing.
     *
     * @param ignore columns that the sender leaves out knowingly
     * @throws RefusedInput naming {@code file} when its columns are not those of volumes
     */
    @Transactional
    public Taken run(ReceivedFile file, Collection<String> ignore) throws IOException {
        Map<List<String>, Volume> taken = new LinkedHashMap<>();
        List<RefusedRow> refused = new ArrayList<>();
        try (FileRows rows = new FileRows(file, COLUMNS.ignoring(ignore))) {
            for (FileRow row = rows.next(); row != null; row = rows.next()) {
                if (row.fault() != null) {
                    refused.add(new RefusedRow(row.line(), row.fault()));
                    continue;
                }
                try {
                    Volume volume = volume(row);
                    List<String> key =
                            List.of(volume.day().toString(), volume.team().value(), volume.product(), volume.channel());
                    if (taken.putIfAbsent(key, volume) != null) {
                        throw new RefusedInput("day", Sentence.of("figure.row-twice"));
                    }
                } catch (RefusedInput wrong) {
                    refused.add(
                            new RefusedRow(row.line(), Sentence.of("import.refused", wrong.field(), wrong.saying())));
                }
            }
        }
        volumes.put(taken.values());
        return new Taken(taken.size(), refused);
    }

    private Volume volume(FileRow row) {
        Team team = Team.of(row.given("team"));
        if (!teams.contains(team)) {
            throw new RefusedInput(
                    "team",
                    Sentence.of(
                            "figure.cell-no-team",
                            team,
                            teams.stream().map(Team::value).collect(Collectors.joining(", "))));
        }
        String product = Facets.product(row.get("product"));
        if (product.length() > PRODUCT_LENGTH) {
            throw new RefusedInput("product", Sentence.of("figure.cell-too-long", PRODUCT_LENGTH));
        }
        return new Volume(
                day(row),
                team,
                product.equals(Facets.NOT_NAMED) ? "" : product,
                channel(row.given("channel")),
                contacts(row.given("contacts")));
    }

    private LocalDate day(FileRow row) {
        LocalDate day = row.day("day");
        if (day.isAfter(LocalDate.ofInstant(clock.instant(), times.house()))) {
            throw new RefusedInput("day", Sentence.of("figure.cell-future", row.get("day")));
        }
        return day;
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
