package org.recourse.compensation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.recourse.compensation.Compensation.Line;
import org.recourse.form.Step;
import org.recourse.record.CaseLog;
import org.recourse.record.EventKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was agreed to be given and what was given. A grant has a key: whatever is retried, it is granted once (R18). */
@Repository
public class Grants {

    private static final int MONTHS_THAT_COUNT = 12;

    private final JdbcClient jdbc;
    private final CaseLog log;
    private final Clock clock;

    Grants(JdbcClient jdbc, CaseLog log, Clock clock) {
        this.jdbc = jdbc;
        this.log = log;
        this.clock = clock;
    }

    /** Agrees the amounts of one settlement; the same settlement again changes nothing. */
    public void agree(String caseNumber, String customerNumber, int proposal, Compensation agreed, String person) {
        for (int n = 0; n < agreed.lines().size(); n++) {
            Line line = agreed.lines().get(n);
            String key = "%s/%d/%d".formatted(caseNumber, proposal, n + 1);
            jdbc.sql("""
                            insert into compensation_grant (grant_key, case_number, customer_number, kind, amount,
                              currency, agreed_by, agreed_at, state)
                            select ?, ?, ?, ?, ?, ?, ?, ?, 'agreed'
                            where not exists (select 1 from compensation_grant where grant_key = ?)""")
                    .params(
                            key,
                            caseNumber,
                            customerNumber,
                            line.kind().value(),
                            line.amount(),
                            agreed.currency(),
                            person,
                            clock.instant().atOffset(ZoneOffset.UTC),
                            key)
                    .update();
        }
    }

    /** The case is another customer's, and so is what was agreed in it. */
    public void moveTo(String caseNumber, String customerNumber) {
        jdbc.sql("update compensation_grant set customer_number = ? where case_number = ?")
                .params(customerNumber, caseNumber)
                .update();
    }

    /** Grants what is agreed and not granted yet. */
    public void grantAgreed(Step step) {
        for (Grant grant : of(step.caseNumber())) {
            boolean now = jdbc.sql(
                                    "update compensation_grant set state = 'granted', granted_at = ? where grant_key = ? and state = 'agreed'")
                            .params(clock.instant().atOffset(ZoneOffset.UTC), grant.key())
                            .update()
                    == 1;
            if (now) {
                log.happened(
                        step,
                        EventKind.GRANTED,
                        "%s %s %s".formatted(grant.kind(), grant.amount().toPlainString(), grant.currency()));
            }
        }
    }

    /** Goodwill and vouchers of the last twelve months, in EUR. */
    public BigDecimal earlierGoodwill(String customerNumber) {
        return jdbc.sql("""
                        select coalesce(sum(amount), 0) from compensation_grant
                        where customer_number = ? and kind in ('goodwill', 'voucher') and agreed_at > ?""")
                .params(customerNumber, clock.instant().atOffset(ZoneOffset.UTC).minusMonths(MONTHS_THAT_COUNT))
                .query(BigDecimal.class)
                .single();
    }

    public List<Grant> of(String caseNumber) {
        return jdbc.sql("select * from compensation_grant where case_number = ? order by grant_key")
                .param(caseNumber)
                .query((row, n) -> new Grant(
                        row.getString("grant_key"),
                        row.getString("kind"),
                        row.getBigDecimal("amount"),
                        row.getString("currency"),
                        row.getString("state"),
                        row.getString("agreed_by")))
                .list();
    }

    /** What the customer of the case was given before, in words. */
    String givenBefore(String caseNumber) {
        List<String> before = jdbc.sql("""
                        select g.kind, g.amount, g.currency from compensation_grant g
                        join escalation_case c on c.customer_number = g.customer_number
                        where c.case_number = ? and g.case_number <> c.case_number order by g.agreed_at desc""")
                .param(caseNumber)
                .query((row, n) -> "%s %s %s"
                        .formatted(
                                row.getString("kind"),
                                row.getBigDecimal("amount").toPlainString(),
                                row.getString("currency")))
                .list();
        return before.isEmpty() ? "Nothing was given to this customer before." : String.join(", ", before);
    }

    /** One amount that was agreed, and whether it was granted. */
    public record Grant(String key, String kind, BigDecimal amount, String currency, String state, String agreedBy) {}
}
