package org.recourse.callback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.calendar.Window;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.recourse.identifier.Team;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of callbacks and attempts. */
@Repository
class CallbackRows {

    private static final int BUCKETS = 32;

    private final JdbcClient jdbc;
    private final Clock clock;

    CallbackRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new wish takes the place of one that is not booked yet. */
    void insert(CaseNumber caseNumber, int level, Team team, String owner, CallbackWish wish) {
        jdbc.sql("update callback set state = 'cancelled' where case_number = ? and state = 'wanted'")
                .param(caseNumber)
                .update();
        jdbc.sql("""
                        insert into callback (case_number, level, team, owner, number, window_from, window_to,
                          chosen_by_customer, state, attempts, wanted_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'wanted', 0, ?)""")
                .params(
                        caseNumber,
                        level,
                        team,
                        owner,
                        wish.number(),
                        utc(wish.from()),
                        utc(wish.to()),
                        wish.from() != null,
                        utc(clock.instant()))
                .update();
    }

    Callback get(long id) {
        return jdbc.sql("select * from callback where id = ?")
                .param(id)
                .query(CallbackRows::row)
                .single();
    }

    Optional<Callback> latest(CaseNumber caseNumber) {
        return jdbc.sql("select * from callback where case_number = ? order by id desc limit 1")
                .param(caseNumber)
                .query(CallbackRows::row)
                .optional();
    }

    List<Callback> of(CaseNumber caseNumber) {
        return jdbc.sql("select * from callback where case_number = ? order by id")
                .param(caseNumber)
                .query(CallbackRows::row)
                .list();
    }

    /** Makes others who book for the same owner wait until this transaction ends. */
    void lock(String owner) {
        jdbc.sql("select bucket from booking_lock where bucket = ? for update")
                .param(Math.floorMod(owner.hashCode(), BUCKETS))
                .query(Integer.class)
                .single();
    }

    /** Calls that were not made yet go to somebody else. */
    void give(long id, String to) {
        jdbc.sql("update callback set owner = ? where id = ?").params(to, id).update();
    }

    /** What the owner has promised from that instant on, without one callback. */
    List<Window> bookedBy(String owner, Instant from, long without) {
        return jdbc.sql("""
                        select window_from, window_to from callback
                        where owner = ? and state = 'booked' and window_to > ? and id <> ? order by window_from""")
                .params(owner, utc(from), without)
                .query((row, n) -> new Window(
                        row.getObject("window_from", OffsetDateTime.class).toInstant(),
                        row.getObject("window_to", OffsetDateTime.class).toInstant()))
                .list();
    }

    void booked(long id, Window window, long promiseId) {
        jdbc.sql("""
                        update callback set state = 'booked', window_from = ?, window_to = ?, promise_id = ?, attempts = 0
                        where id = ?""")
                .params(utc(window.from()), utc(window.to()), promiseId, id)
                .update();
    }

    void wantedAgain(long id, CallbackWish wish) {
        jdbc.sql("""
                        update callback set state = 'wanted', window_from = ?, window_to = ?,
                          chosen_by_customer = ?, number = coalesce(?, number)
                        where id = ?""")
                .params(utc(wish.from()), utc(wish.to()), wish.from() != null, wish.number(), id)
                .update();
    }

    void attempted(Callback callback, CallOutcome outcome, PersonId person, @Nullable String comment) {
        jdbc.sql("insert into callback_attempt (callback_id, at, outcome, made_by, comment) values (?, ?, ?, ?, ?)")
                .params(callback.id(), utc(clock.instant()), outcome.value(), person, comment)
                .update();
        jdbc.sql("update callback set attempts = attempts + 1 where id = ?")
                .param(callback.id())
                .update();
    }

    void ended(long id, CallbackState state) {
        jdbc.sql("update callback set state = ?, ended_at = ? where id = ?")
                .params(state.value(), utc(clock.instant()), id)
                .update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static Callback row(ResultSet row, int n) throws SQLException {
        return new Callback(
                row.getLong("id"),
                CaseNumber.of(row.getString("case_number")),
                row.getInt("level"),
                Team.of(row.getString("team")),
                row.getString("owner"),
                row.getString("number"),
                instant(row.getObject("window_from", OffsetDateTime.class)),
                instant(row.getObject("window_to", OffsetDateTime.class)),
                row.getBoolean("chosen_by_customer"),
                CallbackState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("attempts"),
                (Long) row.getObject("promise_id"));
    }
}
