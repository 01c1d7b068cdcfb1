package org.recourse.escalation.opening;

import org.jspecify.annotations.Nullable;
import org.recourse.form.RefusedInput;
import org.recourse.identifier.CaseNumber;
import org.recourse.identity.CurrentUser;
import org.recourse.text.Sentence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keys of requests that opened a case: the same key again gives the same case. A key counts for who sent it, so that two
 * systems that number their requests in the same way do not swallow each other's.
 */
@Repository
public class OpeningKeys {

    private static final int LENGTH = 200;

    private final JdbcClient jdbc;
    private final CurrentUser user;

    OpeningKeys(JdbcClient jdbc, CurrentUser user) {
        this.jdbc = jdbc;
        this.user = user;
    }

    /** @throws RefusedInput when the key is longer than a key is */
    public @Nullable CaseNumber caseOf(String key) {
        return jdbc.sql("select case_number from opening_key where opening_key = ?")
                .param(own(key))
                .query((row, n) -> CaseNumber.of(row.getString("case_number")))
                .optional()
                .orElse(null);
    }

    /** Whether somebody, whoever asks, has opened a case with that key. */
    public boolean wasUsed(String by, String key) {
        return jdbc.sql("select count(*) from opening_key where opening_key = ?")
                        .param(by + "/" + key)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    public void remember(String key, CaseNumber caseNumber) {
        jdbc.sql("insert into opening_key (opening_key, case_number) values (?, ?)")
                .params(own(key), caseNumber)
                .update();
    }

    private String own(String key) {
        if (key.length() > LENGTH) {
            throw new RefusedInput("Idempotency-Key", Sentence.of("case.key-too-long", key.length(), LENGTH));
        }
        return user.id() + "/" + key;
    }
}
