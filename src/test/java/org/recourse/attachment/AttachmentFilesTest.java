package org.recourse.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.customer.TestTables;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.recourse.storage.StoredValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Files in a directory, where one is configured: whole, under names of our own, and gone with a rolled back transaction. */
@Tag("R22")
class AttachmentFilesTest {

    private static final byte[] CONTENT = "Two pages of a bill.".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    private AttachmentRows rows;
    private JdbcClient jdbc;
    private TransactionTemplate together;

    @BeforeEach
    void tables() {
        DataSource tables = TestTables.h2();
        TestTables.openCases(tables, CaseNumber.of("R-EU-2026-000001"));
        jdbc = StoredValues.client(JdbcClient.create(tables));
        rows = new AttachmentRows(jdbc);
        together = new TransactionTemplate(new DataSourceTransactionManager(tables));
    }

    @Test
    void a_file_lies_in_the_directory_and_nothing_of_it_in_the_database() throws IOException {
        var files = new AttachmentFiles(directory.toString());

        var name = files.newName(CaseNumber.of("R-EU-2026-000001")).orElseThrow();
        var length = together.execute(status -> written(files, name));
        var id = rows.insert(
                CaseNumber.of("R-EU-2026-000001"),
                "../../etc/passwd.txt",
                "text/plain",
                name,
                PersonId.of("agent1"),
                Instant.EPOCH);

        assertThat(length).isEqualTo((long) CONTENT.length);
        assertThat(Files.readAllBytes(directory.resolve(name))).isEqualTo(CONTENT);
        assertThat(name).startsWith("R-EU-2026-000001/").doesNotContain("..", "passwd");
        assertThat(rows.file(id)).isEqualTo(name);
        assertThat(jdbc.sql("select count(*) from attachment_part")
                        .query(Long.class)
                        .single())
                .isZero();
        var back = new ByteArrayOutputStream();
        files.read(name, back);
        assertThat(back.toByteArray()).isEqualTo(CONTENT);
    }

    @Test
    void what_is_rolled_back_leaves_no_file() {
        var files = new AttachmentFiles(directory.toString());
        var name = files.newName(CaseNumber.of("R-EU-2026-000002")).orElseThrow();

        together.executeWithoutResult(status -> {
            written(files, name);
            status.setRollbackOnly();
        });

        assertThat(directory.resolve(name)).doesNotExist();
    }

    @Test
    void without_a_directory_contents_belong_into_the_database_and_a_lost_setting_is_named() {
        var files = new AttachmentFiles("");

        assertThat(files.newName(CaseNumber.of("R-EU-2026-000003"))).isEmpty();
        assertThatThrownBy(() -> files.read("R-EU-2026-000003/x", new ByteArrayOutputStream()))
                .hasMessageContaining("recourse.attachments.directory");
    }

    private static Long written(AttachmentFiles files, String name) {
        try {
            return files.write(name, new ByteArrayInputStream(CONTENT));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
