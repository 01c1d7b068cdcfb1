package org.recourse.compensation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.recourse.compensation.Compensation.Line;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.recourse.identifier.Team;
import org.recourse.text.Money;
import org.recourse.text.Saying;
import org.recourse.text.SayingJson;
import org.recourse.text.Sentence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was agreed to be given and what became of it. A grant has a key: whatever is retried, it is granted once (R18). */
@Repository
public class Grants {

    /** How long goodwill raises the level of more goodwill. */
    private static final int MONTHS_THAT_COUNT = 12;

    /** How long money back in one case counts with money back in another one of the customer. */
    static final int DAYS_OF_SPLITTING = 30;

    private final JdbcClient jdbc;
    private final Clock clock;

    Grants(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Agrees the amounts of one settlement; the same settlement again changes nothing. Of practice nothing is ever paid.
     *
     * @param approval by which somebody else decided them; null on one's own authority
     */
    void agree(
            CaseNumber caseNumber,
            String customerNumber,
            int proposal,
            Compensation agreed,
            PersonId person,
            @Nullable Long approval) {
        for (int n = 0; n < agreed.lines().size(); n++) {
            Line line = agreed.lines().get(n);
            String key = "%s.%d.%d".formatted(caseNumber, proposal, n + 1);
            jdbc.sql("""
                            insert into compensation_grant (grant_key, case_number, customer_number, kind, amount,
                              currency, agreed_by, agreed_at, approval_id, state)
                            select ?, ?, ?, ?, ?, ?, ?, ?, cast(? as bigint), case when exists (select 1 from money_case c
                              where c.case_number = ? and c.practice) then 'cancelled' else 'agreed' end
                            where not exists (select 1 from compensation_grant where grant_key = ?)""")
                    .params(
                            key,
                            caseNumber,
                            customerNumber,
                            line.kind().value(),
                            line.amount(),
                            agreed.currency(),
                            person,
                            now(),
                            approval,
                            caseNumber,
                            key)
                    .update();
        }
    }

    /** The case is another customer's, and so is what was agreed in it. */
    public void moveTo(CaseNumber caseNumber, String customerNumber) {
        jdbc.sql("update compensation_grant set customer_number = ? where case_number = ?")
                .params(customerNumber, caseNumber)
                .update();
    }

    /** Goodwill of the time before Recourse: it counts against later goodwill and is in no budget. */
    void earlier(String customerNumber, BigDecimal amount, Instant at) {
        jdbc.sql("""
                        insert into compensation_grant (grant_key, case_number, customer_number, kind, amount, currency,
                          agreed_by, agreed_at, state)
                        select ?, 'earlier', ?, 'goodwill', ?, 'EUR', 'system', ?, 'earlier'
                        where not exists (select 1 from compensation_grant where grant_key = ?)""")
                .params(
                        "earlier." + customerNumber,
                        customerNumber,
                        amount,
                        at.atOffset(ZoneOffset.UTC),
                        "earlier." + customerNumber)
                .update();
    }

    /** @return whether it was agreed until now */
    boolean toPay(String key) {
        return jdbc.sql("""
                                update compensation_grant set state = 'to-pay', granted_at = ?
                                where grant_key = ? and state = 'agreed'""").params(now(), key).update() == 1;
    }

    /** Counts another attempt to send it. @return how often it was sent now, 0 when there is nothing to send */
    int sending(String key) {
        int rows = jdbc.sql("""
                        update compensation_grant set state = 'sending', sent = sent + 1
                        where grant_key = ? and state in ('agreed', 'sending')""").param(key).update();
        return rows == 0
                ? 0
                : jdbc.sql("select sent from compensation_grant where grant_key = ?")
                        .param(key)
                        .query(Integer.class)
                        .single();
    }

    void answered(String key, Saying answer) {
        jdbc.sql("update compensation_grant set last_answer = ? where grant_key = ?")
                .params(SayingJson.write(answer), key)
                .update();
    }

    /** @return whether it was in that state until now */
    boolean paid(String key, GrantState before, String reference, PersonId person) {
        return jdbc.sql("""
                                update compensation_grant set state = 'paid', reference = ?, paid_by = ?, paid_at = ?,
                                  granted_at = coalesce(granted_at, ?)
                                where grant_key = ? and state = ?""")
                        .params(reference, person, now(), now(), key, before.value())
                        .update()
                == 1;
    }

    /** What was agreed and never sent anywhere is not owed any more. */
    void cancelAgreed(CaseNumber caseNumber) {
        jdbc.sql("update compensation_grant set state = 'cancelled' where case_number = ? and state = 'agreed'")
                .param(caseNumber)
                .update();
    }

    /** What counts with the next offer in the case, in EUR. */
    Given given(Requester requester) {
        return given(requester, clock.instant());
    }

    /** @param offered until when what other cases offered counts, besides what they agreed */
    Given given(Requester requester, Instant offered) {
        return jdbc.sql("""
                        select
                          coalesce(sum(case when case_number = :case and kind in ('goodwill', 'voucher')
                            then amount end), 0) as goodwill,
                          coalesce(sum(case when kind in ('refund', 'credit') and case_number = :case
                            then amount end), 0) as money_back,
                          coalesce(sum(case when kind in ('refund', 'credit') and case_number <> :case
                            and agreed_at > :lately and approval_id is null then amount end), 0) as elsewhere,
                          coalesce(sum(case when kind in ('goodwill', 'voucher')
                            and case_number <> :case and agreed_at > :earliest then amount end), 0) as earlier,
                          coalesce(sum(case when case_number = :case and state in ('agreed', 'sending')
                            then amount end), 0) as pending
                        from (
                          select case_number, kind, amount, agreed_at, approval_id, state from compensation_grant
                          where (case_number = :case or customer_number = :customer) and state <> 'cancelled'
                          union all
                          select case_number, kind, amount, offered_at, approval_id, 'offered' from money_offer
                          where customer_number = :customer and case_number <> :case and offered_at <= :offered
                            and not exists (select 1 from compensation_grant agreed
                              where agreed.case_number = money_offer.case_number and agreed.agreed_at >= offered_at)
                        ) figure""")
                .param("case", requester.caseNumber())
                .param("customer", requester.customerNumber())
                .param("offered", offered.atOffset(ZoneOffset.UTC))
                .param("lately", now().minusDays(DAYS_OF_SPLITTING))
                .param("earliest", now().minusMonths(MONTHS_THAT_COUNT))
                .query((row, n) -> new Given(
                        row.getBigDecimal("goodwill"),
                        row.getBigDecimal("money_back").add(row.getBigDecimal("elsewhere")),
                        row.getBigDecimal("elsewhere"),
                        row.getBigDecimal("earlier"),
                        row.getBigDecimal("pending")))
                .single();
    }

    public List<Grant> of(CaseNumber caseNumber) {
        return jdbc.sql("select * from compensation_grant where case_number = ? order by grant_key")
                .param(caseNumber)
                .query(Grants::row)
                .list();
    }

    List<Grant> refundsToPay(CaseNumber caseNumber) {
        return of(caseNumber).stream()
                .filter(grant ->
                        grant.state() == GrantState.TO_PAY && grant.kind().equals("refund"))
                .toList();
    }

    public Optional<Grant> find(String key) {
        return jdbc.sql("select * from compensation_grant where grant_key = ?")
                .param(key)
                .query(Grants::row)
                .optional();
    }

    /** The grants in a state, oldest first, at most 500. */
    public List<Grant> in(GrantState state) {
        return jdbc.sql("select * from compensation_grant where state = ? order by agreed_at, grant_key limit 500")
                .param(state.value())
                .query(Grants::row)
                .list();
    }

    /** The teams whose supervisors have to do with the case: the one that opened it, and the one it was handed to. */
    public Set<Team> teamsOf(CaseNumber caseNumber) {
        return new HashSet<>(
                jdbc.sql("""
                        select team from money_case where case_number = :case
                        union select route_team from money_case
                        where case_number = :case and route_team is not null""").param("case", caseNumber).query(Team.class).list());
    }

    /** Those of the cases that the teams have to do with. */
    public List<Grant> in(GrantState state, Collection<Team> teams) {
        return teams.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select g.* from compensation_grant g join money_case c on c.case_number = g.case_number
                        where g.state = :state and (c.team in (:teams) or c.route_team in (:teams))
                        order by g.agreed_at, g.grant_key limit 500""")
                        .param("state", state.value())
                        .param("teams", teams)
                        .query(Grants::row)
                        .list();
    }

    /** What the customer was given outside this case, newest first; goodwill from before Recourse is of no case. */
    List<GivenElsewhere> elsewhere(String customerNumber, CaseNumber caseNumber) {
        return jdbc.sql("""
                        select kind, amount, currency, agreed_at from compensation_grant
                        where customer_number = ? and case_number <> ? and state <> 'cancelled'
                        order by agreed_at desc limit 20""")
                .params(customerNumber, caseNumber)
                .query((row, n) -> new GivenElsewhere(
                        said(row.getString("kind"), row.getBigDecimal("amount"), row.getString("currency")),
                        row.getObject("agreed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Sentence said(String kind, BigDecimal amount, String currency) {
        return CompensationKind.valueOf(kind.toUpperCase(Locale.ROOT)).said(new Money(amount, currency));
    }

    /** {@code refund 18.40 EUR} and when. */
    record GivenElsewhere(Sentence said, Instant at) {}

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Grant row(ResultSet row, int n) throws SQLException {
        String answer = row.getString("last_answer");
        return new Grant(
                row.getString("grant_key"),
                CaseNumber.of(row.getString("case_number")),
                row.getString("customer_number"),
                row.getString("kind"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                GrantState.valueOf(
                        row.getString("state").toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getString("agreed_by"),
                row.getObject("agreed_at", OffsetDateTime.class).toInstant(),
                row.getString("reference"),
                answer == null ? null : SayingJson.read(answer));
    }

    /**
     * One amount that was agreed, and what became of it.
     *
     * @param reference of the payment, once it is paid
     * @param lastAnswer what the payment system said last, when it did not say clearly that it paid
     */
    public record Grant(
            String key,
            CaseNumber caseNumber,
            String customerNumber,
            String kind,
            BigDecimal amount,
            String currency,
            GrantState state,
            String agreedBy,
            Instant agreedAt,
            @Nullable String reference,
            @Nullable Saying lastAnswer) {

        /** {@code refund 18.40 EUR}. */
        public Sentence said() {
            return Grants.said(kind, amount, currency);
        }

        /** {@link #said} in English, for the log. */
        public String words() {
            return "%s %s %s".formatted(kind, amount.toPlainString(), currency);
        }

        /** Agreed, and neither granted nor given up. */
        boolean isPending() {
            return state == GrantState.AGREED || state == GrantState.SENDING;
        }
    }
}
