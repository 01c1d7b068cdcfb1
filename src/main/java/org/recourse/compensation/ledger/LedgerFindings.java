package org.recourse.compensation.ledger;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.recourse.text.SayingJson;
import org.recourse.text.Sentence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proves the ledger from its entries: each statement finds what must not be, and is empty when all is well. */
@Repository
class LedgerFindings {

    private static final String UNBALANCED = """
            select t.transaction_key from ledger_transaction t
            join ledger_entry e on e.transaction_id = t.id
            group by t.transaction_key having sum(e.amount) <> 0""";

    private static final String TOTALS = """
            select b.team, b.budget_month from budget b
            left join (
              select t.team, t.budget_month,
                sum(case when e.account = 'funding' then -e.amount else 0 end) as amount,
                sum(case when e.account = 'reserved' then e.amount else 0 end) as reserved,
                sum(case when e.account = 'committed' then e.amount else 0 end) as committed
              from ledger_transaction t join ledger_entry e on e.transaction_id = t.id
              group by t.team, t.budget_month) s on s.team = b.team and s.budget_month = b.budget_month
            where b.amount <> coalesce(s.amount, 0) or b.reserved <> coalesce(s.reserved, 0)
              or b.committed <> coalesce(s.committed, 0)""";

    private static final String OVERDRAWN = """
            select b.team, b.budget_month from budget b
            where b.reserved + b.committed > b.amount + (
              select coalesce(sum(e.amount), 0) from ledger_transaction t
              join ledger_entry e on e.transaction_id = t.id and e.account = 'reserved'
              where t.kind = 'overdraw' and t.team = b.team and t.budget_month = b.budget_month)""";

    private static final String HELD = """
            select r.case_number from (
              select case_number, sum(held) as held, min(held) as least from reservation group by case_number) r
            left join (
              select t.case_number, sum(e.amount) as reserved from ledger_transaction t
              join ledger_entry e on e.transaction_id = t.id and e.account = 'reserved'
              group by t.case_number) s on s.case_number = r.case_number
            where r.held <> coalesce(s.reserved, 0) or r.least < 0""";

    private static final String GRANTED = """
            select case_number from (
              select case_number, amount from compensation_grant where state in ('to-pay', 'paid')
              union all
              select t.case_number, -e.amount from ledger_transaction t
              join ledger_entry e on e.transaction_id = t.id and e.account = 'customer') both_sides
            group by case_number having sum(amount) <> 0""";

    private final JdbcClient jdbc;
    private final Clock clock;

    LedgerFindings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One sentence for each thing that must not be. */
    List<Sentence> all() {
        List<Sentence> findings = new ArrayList<>();
        findings.addAll(named("ledger.transaction-unbalanced", UNBALANCED));
        findings.addAll(ofMonth("ledger.totals-differ", TOTALS));
        findings.addAll(ofMonth("ledger.overdrawn", OVERDRAWN));
        findings.addAll(named("ledger.held-differs", HELD));
        findings.addAll(named("ledger.granted-differs", GRANTED));
        return findings;
    }

    private List<Sentence> named(String key, String proof) {
        return jdbc.sql(proof)
                .query((row, n) -> Sentence.of(key, row.getString(1)))
                .list();
    }

    private List<Sentence> ofMonth(String key, String proof) {
        return jdbc.sql(proof)
                .query((row, n) -> Sentence.of(key, row.getString(1), YearMonth.parse(row.getString(2))))
                .list();
    }

    /** Keeps what is found as told and forgets what is found no more; returns what had not been told. */
    List<Sentence> fresh(List<Sentence> now) {
        Set<String> told = new HashSet<>(jdbc.sql("select finding from ledger_finding")
                .query(String.class)
                .list());
        List<Sentence> fresh = now.stream()
                .distinct()
                .filter(finding -> !told.remove(SayingJson.write(finding)))
                .toList();
        told.forEach(over -> jdbc.sql("delete from ledger_finding where finding = ?")
                .param(over)
                .update());
        fresh.forEach(finding -> jdbc.sql("insert into ledger_finding (finding, found_at) values (?, ?)")
                .params(SayingJson.write(finding), clock.instant().atOffset(ZoneOffset.UTC))
                .update());
        return fresh;
    }
}
