package org.recourse.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.customer.TestPostgres;
import org.recourse.customer.TestTables;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.recourse.identifier.Team;
import org.recourse.identity.CurrentUser;
import org.recourse.spreadsheet.ReceivedFile;
import org.recourse.storage.StoredValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** What stays in memory does not grow with the file, whatever its rows are like. */
@Tag("R22")
@Tag("faults")
class ImportMemoryIT {

    private static final int ROWS = 8000;
    private static final int EARLY = 1000;
    private static final long MEGABYTE = 1024 * 1024;

    private long early;
    private long late;

    @Test
    void eight_megabytes_stay_nowhere() throws Exception {
        HikariDataSource postgres = new HikariDataSource();
        postgres.setDataSource(TestPostgres.migrated());
        try (postgres) {
            importsInto(postgres);
        }
        assertThat(late - early).isLessThan(3 * MEGABYTE);
    }

    private void importsInto(DataSource postgres) throws Exception {
        JdbcClient jdbc = StoredValues.client(JdbcClient.create(postgres));
        TestTables.openCases(postgres, CaseNumber.of("R-EU-2026-000001"));
        ImportedRows imported = new ImportedRows(jdbc);
        RowImport rows = new RowImport(
                new ImportRuns(jdbc, new Supervisor(), TestTables.CLOCK),
                new TransactionTemplate(new JdbcTransactionManager(postgres)));
        try (ReceivedFile file = ReceivedFile.of(body(), DataSize.ofMegabytes(50))) {
            RowTally tally = rows.run(file, "complaints", null, Complaint.COLUMNS, new Watch(), (row, run) -> {
                String content = Complaint.content(row);
                Complaint.of(row);
                String key = "row/%s/%d".formatted(content, imported.occurrence(run, content));
                imported.remember(key, run, row.line(), CaseNumber.of("R-EU-2026-000001"));
                return true;
            });
            assertThat(tally).isEqualTo(new RowTally(ROWS + 1, ROWS / 2, 0, ROWS / 2));
        }
    }

    /** Every second row is refused; all are different. */
    private static InputStream body() {
        return new SequenceInputStream(
                new ByteArrayInputStream(bytes(Csv.of(Collections.emptyList()))),
                new SequenceInputStream(Collections.enumeration(IntStream.range(0, ROWS / 1000)
                        .mapToObj(part -> new ByteArrayInputStream(bytes(IntStream.range(0, 1000)
                                .mapToObj(n -> "%s,Mortgage,Issue %d %d,%s,Web,\r\n"
                                        .formatted(n % 2 == 0 ? "no date" : "6/27/2023", part, n, "y".repeat(1000)))
                                .reduce("", String::concat))))
                        .toList())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private final class Watch implements ImportListener {

        @Override
        public void began(long run) {}

        @Override
        public void refused(RefusedRow refusal) {}

        @Override
        public void reached(RowTally tally) {
            if (tally.rows() == EARLY) {
                early = stays();
            } else if (tally.rows() == ROWS) {
                late = stays();
            }
        }

        private static long stays() {
            ManagementFactory.getMemoryMXBean().gc();
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }
    }

    private static final class Supervisor implements CurrentUser {
        @Override
        public PersonId id() {
            return PersonId.of("supervisor1");
        }

        @Override
        public Set<String> groups() {
            return Set.of("supervisor");
        }

        @Override
        public boolean hasRole(String role) {
            return role.equals("supervisor");
        }

        @Override
        public Set<Team> teams() {
            return Set.of(Team.of("team-north"));
        }
    }
}
