package org.recourse.compensation.ledger;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.NullUnmarked;
import org.recourse.customer.TestTables;
import org.recourse.form.Times;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.recourse.identifier.Team;
import org.recourse.identity.CurrentUser;
import org.recourse.storage.StoredValues;
import org.recourse.text.Sentence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger without Spring: transactions are what {@link #transaction} makes them. */
@NullUnmarked
public final class TestLedger {

    public static final Team TEAM = Team.of("team-north");

    private final DataSource tables;

    public final Ledger ledger;
    public final Budgets budgets;
    public final JdbcClient jdbc;
    public final JdbcTransactionManager transactions;
    public final TransactionTemplate transaction;

    public TestLedger(DataSource tables, Clock clock, String monthlyBudget) {
        this.tables = tables;
        jdbc = StoredValues.client(JdbcClient.create(tables));
        transactions = new JdbcTransactionManager(tables);
        transaction = new TransactionTemplate(transactions);
        LedgerRows rows = new LedgerRows(jdbc, new Nobody(), clock);
        MoneyProperties money = new MoneyProperties(
                "EUR",
                new BigDecimal(monthlyBudget),
                Duration.ofDays(14),
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ONE);
        budgets = new Budgets(new BudgetRows(jdbc), rows, money, times(), clock, transactions);
        ledger = new Ledger(rows, budgets);
    }

    public void open(CaseNumber... caseNumbers) {
        TestTables.openCases(tables, caseNumbers);
    }

    /** {@link Times} is built by Spring only. */
    private static Times times() {
        return org.springframework.beans.BeanUtils.instantiateClass(
                constructor(), java.time.ZoneId.of("Europe/Berlin"));
    }

    private static java.lang.reflect.Constructor<Times> constructor() {
        try {
            return Times.class.getDeclaredConstructor(java.time.ZoneId.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Holding of(CaseNumber caseNumber) {
        return new Holding(caseNumber, "C-" + caseNumber, TEAM, "EUR");
    }

    public Budget budget() {
        return budgets.opened(TEAM, YearMonth.of(2026, 11));
    }

    /** A sentence for each thing that must not be. */
    public List<String> findings() {
        return new LedgerFindings(jdbc, Clock.systemUTC())
                .all().stream().map(Sentence::toString).toList();
    }

    private static final class Nobody implements CurrentUser {

        @Override
        public PersonId id() {
            return PersonId.SYSTEM;
        }

        @Override
        public Set<String> groups() {
            return Set.of();
        }

        @Override
        public boolean hasRole(String role) {
            return false;
        }

        @Override
        public Set<Team> teams() {
            return Set.of();
        }
    }
}
