package org.recourse.absence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The table of absences. One that ended early keeps its row, with who ended it. */
@Repository
class AbsenceRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    AbsenceRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Absence insert(String person, @Nullable String substitute, Instant from, Instant to, String enteredBy) {
        KeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into absence (person, substitute, absent_from, absent_to, entered_by, entered_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(person, substitute, bound(from), bound(to), enteredBy, bound(clock.instant()))
                .update(id, "id");
        return new Absence(Objects.requireNonNull(id.getKey()).longValue(), person, substitute, from, to, enteredBy);
    }

    Optional<Absence> same(String person, @Nullable String substitute, Instant from, Instant to) {
        return jdbc.sql("""
                        select * from absence where person = ? and absent_from = ? and absent_to = ? and ended_at is null
                          and coalesce(substitute, '') = ? order by id desc limit 1""")
                .params(person, bound(from), bound(to), Objects.requireNonNullElse(substitute, ""))
                .query(AbsenceRows::row)
                .optional();
    }

    void end(long id, String endedBy) {
        jdbc.sql("update absence set ended_by = ?, ended_at = ? where id = ? and ended_at is null")
                .params(endedBy, bound(clock.instant()), id)
                .update();
    }

    Optional<Absence> find(long id) {
        return jdbc.sql("select * from absence where id = ?")
                .param(id)
                .query(AbsenceRows::row)
                .optional();
    }

    /** The absence entered last that holds at this moment. */
    Optional<Absence> current(String person) {
        return jdbc.sql("""
                        select * from absence where person = ? and absent_from <= ? and absent_to > ? and ended_at is null
                        order by id desc limit 1""")
                .params(person, bound(clock.instant()), bound(clock.instant()))
                .query(AbsenceRows::row)
                .optional();
    }

    /** The entry with a substitute made last, whenever it holds or held. */
    Optional<Absence> lastWithSubstitute(String person) {
        return jdbc.sql("select * from absence where person = ? and substitute is not null order by id desc limit 1")
                .param(person)
                .query(AbsenceRows::row)
                .optional();
    }

    /** Absences that hold now or later, soonest first, at most 500. */
    List<Absence> comingUp() {
        return jdbc.sql(
                        "select * from absence where absent_to > ? and ended_at is null order by absent_from, id limit 500")
                .param(bound(clock.instant()))
                .query(AbsenceRows::row)
                .list();
    }

    private static OffsetDateTime bound(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Absence row(ResultSet row, int n) throws SQLException {
        return new Absence(
                row.getLong("id"),
                row.getString("person"),
                row.getString("substitute"),
                row.getObject("absent_from", OffsetDateTime.class).toInstant(),
                row.getObject("absent_to", OffsetDateTime.class).toInstant(),
                row.getString("entered_by"));
    }
}
