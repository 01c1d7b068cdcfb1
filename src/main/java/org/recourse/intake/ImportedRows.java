package org.recourse.intake;

import org.recourse.identifier.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which complaints were imported before. */
@Repository
class ImportedRows {

    private final JdbcClient jdbc;

    ImportedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isKnown(String key) {
        return jdbc.sql("select 1 from import_row where row_key = ?")
                .param(key)
                .query(Integer.class)
                .optional()
                .isPresent();
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
