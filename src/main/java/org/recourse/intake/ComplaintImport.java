package org.recourse.intake;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recourse.escalation.desk.CaseDesk;
import org.recourse.escalation.opening.Imported;
import org.recourse.form.RefusedInput;
import org.recourse.form.Times;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.Team;
import org.recourse.identity.CurrentUser;
import org.recourse.intake.ImportedRows.Earlier;
import org.recourse.spreadsheet.FileRow;
import org.recourse.spreadsheet.ReceivedFile;
import org.recourse.text.Sentence;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Opens a case for each complaint of a file, once, however often the file comes. */
@Service
public class ComplaintImport {

    /** An earlier year is a slip of the finger. */
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private final RowImport rows;
    private final Clock clock;
    private final ImportedRows imported;
    private final CaseDesk desk;
    private final CurrentUser user;
    private final Times times;
    private final List<Team> teams;
    private final String teamOtherwise;

    ComplaintImport(
            RowImport rows,
            ImportedRows imported,
            CaseDesk desk,
            CurrentUser user,
            Times times,
            Clock clock,
            @Value("${recourse.teams}") List<Team> teams,
            @Value("${recourse.import-team:}") String teamOtherwise) {
        this.rows = rows;
        this.imported = imported;
        this.desk = desk;
        this.user = user;
        this.times = times;
        this.clock = clock;
        this.teams = teams;
        this.teamOtherwise = teamOtherwise;
    }

    /**
     * @param wanted whose agents are offered the cases; null: the caller's own team, if there is one, else the configured
     * @throws RefusedInput naming {@code team}, or {@code file} when its columns are not those of complaints
     */
    public RowTally run(ReceivedFile file, @Nullable String wanted, List<String> ignore, ImportListener listener)
            throws IOException {
        Team team = team(wanted);
        return rows.run(
                file,
                "complaints",
                team,
                Complaint.COLUMNS.ignoring(ignore),
                listener,
                (row, run) -> take(row, run, team));
    }

    private Team team(@Nullable String wanted) {
        if (wanted != null && !wanted.isBlank()) {
            Team named = Team.of(wanted.strip());
            if (!teams.contains(named)) {
                throw new RefusedInput(
                        "team",
                        Sentence.of(
                                "import.no-team",
                                named,
                                teams.stream().map(Team::value).collect(Collectors.joining(", "))));
            }
            return named;
        }
        Set<Team> own = user.teams();
        if (own.size() == 1) {
            return own.iterator().next();
        }
        if (teamOtherwise.isBlank()) {
            throw new RefusedInput("team", Sentence.of("import.team-missing"));
        }
        return Team.of(teamOtherwise);
    }

    private boolean take(FileRow row, long run, Team team) {
        Complaint complaint = Complaint.of(row);
        demandPlausible(complaint.received());
        String key = complaint.id() == null ? keyByContent(row, run) : "id/" + complaint.id();
        Optional<Earlier> earlier = imported.find(key);
        if (earlier.isPresent()) {
            demandAnotherFile(earlier.get(), run);
            return false;
        }
        CaseNumber caseNumber = desk.open(
                complaint.answers(customerNumber(complaint, key), team),
                new Imported("import %d, line %d".formatted(run, row.line()), beginOf(complaint.received())));
        imported.remember(key, run, row.line(), caseNumber);
        return true;
    }

    /** The same number in another file is known; twice in one file, one of the two would be lost in silence. */
    private static void demandAnotherFile(Earlier earlier, long run) {
        if (earlier.run() == run) {
            throw new RefusedInput("Complaint ID", Sentence.of("import.number-twice", String.valueOf(earlier.line())));
        }
    }

    private void demandPlausible(LocalDate received) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), times.house());
        if (received.isAfter(today) || received.isBefore(EARLIEST)) {
            throw new RefusedInput(
                    "Date received",
                    Sentence.of("import.received-out-of-bounds", received.toString(), EARLIEST.toString()));
        }
    }

    /** Equal rows without a number are different complaints: the second is known only if a second came before. */
    private String keyByContent(FileRow row, long run) {
        String content = Complaint.content(row);
        return "row/%s/%d".formatted(content, imported.occurrence(run, content));
    }

    private static String customerNumber(Complaint complaint, String key) {
        return "C-I" + (complaint.id() == null ? key.substring(4, 16) + key.substring(68) : complaint.id());
    }

    private Instant beginOf(LocalDate day) {
        return day.atStartOfDay(times.house()).toInstant();
    }
}
