package org.recourse.compensation.ledger;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.recourse.form.RefusedInput;
import org.recourse.form.Times;
import org.recourse.identifier.Team;
import org.recourse.text.Money;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.recourse.text.Written;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The budgets of teams and months. A month that nobody gave a budget opens with the configured one. */
@Service
public class Budgets {

    private final BudgetRows budgets;
    private final LedgerRows ledger;
    private final MoneyProperties money;
    private final Times times;
    private final Clock clock;
    private final TransactionTemplate apart;

    Budgets(
            BudgetRows budgets,
            LedgerRows ledger,
            MoneyProperties money,
            Times times,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.budgets = budgets;
        this.ledger = ledger;
        this.money = money;
        this.times = times;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The month whose budgets are drawn on now, in the zone of the house. */
    public YearMonth month() {
        return YearMonth.from(clock.instant().atZone(times.house()));
    }

    /** The budget that the team draws on now. */
    public Budget current(Team team) {
        return opened(team, month());
    }

    public List<Budget> of(YearMonth month) {
        return budgets.of(month);
    }

    /**
     * Gives a team's month another amount, in major units.
     *
     * @throws RefusedInput when more than that is spoken for already
     */
    @Transactional
    public Budget resize(Team team, YearMonth month, BigDecimal amount, String reason) {
        Budget old = opened(team, month);
        if (!budgets.resize(old, amount)) {
            throw new RefusedInput(
                    "amount",
                    Sentence.of("budget.spoken-for", new Money(old.reserved().add(old.committed()), old.currency())));
        }
        fund(old, amount.subtract(old.amount()), "fund/" + UUID.randomUUID(), new Written(reason));
        return opened(team, month);
    }

    Budget opened(Team team, YearMonth month) {
        return budgets.find(team, month).orElseGet(() -> {
            open(team, month);
            return budgets.find(team, month).orElseThrow();
        });
    }

    /** In a transaction of its own: the first two requests of a month may come at once. */
    private void open(Team team, YearMonth month) {
        Budget budget = new Budget(
                team, month, money.currency(), money.monthlyBudget().setScale(2), BigDecimal.ZERO, BigDecimal.ZERO);
        try {
            apart.executeWithoutResult(status -> {
                budgets.insert(budget);
                fund(
                        budget,
                        budget.amount(),
                        "fund/%s/%s".formatted(team, month),
                        Sentence.of("ledger.configured-budget"));
            });
        } catch (DuplicateKeyException openedByAnother) {
            if (budgets.find(team, month).isEmpty()) {
                throw openedByAnother;
            }
        }
    }

    private void fund(Budget budget, BigDecimal more, String key, Saying reason) {
        ledger.post(
                key,
                EntryKind.FUND,
                new Holding(null, "", budget.team(), budget.currency()),
                budget.month(),
                null,
                reason,
                Map.of(Account.FUNDING, more.negate(), Account.BUDGET, more));
    }

    boolean reserve(Team team, YearMonth month, String currency, BigDecimal amount) {
        if (budgets.reserve(team, month, currency, amount)) {
            return true;
        }
        demandCurrency(opened(team, month), currency);
        return budgets.reserve(team, month, currency, amount);
    }

    void overdraw(Team team, YearMonth month, String currency, BigDecimal amount) {
        demandCurrency(opened(team, month), currency);
        budgets.overdraw(team, month, amount);
    }

    void release(Team team, YearMonth month, BigDecimal amount) {
        budgets.release(team, month, amount);
    }

    void commit(Team team, YearMonth month, BigDecimal amount) {
        budgets.commit(team, month, amount);
    }

    private static void demandCurrency(Budget budget, String currency) {
        if (!budget.currency().equals(currency)) {
            throw new RefusedInput(
                    "compensationCurrency",
                    Sentence.of("budget.other-currency", budget.team(), budget.currency(), currency));
        }
    }
}
