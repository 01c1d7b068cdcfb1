package org.recourse.intake;

import java.util.Optional;
import org.recourse.identifier.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was imported before, and what has come already in an import that goes on. */
@Repository
class ImportedRows {

    private final JdbcClient jdbc;

    ImportedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By which import a row was taken, and in which line of its file. */
    record Earlier(long run, long line) {}

    Optional<Earlier> find(String key) {
        return jdbc.sql("select run_id, line from import_row where row_key = ?")
                .param(key)
                .query((row, n) -> new Earlier(row.getLong("run_id"), row.getLong("line")))
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when another import has opened it at the same moment */
    void remember(String key, long run, long line, CaseNumber caseNumber) {
        jdbc.sql("insert into import_row (row_key, run_id, line, case_number) values (?, ?, ?, ?)")
                .params(key, run, line, caseNumber)
                .update();
    }

    /** How many times the content has come in this import, this time included. */
    int occurrence(long run, String content) {
        int counted = jdbc.sql("update import_occurrence set times = times + 1 where run_id = ? and content = ?")
                .params(run, content)
                .update();
        if (counted == 0) {
            jdbc.sql("insert into import_occurrence (run_id, content, times) values (?, ?, 1)")
                    .params(run, content)
                    .update();
            return 1;
        }
        return jdbc.sql("select times from import_occurrence where run_id = ? and content = ?")
                .params(run, content)
                .query(Integer.class)
                .single();
    }
}
