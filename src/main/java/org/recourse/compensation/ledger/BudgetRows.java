package org.recourse.compensation.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.recourse.identifier.Team;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The budgets with their running totals. Each change is one statement that checks what it must not break. */
@Repository
class BudgetRows {

    private final JdbcClient jdbc;

    BudgetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Budget budget) {
        jdbc.sql(
                        "insert into budget (team, budget_month, currency, amount, reserved, committed) values (?, ?, ?, ?, 0, 0)")
                .params(budget.team(), budget.month().toString(), budget.currency(), budget.amount())
                .update();
    }

    Optional<Budget> find(Team team, YearMonth month) {
        return jdbc.sql("select * from budget where team = ? and budget_month = ?")
                .params(team, month.toString())
                .query(BudgetRows::row)
                .optional();
    }

    List<Budget> of(YearMonth month) {
        return jdbc.sql("select * from budget where budget_month = ? order by team")
                .param(month.toString())
                .query(BudgetRows::row)
                .list();
    }

    /** @return whether the budget has that much left, in that currency */
    boolean reserve(Team team, YearMonth month, String currency, BigDecimal amount) {
        return jdbc.sql("""
                                update budget set reserved = reserved + ?
                                where team = ? and budget_month = ? and currency = ?
                                  and amount - reserved - committed >= ?""")
                        .params(amount, team, month.toString(), currency, amount)
                        .update()
                == 1;
    }

    void overdraw(Team team, YearMonth month, BigDecimal amount) {
        changed(jdbc.sql("update budget set reserved = reserved + ? where team = ? and budget_month = ?")
                .params(amount, team, month.toString())
                .update());
    }

    void release(Team team, YearMonth month, BigDecimal amount) {
        changed(jdbc.sql("update budget set reserved = reserved - ? where team = ? and budget_month = ?")
                .params(amount, team, month.toString())
                .update());
    }

    void commit(Team team, YearMonth month, BigDecimal amount) {
        changed(jdbc.sql("""
                        update budget set reserved = reserved - ?, committed = committed + ?
                        where team = ? and budget_month = ?""").params(amount, amount, team, month.toString()).update());
    }

    /** @return whether what is spoken for stays inside the new amount and nobody else changed the old one */
    boolean resize(Budget old, BigDecimal amount) {
        return jdbc.sql("""
                                update budget set amount = ?
                                where team = ? and budget_month = ? and amount = ? and reserved + committed <= ?""")
                        .params(amount, old.team(), old.month().toString(), old.amount(), amount)
                        .update()
                == 1;
    }

    private static void changed(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("A reservation belongs to a budget that is not there");
        }
    }

    private static Budget row(ResultSet row, int n) throws SQLException {
        return new Budget(
                Team.of(row.getString("team")),
                YearMonth.parse(row.getString("budget_month")),
                row.getString("currency"),
                row.getBigDecimal("amount"),
                row.getBigDecimal("reserved"),
                row.getBigDecimal("committed"));
    }
}
