package org.recourse.compensation.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recourse.form.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The figures of budgets, and the entries that stand behind each of them. */
@Repository
public class BudgetFigures {

    private final Budgets budgets;
    private final JdbcClient jdbc;
    private final Times times;
    private final Clock clock;

    BudgetFigures(Budgets budgets, JdbcClient jdbc, Times times, Clock clock) {
        this.budgets = budgets;
        this.jdbc = jdbc;
        this.times = times;
        this.clock = clock;
    }

    public List<TeamFigures> of(YearMonth month) {
        return budgets.of(month).stream()
                .map(budget -> new TeamFigures(
                        budget.team(),
                        month,
                        budget.currency(),
                        budget.amount(),
                        budget.reserved(),
                        budget.committed(),
                        budget.left(),
                        forecast(budget)))
                .toList();
    }

    /** What is reserved and committed, carried on at the same pace to the month's end; null before the month begins. */
    private @Nullable BigDecimal forecast(Budget budget) {
        Instant from = budget.month().atDay(1).atStartOfDay(times.house()).toInstant();
        Instant to = budget.month()
                .plusMonths(1)
                .atDay(1)
                .atStartOfDay(times.house())
                .toInstant();
        Instant now = clock.instant();
        BigDecimal spoken = budget.reserved().add(budget.committed());
        if (!now.isAfter(from)) {
            return null;
        }
        if (!now.isBefore(to)) {
            return spoken;
        }
        return spoken.multiply(BigDecimal.valueOf(Duration.between(from, to).toSeconds()))
                .divide(
                        BigDecimal.valueOf(
                                Math.max(1, Duration.between(from, now).toSeconds())),
                        2,
                        RoundingMode.HALF_UP);
    }

    /** What was committed, by team and root cause of the cases. */
    public List<CauseFigures> byCause(YearMonth month) {
        return jdbc.sql("""
                        select t.team, coalesce(c.cause, 'not named') as cause,
                          count(distinct t.case_number) as cases, sum(e.amount) as committed
                        from ledger_transaction t
                        join ledger_entry e on e.transaction_id = t.id and e.account = 'committed'
                        left join escalation_case c on c.case_number = t.case_number
                        where t.budget_month = ?
                        group by t.team, coalesce(c.cause, 'not named') order by 1, 4 desc""")
                .param(month.toString())
                .query((row, n) -> new CauseFigures(
                        row.getString("team"),
                        row.getString("cause"),
                        row.getInt("cases"),
                        row.getBigDecimal("committed")))
                .list();
    }

    /**
     * The entries behind the figures, oldest first, at most 5,000.
     *
     * @param team null for all teams
     */
    public List<EntryLine> entries(YearMonth month, @Nullable String team) {
        return jdbc.sql("""
                        select t.at, t.team, t.kind, e.account, e.amount, t.currency, t.case_number, t.customer_number,
                          t.compensation_kind, c.cause, t.who, t.reason
                        from ledger_transaction t join ledger_entry e on e.transaction_id = t.id
                        left join escalation_case c on c.case_number = t.case_number
                        where t.budget_month = ? and (cast(? as varchar(64)) is null or t.team = ?)
                        order by t.id, e.id limit 5000""")
                .params(month.toString(), team, team)
                .query((row, n) -> new EntryLine(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("team"),
                        row.getString("kind"),
                        row.getString("account"),
                        row.getBigDecimal("amount"),
                        row.getString("currency"),
                        row.getString("case_number"),
                        row.getString("customer_number"),
                        row.getString("compensation_kind"),
                        row.getString("cause"),
                        row.getString("who"),
                        row.getString("reason")))
                .list();
    }

    /** One team's month, amounts in major units. */
    public record TeamFigures(
            String team,
            YearMonth month,
            String currency,
            BigDecimal budget,
            BigDecimal reserved,
            BigDecimal committed,
            BigDecimal left,
            @Nullable BigDecimal forecast) {}

    /** What one cause cost a team. */
    public record CauseFigures(String team, String cause, int cases, BigDecimal committed) {}

    /** One entry with what is to be known about its transaction. */
    public record EntryLine(
            Instant at,
            String team,
            String kind,
            String account,
            BigDecimal amount,
            String currency,
            @Nullable String caseNumber,
            @Nullable String customerNumber,
            @Nullable String compensationKind,
            @Nullable String cause,
            String who,
            @Nullable String reason) {}
}
