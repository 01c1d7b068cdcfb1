package org.recourse.absence;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The table of absences. One that ended early keeps its row, with who ended it. */
@Repository
class AbsenceRows {

    private static final String SELECT = """
            select id, person, substitute, absent_from as "from", absent_to as "to", entered_by from absence
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    AbsenceRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Absence insert(PersonId person, @Nullable PersonId substitute, Instant from, Instant to, PersonId enteredBy) {
        KeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into absence (person, substitute, absent_from, absent_to, entered_by, entered_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(person, substitute, from, to, enteredBy, clock.instant())
                .update(id, "id");
        return new Absence(Objects.requireNonNull(id.getKey()).longValue(), person, substitute, from, to, enteredBy);
    }

    Optional<Absence> same(PersonId person, @Nullable PersonId substitute, Instant from, Instant to) {
        return jdbc.sql(SELECT + """
                        where person = ? and absent_from = ? and absent_to = ? and ended_at is null
                          and coalesce(substitute, '') = ? order by id desc limit 1""")
                .params(person, from, to, substitute == null ? "" : substitute)
                .query(Absence.class)
                .optional();
    }

    void end(long id, PersonId endedBy) {
        jdbc.sql("update absence set ended_by = ?, ended_at = ? where id = ? and ended_at is null")
                .params(endedBy, clock.instant(), id)
                .update();
    }

    Optional<Absence> find(long id) {
        return jdbc.sql(SELECT + "where id = ?").param(id).query(Absence.class).optional();
    }

    /** The absence entered last that holds at this moment. */
    Optional<Absence> current(PersonId person) {
        return jdbc.sql(SELECT + """
                        where person = ? and absent_from <= ? and absent_to > ? and ended_at is null
                        order by id desc limit 1""")
                .params(person, clock.instant(), clock.instant())
                .query(Absence.class)
                .optional();
    }

    /** Those that hold at some moment between the two. */
    List<Absence> between(Instant from, Instant to) {
        return jdbc.sql(SELECT + "where absent_from < ? and absent_to > ? and ended_at is null order by id")
                .params(to, from)
                .query(Absence.class)
                .list();
    }

    /** Absences that hold now or later, soonest first, at most 500. */
    List<Absence> comingUp() {
        return jdbc.sql(SELECT + "where absent_to > ? and ended_at is null order by absent_from, id limit 500")
                .param(clock.instant())
                .query(Absence.class)
                .list();
    }
}
