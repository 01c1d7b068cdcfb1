package org.recourse.escalation;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keys of requests that opened a case: the same key again gives the same case. */
@Repository
class OpeningKeys {

    private final JdbcClient jdbc;

    OpeningKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Nullable
    String caseOf(String key) {
        return jdbc.sql("select case_number from opening_key where opening_key = ?")
                .param(key)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    void remember(String key, String caseNumber) {
        jdbc.sql("insert into opening_key (opening_key, case_number) values (?, ?)")
                .params(key, caseNumber)
                .update();
    }
}
