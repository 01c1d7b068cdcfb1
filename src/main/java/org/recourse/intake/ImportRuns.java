package org.recourse.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.PersonId;
import org.recourse.identifier.Team;
import org.recourse.identity.CurrentUser;
import org.recourse.text.SayingJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Imports under way and done, with the rows that were refused. */
@Repository
public class ImportRuns {

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final Clock clock;

    ImportRuns(JdbcClient jdbc, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.clock = clock;
    }

    long begin(String kind, @Nullable Team team) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into import_run (kind, team, started_by, started_at, line, opened, known, refused)
                        values (?, ?, ?, ?, 0, 0, 0, 0)""").params(kind, team, user.id(), now()).update(key, "id");
        return key.getKeyAs(Number.class).longValue();
    }

    void progress(long run, RowTally tally) {
        jdbc.sql("update import_run set line = ?, opened = ?, known = ?, refused = ? where id = ?")
                .params(tally.line(), tally.opened(), tally.known(), tally.refused(), run)
                .update();
    }

    void refuse(long run, RefusedRow refusal) {
        jdbc.sql("insert into import_refusal (run_id, line, reason) values (?, ?, ?)")
                .params(run, refusal.line(), SayingJson.write(refusal.reason()))
                .update();
    }

    void end(long run, RowTally tally) {
        progress(run, tally);
        jdbc.sql("update import_run set ended_at = ? where id = ?")
                .params(now(), run)
                .update();
        jdbc.sql("delete from import_occurrence where run_id = ?").param(run).update();
    }

    /** The newest first. */
    public List<ImportRun> latest(int atMost) {
        return jdbc.sql("select * from import_run order by id desc limit ?")
                .param(atMost)
                .query(ImportRuns::row)
                .list();
    }

    public Optional<ImportRun> find(long id) {
        return jdbc.sql("select * from import_run where id = ?")
                .param(id)
                .query(ImportRuns::row)
                .optional();
    }

    /** Refused rows in the order of the file. */
    public List<RefusedRow> refusals(long run, int atMost) {
        return jdbc.sql("select line, reason from import_refusal where run_id = ? order by id limit ?")
                .params(run, atMost)
                .query((row, n) -> new RefusedRow(row.getLong("line"), SayingJson.read(row.getString("reason"))))
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Team team(@Nullable String stored) {
        return stored == null ? null : Team.of(stored);
    }

    private static ImportRun row(ResultSet row, int n) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new ImportRun(
                row.getLong("id"),
                row.getString("kind"),
                team(row.getString("team")),
                PersonId.of(row.getString("started_by")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getLong("line"),
                row.getLong("opened"),
                row.getLong("known"),
                row.getLong("refused"));
    }
}
