package org.recourse.record;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.recourse.identity.CurrentUser;
import org.recourse.text.SayingJson;
import org.recourse.text.Speech;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What people were told and have not read yet. A notice to a group is read when one of the group read it; who was told the
 * same in person, or in another group, is not told again, and their reading takes it from nobody else.
 */
@Service
public class NoticeBoard {

    private static final int AT_MOST = 50;

    private static final String UNREAD = """
            recipient in (:recipients) and read_at is null and not exists (
              select 1 from notice same
              where same.case_number = notice.case_number and same.at = notice.at and same.kind = notice.kind
                and same.sentence = notice.sentence and same.id <> notice.id and notice.recipient <> :person
                and (same.recipient = :person or same.recipient in (:recipients) and same.id < notice.id))""";

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final Clock clock;
    private final Speech speech;

    NoticeBoard(JdbcClient jdbc, CurrentUser user, Clock clock, Speech speech) {
        this.speech = speech;
        this.jdbc = jdbc;
        this.user = user;
        this.clock = clock;
    }

    /** What somebody is told about a case. */
    public record Notice(long id, String caseNumber, String kind, String sentence, Instant at) {}

    /** The newest first, to the current user or one of their groups. */
    public List<Notice> unread() {
        return jdbc.sql("""
                        select id, case_number, kind, sentence, at from notice
                        where %s order by id desc limit :atMost""".formatted(UNREAD))
                .param("recipients", recipients())
                .param("person", user.id())
                .param("atMost", AT_MOST)
                .query((row, n) -> new Notice(
                        row.getLong("id"),
                        row.getString("case_number"),
                        row.getString("kind"),
                        speech.say(SayingJson.read(row.getString("sentence"))),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Those up to and including the given one count as read. */
    public void read(long upTo) {
        jdbc.sql("update notice set read_at = :now where id <= :upTo and " + UNREAD)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("recipients", recipients())
                .param("person", user.id())
                .param("upTo", upTo)
                .update();
    }

    private Set<String> recipients() {
        Set<String> recipients = new TreeSet<>(user.groups());
        recipients.add(user.id().value());
        return recipients;
    }
}
