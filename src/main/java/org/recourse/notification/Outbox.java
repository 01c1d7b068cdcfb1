package org.recourse.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;
import org.recourse.text.Saying;
import org.recourse.text.SayingJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The messages' rows. */
@Repository
class Outbox {

    private final JdbcClient jdbc;

    Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Message> byKey(String key) {
        return jdbc.sql("select * from message where message_key = :key")
                .param("key", key)
                .query(Outbox::message)
                .optional();
    }

    Optional<Message> byId(long id) {
        return jdbc.sql("select * from message where id = :id")
                .param("id", id)
                .query(Outbox::message)
                .optional();
    }

    List<Message> ofCase(CaseNumber caseNumber) {
        return jdbc.sql("select * from message where case_number = :caseNumber order by id")
                .param("caseNumber", caseNumber)
                .query(Outbox::message)
                .list();
    }

    List<Message> latest(int atMost) {
        return jdbc.sql("select * from message order by id desc limit :atMost")
                .param("atMost", atMost)
                .query(Outbox::message)
                .list();
    }

    List<Message> inState(Collection<MessageState> states) {
        return jdbc.sql("select * from message where state in (:states) order by id")
                .param("states", states.stream().map(MessageState::key).toList())
                .query(Outbox::message)
                .list();
    }

    long insert(Message message) {
        KeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into message (message_key, case_number, customer_number, kind, channel, recipient,
                            language, subject, body, state, reason, created_at)
                        values (:key, :caseNumber, :customerNumber, :kind, :channel, :recipient,
                            :language, :subject, :body, :state, :reason, :createdAt)
                        """)
                .param("key", message.key())
                .param("caseNumber", message.caseNumber())
                .param("customerNumber", message.customerNumber())
                .param("kind", message.kind().key())
                .param("channel", message.channel().key())
                .param("recipient", message.recipient())
                .param("language", message.language())
                .param("subject", message.subject())
                .param("body", message.body())
                .param("state", message.state().key())
                .param("reason", stored(message.reason()))
                .param("createdAt", message.createdAt().atOffset(ZoneOffset.UTC))
                .update(id, "id");
        Number generated = id.getKey();
        if (generated == null) {
            throw new IllegalStateException("the database gave no id");
        }
        return generated.longValue();
    }

    /** Takes the message for sending; false when it is no longer as it was read, so somebody else has it. */
    boolean claim(Message read, Instant now) {
        return jdbc.sql("""
                                update message
                                set state = 'sending', sending_since = :now, attempts = attempts + 1, reason = null
                                where id = :id and state = :state and attempts = :attempts
                                """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", read.id())
                        .param("state", read.state().key())
                        .param("attempts", read.attempts())
                        .update()
                == 1;
    }

    /** Who sent it knows best: being sent overrides what others concluded meanwhile. */
    void sent(long id, Instant now) {
        jdbc.sql("update message set state = 'sent', sent_at = :now, reason = null where id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** False when it was not in state {@code from}. */
    boolean move(long id, MessageState from, MessageState to, @Nullable Saying reason) {
        return jdbc.sql("update message set state = :to, reason = :reason where id = :id and state = :from")
                        .param("to", to.key())
                        .param("reason", stored(reason))
                        .param("id", id)
                        .param("from", from.key())
                        .update()
                == 1;
    }

    private static Message message(ResultSet rs, int row) throws SQLException {
        String reason = rs.getString("reason");
        return new Message(
                rs.getLong("id"),
                rs.getString("message_key"),
                CaseNumber.of(rs.getString("case_number")),
                rs.getString("customer_number"),
                MessageKind.of(rs.getString("kind")),
                MessageChannel.of(rs.getString("channel")),
                rs.getString("recipient"),
                rs.getString("language"),
                rs.getString("subject"),
                rs.getString("body"),
                MessageState.of(rs.getString("state")),
                reason == null ? null : SayingJson.read(reason),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(rs, "sending_since"),
                instant(rs, "sent_at"),
                rs.getInt("attempts"));
    }

    private static @Nullable String stored(@Nullable Saying reason) {
        return reason == null ? null : SayingJson.write(reason);
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime time = rs.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
