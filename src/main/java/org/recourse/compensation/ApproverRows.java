package org.recourse.compensation;

import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom a request was put to beyond the level's own people, in whose place and why. Rows are added, never changed. */
@Repository
class ApproverRows {

    private static final String NEXT_LEVEL = "next-level";

    private final JdbcClient jdbc;
    private final Clock clock;

    ApproverRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void substitute(long approval, Approver approver, String why) {
        insert(approval, approver.person().value(), approver.forWhom(), why);
    }

    void nextLevel(long approval, String group) {
        insert(approval, group, null, NEXT_LEVEL);
    }

    private void insert(long approval, String personOrGroup, @Nullable PersonId forWhom, String why) {
        jdbc.sql("insert into approver_asked (approval_id, person, for_whom, why, asked_at) values (?, ?, ?, ?, ?)")
                .params(approval, personOrGroup, forWhom, why, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean nextLevelWasAsked(long approval) {
        return jdbc.sql("select count(*) from approver_asked where approval_id = ? and why = ?")
                        .params(approval, NEXT_LEVEL)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
