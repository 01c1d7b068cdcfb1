package org.recourse.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.PostgresApplicationTest;
import org.recourse.spreadsheet.ReceivedFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;

/** Thousands of real complaints: the counts add up, and how far it is is told meanwhile. */
@PostgresApplicationTest
@Tag("R22")
@Tag("faults")
class LongImportIT {

    private static final int ROWS = 3186;
    private static final int EQUAL_TO_AN_EARLIER_ONE = 11;

    @Autowired
    ComplaintImport complaints;

    @Autowired
    IdentityService identity;

    @BeforeEach
    void a_supervisor_sends_them() {
        identity.setAuthentication("supervisor1", List.of("supervisor", "team-north", "team-north-supervisor"));
    }

    @AfterEach
    void end() {
        identity.clearAuthentication();
    }

    @Test
    void all_rows_of_the_volume_file_are_opened_the_equal_ones_too_and_none_the_second_time() throws Exception {
        byte[] file = Csv.real("complaints-volume.csv");
        Set<List<String>> different =
                Csv.records(file).stream().map(CSVRecord::toList).collect(Collectors.toSet());
        assertThat(different).hasSize(ROWS - EQUAL_TO_AN_EARLIER_ONE);

        List<Long> reached = new ArrayList<>();
        assertThat(run(file, reached)).isEqualTo(new RowTally(ROWS + 1, ROWS, 0, 0));
        assertThat(reached).hasSize(ROWS / 25).isSorted();
        assertThat(run(file, new ArrayList<>())).isEqualTo(new RowTally(ROWS + 1, 0, ROWS, 0));
    }

    private RowTally run(byte[] body, List<Long> reached) throws Exception {
        try (ReceivedFile file = ReceivedFile.of(new ByteArrayInputStream(body), DataSize.ofMegabytes(50))) {
            return complaints.run(file, "team-north", List.of(), new ImportListener() {
                @Override
                public void began(long run) {}

                @Override
                public void refused(RefusedRow refusal) {}

                @Override
                public void reached(RowTally tally) {
                    reached.add(tally.rows());
                }
            });
        }
    }
}
