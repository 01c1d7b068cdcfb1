package org.recourse.compensation.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recourse.calendar.BusinessCalendar;
import org.recourse.calendar.Calendars;
import org.recourse.form.Times;
import org.recourse.identifier.Team;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The figures of budgets. What stands behind each of them tells {@link BudgetEntries}. */
@Repository
public class BudgetFigures {

    /** Before a tenth of the month's business time has passed, its pace says nothing. */
    private static final int TOO_EARLY = 10;

    private final Budgets budgets;
    private final Calendars calendars;
    private final JdbcClient jdbc;
    private final Times times;
    private final Clock clock;
    private final List<Team> teams;

    BudgetFigures(
            Budgets budgets,
            Calendars calendars,
            JdbcClient jdbc,
            Times times,
            Clock clock,
            @Value("${recourse.teams}") List<Team> teams) {
        this.budgets = budgets;
        this.calendars = calendars;
        this.jdbc = jdbc;
        this.times = times;
        this.clock = clock;
        this.teams = teams;
    }

    /** Of this month every team, of other months the teams that had a budget. */
    public List<TeamFigures> of(YearMonth month) {
        if (month.equals(budgets.month())) {
            teams.forEach(budgets::current);
        }
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

    /**
     * What is reserved and committed, carried on at the same pace in the team's business time to the month's end; null
     * while too little of the month has passed to tell.
     */
    private @Nullable BigDecimal forecast(Budget budget) {
        Instant from = start(budget.month());
        Instant to = start(budget.month().plusMonths(1));
        Instant now = clock.instant();
        BigDecimal spoken = budget.reserved().add(budget.committed());
        if (!now.isBefore(to)) {
            return spoken;
        }
        BusinessCalendar calendar = calendars.of(budget.team());
        long all = calendar.businessMinutesBetween(from, to);
        long gone = calendar.businessMinutesBetween(from, now);
        return gone <= 0 || gone * TOO_EARLY < all
                ? null
                : spoken.multiply(BigDecimal.valueOf(all)).divide(BigDecimal.valueOf(gone), 2, RoundingMode.HALF_UP);
    }

    private Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(times.house()).toInstant();
    }

    /** What was committed, by team and root cause of the cases. */
    public List<CauseFigures> byCause(YearMonth month) {
        return jdbc.sql("""
                        select t.team, coalesce(c.cause, 'not-named') as cause,
                          count(distinct t.case_number) as cases, sum(e.amount) as committed
                        from ledger_transaction t
                        join ledger_entry e on e.transaction_id = t.id and e.account = 'committed'
                        left join money_case c on c.case_number = t.case_number
                        where t.budget_month = ?
                        group by t.team, coalesce(c.cause, 'not-named') order by 1, 4 desc""")
                .param(month.toString())
                .query((row, n) -> new CauseFigures(
                        Team.of(row.getString("team")),
                        row.getString("cause"),
                        row.getInt("cases"),
                        row.getBigDecimal("committed")))
                .list();
    }

    /** One team's month, amounts in major units. */
    public record TeamFigures(
            Team team,
            YearMonth month,
            String currency,
            BigDecimal budget,
            BigDecimal reserved,
            BigDecimal committed,
            BigDecimal left,
            @Nullable BigDecimal forecast) {}

    /** What one cause cost a team. */
    public record CauseFigures(Team team, String cause, int cases, BigDecimal committed) {}
}
