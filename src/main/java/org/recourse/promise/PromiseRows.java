package org.recourse.promise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;
import org.recourse.text.Saying;
import org.recourse.text.SayingJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The table of promises. */
@Repository
class PromiseRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    PromiseRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Promise insert(
            CaseNumber caseNumber, PromiseKind kind, Saying what, String owner, Instant dueBy, Instant brokenAt) {
        Instant madeAt = clock.instant();
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into promise (case_number, kind, what, owner, made_at, due_by, broken_at, state)
                        values (?, ?, ?, ?, ?, ?, ?, 'open')""")
                .params(caseNumber, kind.value(), SayingJson.write(what), owner, utc(madeAt), utc(dueBy), utc(brokenAt))
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKeyAs(Long.class));
        return new Promise(id, caseNumber, kind, what, owner, madeAt, dueBy, brokenAt, PromiseState.OPEN, null, null);
    }

    Optional<Promise> find(@Nullable Long id) {
        return jdbc.sql("select * from promise where id = ?")
                .param(id)
                .query(PromiseRows::row)
                .optional();
    }

    List<Promise> of(CaseNumber caseNumber) {
        return jdbc.sql("select * from promise where case_number = ? order by id")
                .param(caseNumber)
                .query(PromiseRows::row)
                .list();
    }

    /** @return whether the promise was still in that state */
    boolean change(Promise from, PromiseState state, @Nullable Instant doneAt, @Nullable Saying reason) {
        return jdbc.sql(
                                "update promise set state = ?, done_at = ?, reason = coalesce(?, reason) where id = ? and state = ?")
                        .params(
                                state.value(),
                                doneAt == null ? null : utc(doneAt),
                                reason == null ? null : SayingJson.write(reason),
                                from.id(),
                                from.state().value())
                        .update()
                == 1;
    }

    void give(long id, String owner) {
        jdbc.sql("update promise set owner = ? where id = ?").params(owner, id).update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Promise row(ResultSet row, int n) throws SQLException {
        String reason = row.getString("reason");
        OffsetDateTime done = row.getObject("done_at", OffsetDateTime.class);
        return new Promise(
                row.getLong("id"),
                CaseNumber.of(row.getString("case_number")),
                PromiseKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                SayingJson.read(row.getString("what")),
                row.getString("owner"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_by", OffsetDateTime.class).toInstant(),
                row.getObject("broken_at", OffsetDateTime.class).toInstant(),
                PromiseState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                done == null ? null : done.toInstant(),
                reason == null ? null : SayingJson.read(reason));
    }
}
