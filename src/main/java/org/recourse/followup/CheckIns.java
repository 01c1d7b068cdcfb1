package org.recourse.followup;

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
import org.recourse.identifier.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of check-ins and their answers. */
@Repository
public class CheckIns {

    private final JdbcClient jdbc;
    private final Clock clock;

    CheckIns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void plan(CaseNumber caseNumber, int number, String by, int businessDays, int answerDays, int reminderDays) {
        jdbc.sql("""
                        insert into check_in (case_number, number, by_channel, business_days, answer_days, reminder_days)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(caseNumber, number, by, businessDays, answerDays, reminderDays)
                .update();
    }

    Optional<CheckIn> latest(CaseNumber caseNumber) {
        return jdbc.sql("select * from check_in where case_number = ? order by id desc limit 1")
                .param(caseNumber)
                .query(CheckIns::row)
                .optional();
    }

    public List<CheckIn> of(CaseNumber caseNumber) {
        return jdbc.sql("select * from check_in where case_number = ? order by id")
                .param(caseNumber)
                .query(CheckIns::row)
                .list();
    }

    /** How many check-ins the case had, over all its settlements. */
    int made(CaseNumber caseNumber) {
        return jdbc.sql("select coalesce(max(number), 0) from check_in where case_number = ?")
                .param(caseNumber)
                .query(Integer.class)
                .single();
    }

    public Optional<CheckIn> byToken(String token) {
        return jdbc.sql("select * from check_in where token = ?")
                .param(token)
                .query(CheckIns::row)
                .optional();
    }

    void due(long id, Instant at) {
        jdbc.sql("update check_in set due_at = ? where id = ?")
                .params(utc(at), id)
                .update();
    }

    void sent(long id, String token) {
        jdbc.sql("update check_in set sent_at = ?, token = ? where id = ?")
                .params(utc(clock.instant()), token, id)
                .update();
    }

    /** A call after a bad rating: it belongs to the check-in that was answered. */
    void courtesy(CheckIn rated, Instant dueAt) {
        jdbc.sql("""
                        insert into check_in (case_number, number, by_channel, business_days, answer_days, reminder_days,
                          due_at, courtesy)
                        values (?, ?, 'call', 0, 0, 0, ?, true)""").params(rated.caseNumber(), rated.number(), utc(dueAt)).update();
    }

    /** Nobody answered in time. An answer that comes later is still taken. */
    void unanswered(long id) {
        jdbc.sql("update check_in set unanswered_at = ? where id = ? and answered_at is null")
                .params(utc(clock.instant()), id)
                .update();
    }

    void reminded(long id) {
        jdbc.sql("update check_in set reminded_at = ? where id = ?")
                .params(utc(clock.instant()), id)
                .update();
    }

    /** False when the check-in was answered before. */
    boolean answered(
            long id, Settled settled, @Nullable Integer rating, @Nullable String comment, @Nullable String enteredBy) {
        return jdbc.sql("""
                        update check_in set settled = ?, rating = ?, comment = ?, answered_at = ?, entered_by = ?
                        where id = ? and answered_at is null""")
                        .params(settled.value(), rating, comment, utc(clock.instant()), enteredBy, id)
                        .update()
                == 1;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static CheckIn row(ResultSet row, int n) throws SQLException {
        String settled = row.getString("settled");
        return new CheckIn(
                row.getLong("id"),
                CaseNumber.of(row.getString("case_number")),
                row.getInt("number"),
                row.getString("by_channel"),
                row.getInt("business_days"),
                row.getInt("answer_days"),
                row.getInt("reminder_days"),
                instant(row.getObject("due_at", OffsetDateTime.class)),
                row.getString("token"),
                settled == null
                        ? null
                        : Settled.valueOf(settled.toUpperCase(Locale.ROOT).replace('-', '_')),
                (Integer) row.getObject("rating"),
                row.getString("comment"),
                instant(row.getObject("answered_at", OffsetDateTime.class)),
                instant(row.getObject("sent_at", OffsetDateTime.class)),
                instant(row.getObject("unanswered_at", OffsetDateTime.class)),
                row.getBoolean("courtesy"));
    }
}
