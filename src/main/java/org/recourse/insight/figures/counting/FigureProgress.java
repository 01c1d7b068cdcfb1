package org.recourse.insight.figures.counting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the facts have been formed: one row, which whoever forms them holds until the end of the transaction. */
@Repository
class FigureProgress {

    private final JdbcClient jdbc;

    FigureProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param eventId the newest line of the log that is counted
     * @param countedUntil what fell due until then is counted
     * @param checkedUntil the last case that was formed again without a reason
     * @param rules under which the facts were formed
     */
    record Mark(long eventId, Instant countedUntil, String checkedUntil, String rules) {}

    Mark read() {
        return jdbc.sql("select * from figure_progress")
                .query(FigureProgress::mark)
                .single();
    }

    /** Nothing while somebody else holds it. */
    Optional<Mark> tryHold() {
        return jdbc.sql("select * from figure_progress for update skip locked")
                .query(FigureProgress::mark)
                .optional();
    }

    /** Waits for whoever holds it. */
    void hold() {
        jdbc.sql("select event_id from figure_progress for update")
                .query(Long.class)
                .single();
    }

    void counted(long eventId, Instant until, String rules) {
        jdbc.sql("update figure_progress set event_id = ?, counted_until = ?, rules = ?")
                .params(eventId, until.atOffset(ZoneOffset.UTC), rules)
                .update();
    }

    /** @param lastCase empty to begin with the first again */
    void checked(String lastCase) {
        jdbc.sql("update figure_progress set checked_until = ?").param(lastCase).update();
    }

    private static Mark mark(ResultSet row, int n) throws SQLException {
        return new Mark(
                row.getLong("event_id"),
                row.getObject("counted_until", OffsetDateTime.class).toInstant(),
                row.getString("checked_until"),
                row.getString("rules"));
    }
}
