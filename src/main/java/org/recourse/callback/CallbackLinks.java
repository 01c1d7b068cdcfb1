package org.recourse.callback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.recourse.calendar.Window;
import org.recourse.pages.CustomerLinks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The links with which customers move or cancel a callback. Only the one in the latest message opens anything. */
@Repository
class CallbackLinks {

    /** @param used it was used, or a later message has another one */
    record Link(long callbackId, Window window, boolean used) {}

    private final JdbcClient jdbc;
    private final CustomerLinks links;
    private final Clock clock;

    CallbackLinks(JdbcClient jdbc, CustomerLinks links, Clock clock) {
        this.jdbc = jdbc;
        this.links = links;
        this.clock = clock;
    }

    Invitation issue(long callbackId, Window window) {
        withdraw(callbackId);
        int number = 1
                + jdbc.sql("select count(*) from callback_link where callback_id = ?")
                        .param(callbackId)
                        .query(Integer.class)
                        .single();
        String token = links.newToken();
        jdbc.sql("insert into callback_link (token, callback_id, window_from, window_to) values (?, ?, ?, ?)")
                .params(token, callbackId, utc(window.from()), utc(window.to()))
                .update();
        return new Invitation(callbackId, number, window, links.callback(token));
    }

    void withdraw(long callbackId) {
        jdbc.sql("update callback_link set used_at = ? where callback_id = ? and used_at is null")
                .params(utc(clock.instant()), callbackId)
                .update();
    }

    Optional<Link> find(String token) {
        return jdbc.sql("select * from callback_link where token = ?")
                .param(token)
                .query(CallbackLinks::row)
                .optional();
    }

    /** False when somebody else used it first. */
    boolean use(String token) {
        return jdbc.sql("update callback_link set used_at = ? where token = ? and used_at is null")
                        .params(utc(clock.instant()), token)
                        .update()
                == 1;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Link row(ResultSet row, int n) throws SQLException {
        return new Link(
                row.getLong("callback_id"),
                new Window(
                        row.getObject("window_from", OffsetDateTime.class).toInstant(),
                        row.getObject("window_to", OffsetDateTime.class).toInstant()),
                row.getObject("used_at") != null);
    }
}
