package org.recourse.escalation.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The contacts of cases. At most one contact of a person on a case is open at a time. */
@Repository
public class Contacts {

    private final JdbcClient jdbc;
    private final Clock clock;

    Contacts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A contact begins and goes on until {@link #end}. */
    public void begin(
            EscalationCase escalation, ContactKind kind, String channel, String heldBy, @Nullable String words) {
        insert(escalation, kind, channel, heldBy, words, false);
    }

    /** A contact that is over when it is recorded: a letter, a message left. */
    public void add(
            EscalationCase escalation, ContactKind kind, String channel, String heldBy, @Nullable String words) {
        insert(escalation, kind, channel, heldBy, words, true);
    }

    private void insert(
            EscalationCase escalation,
            ContactKind kind,
            String channel,
            String heldBy,
            @Nullable String words,
            boolean over) {
        OffsetDateTime now = now();
        jdbc.sql("""
                        insert into contact (case_number, kind, channel, held_by, team, level, began_at, ended_at,
                          mood_start, words)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(escalation.number())
                .param(kind.value())
                .param(channel)
                .param(heldBy)
                .param(escalation.team())
                .param(escalation.level())
                .param(now)
                .param(over ? now : null)
                .param(escalation.get(CaseField.MOOD_NOW))
                .param(words)
                .update();
    }

    /** The mood was taken afresh when the contact that is under way began. */
    public void beganInMood(CaseNumber caseNumber, int mood) {
        jdbc.sql("update contact set mood_start = ? where case_number = ? and ended_at is null")
                .params(mood, caseNumber)
                .update();
    }

    /**
     * The contact that is under way on the case ends; nothing happens when none is. The first one was opened before a
     * mood was known: it began in the first mood of the case.
     */
    public void end(EscalationCase escalation, String outcome) {
        jdbc.sql("""
                        update contact set ended_at = ?, mood_start = coalesce(mood_start, ?),
                          mood_end = coalesce(?, mood_end), outcome = ?
                        where case_number = ? and ended_at is null""")
                .param(now())
                .param(escalation.get(CaseField.MOOD_START))
                .param(escalation.get(CaseField.MOOD_NOW))
                .param(outcome)
                .param(escalation.number())
                .update();
    }

    /** As {@link #end}, when the case ends and nobody said how the customer sounded. */
    public void cut(CaseNumber caseNumber, String outcome) {
        jdbc.sql("update contact set ended_at = ?, outcome = ? where case_number = ? and ended_at is null")
                .params(now(), outcome, caseNumber)
                .update();
    }

    /** The contact that was ended last by mistake goes on. */
    public void resume(CaseNumber caseNumber) {
        jdbc.sql("""
                        update contact set ended_at = null, outcome = null
                        where id = (select max(id) from contact where case_number = ? and kind <> 'chase')
                          and outcome in ('call-back', 'handed-over')""").param(caseNumber).update();
    }

    /** Who took the step took the contact: an offered first step is held by who submits it. */
    public void heldBy(CaseNumber caseNumber, PersonId person) {
        jdbc.sql("update contact set held_by = ? where case_number = ? and ended_at is null")
                .params(person, caseNumber)
                .update();
    }

    /** The work after the last contact of that person is done. Minutes on hold and transfers come from telephony or here. */
    public void wrappedUp(
            CaseNumber caseNumber,
            String heldBy,
            @Nullable Integer moodEnd,
            @Nullable Integer holdMinutes,
            @Nullable Integer transfers) {
        jdbc.sql("""
                        update contact set wrapped_up_at = ?, mood_end = coalesce(?, mood_end),
                          hold_minutes = coalesce(?, hold_minutes), transfers = coalesce(?, transfers)
                        where id = (select max(id) from contact where case_number = ? and held_by = ?)""")
                .params(now(), moodEnd, holdMinutes, transfers, caseNumber, heldBy)
                .update();
    }

    /** Minutes on hold and transfers, in all contacts of a customer together. */
    public record Waits(int holdMinutes, int transfers) {}

    public Waits waits(String customerNumber, Instant since) {
        return jdbc.sql("""
                        select coalesce(sum(contact.hold_minutes), 0), coalesce(sum(contact.transfers), 0) from contact
                          join escalation_case on escalation_case.case_number = contact.case_number
                        where escalation_case.customer_number = ? and contact.began_at > ?""")
                .params(customerNumber, since.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Waits(row.getInt(1), row.getInt(2)))
                .single();
    }

    public List<Contact> of(CaseNumber caseNumber) {
        return jdbc.sql("select * from contact where case_number = ? order by id")
                .param(caseNumber)
                .query(Contacts::row)
                .list();
    }

    /** What a customer said in other cases, the latest first. */
    public List<EarlierContact> ofCustomer(String customerNumber, CaseNumber exceptCase, int atMost) {
        return jdbc.sql("""
                        select contact.* from contact
                          join escalation_case on escalation_case.case_number = contact.case_number
                        where escalation_case.customer_number = ? and contact.case_number <> ?
                        order by contact.id desc limit ?""")
                .params(customerNumber, exceptCase, atMost)
                .query((row, n) -> new EarlierContact(CaseNumber.of(row.getString("case_number")), row(row, n)))
                .list();
    }

    public record EarlierContact(CaseNumber caseNumber, Contact contact) {}

    /** What the customer said when they last came back on the case; empty when they did not. */
    public String latestWords(CaseNumber caseNumber) {
        return jdbc.sql("select words from contact where case_number = ? and kind = 'chase' order by id desc limit 1")
                .param(caseNumber)
                .query(String.class)
                .optional()
                .orElse("");
    }

    public void moveTo(CaseNumber fromCase, CaseNumber toCase) {
        jdbc.sql("update contact set case_number = ?, kind = 'chase' where case_number = ?")
                .params(toCase, fromCase)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Contact row(ResultSet row, int n) throws SQLException {
        return new Contact(
                row.getLong("id"),
                ContactKind.valueOf(
                        row.getString("kind").toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getString("channel"),
                row.getString("held_by"),
                row.getInt("level"),
                row.getObject("began_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("ended_at", OffsetDateTime.class)),
                (Integer) row.getObject("mood_start"),
                (Integer) row.getObject("mood_end"),
                row.getString("words"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
