package org.recourse.compensation.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.Team;
import org.recourse.identity.CurrentUser;
import org.recourse.text.Saying;
import org.recourse.text.SayingJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** Transactions with their entries, added and never changed, and what each reservation still holds. */
@Repository
class LedgerRows {

    /** Money of a case that is held in one team's month. */
    record Reservation(long id, Holding holding, YearMonth month, BigDecimal held) {}

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final Clock clock;

    LedgerRows(JdbcClient jdbc, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.clock = clock;
    }

    boolean knows(String key) {
        return jdbc.sql("select count(*) from ledger_transaction where transaction_key = ?")
                        .param(key)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Writes a transaction; its entries must sum to zero. */
    void post(
            String key,
            EntryKind kind,
            Holding holding,
            YearMonth month,
            @Nullable String compensationKind,
            @Nullable Saying reason,
            Map<Account, BigDecimal> entries) {
        if (entries.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add).signum() != 0) {
            throw new IllegalStateException("The entries of " + key + " do not sum to zero");
        }
        KeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into ledger_transaction (transaction_key, kind, team, budget_month, currency,
                          case_number, customer_number, compensation_kind, who, at, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        key,
                        kind.value(),
                        holding.team(),
                        month.toString(),
                        holding.currency(),
                        holding.caseNumber(),
                        none(holding.customerNumber()),
                        compensationKind,
                        user.id(),
                        now(),
                        reason == null ? null : SayingJson.write(reason))
                .update(id, "id");
        long transaction = Objects.requireNonNull(id.getKey()).longValue();
        entries.forEach((account, amount) -> jdbc.sql(
                        "insert into ledger_entry (transaction_id, account, amount) values (?, ?, ?)")
                .params(transaction, account.value(), amount)
                .update());
    }

    private static @Nullable String none(String text) {
        return text.isEmpty() ? null : text;
    }

    void hold(Holding holding, YearMonth month, BigDecimal amount) {
        jdbc.sql("""
                        insert into reservation (case_number, customer_number, team, budget_month, currency, held)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        holding.caseNumber(),
                        holding.customerNumber(),
                        holding.team(),
                        month.toString(),
                        holding.currency(),
                        amount)
                .update();
    }

    void moveTo(CaseNumber caseNumber, String customerNumber) {
        jdbc.sql("update reservation set customer_number = ? where case_number = ?")
                .params(customerNumber, caseNumber)
                .update();
    }

    /** What the case holds, oldest first, locked until the transaction ends. */
    List<Reservation> lockHeld(CaseNumber caseNumber) {
        return jdbc.sql("select * from reservation where case_number = ? and held > 0 order by id for update")
                .param(caseNumber)
                .query(LedgerRows::reservation)
                .list();
    }

    Optional<Reservation> lastHeld(CaseNumber caseNumber) {
        return jdbc.sql("select * from reservation where case_number = ? and held > 0 order by id desc limit 1")
                .param(caseNumber)
                .query(LedgerRows::reservation)
                .optional();
    }

    BigDecimal held(CaseNumber caseNumber) {
        return jdbc.sql("select coalesce(sum(held), 0) from reservation where case_number = ?")
                .param(caseNumber)
                .query(BigDecimal.class)
                .single();
    }

    void lessen(Reservation reservation, BigDecimal amount) {
        jdbc.sql("update reservation set held = held - ? where id = ?")
                .params(amount, reservation.id())
                .update();
    }

    CaseMoney of(CaseNumber caseNumber) {
        return jdbc.sql("""
                        select
                          coalesce(sum(case when t.kind in ('reserve', 'overdraw') then e.amount end), 0) as reserved,
                          coalesce(sum(case when t.kind = 'release' then -e.amount end), 0) as released,
                          coalesce(sum(case when t.kind = 'commit' then -e.amount end), 0) as committed
                        from ledger_transaction t join ledger_entry e on e.transaction_id = t.id
                        where t.case_number = ? and e.account = 'reserved'""")
                .param(caseNumber)
                .query((row, n) -> new CaseMoney(
                        row.getBigDecimal("reserved"), row.getBigDecimal("released"), row.getBigDecimal("committed")))
                .single();
    }

    private static Reservation reservation(ResultSet row, int n) throws SQLException {
        return new Reservation(
                row.getLong("id"),
                new Holding(
                        CaseNumber.of(row.getString("case_number")),
                        row.getString("customer_number"),
                        Team.of(row.getString("team")),
                        row.getString("currency")),
                YearMonth.parse(row.getString("budget_month")),
                row.getBigDecimal("held"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
