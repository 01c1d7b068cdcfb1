package org.recourse.compensation.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.YearMonth;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.customer.TestTables;
import org.recourse.form.RefusedInput;
import org.recourse.identifier.CaseNumber;
import org.recourse.text.Written;

@Tag("B1")
@org.jspecify.annotations.NullUnmarked
class LedgerTest {

    private static final CaseNumber CASE = CaseNumber.of("EU", 2026, 1);
    private static final CaseNumber ANOTHER = CaseNumber.of("EU", 2026, 2);

    TestLedger books;

    DataSource tables() {
        return TestTables.h2();
    }

    @BeforeEach
    void open() {
        books = new TestLedger(tables(), TestTables.CLOCK, "1000.00");
        books.open(CASE, ANOTHER);
    }

    @Test
    void money_goes_from_budget_to_reserved_to_committed_and_the_rest_back() {
        reserve(CASE, "700.00", "k1");
        release(CASE, "80.00");
        commit(CASE, "540.00", "commit/1");
        commit(CASE, "60.00", "commit/2");
        release(CASE, "20.00");

        CaseMoney money = books.ledger.of(CASE);
        assertThat(money.reserved()).isEqualByComparingTo("700");
        assertThat(money.released()).isEqualByComparingTo("100");
        assertThat(money.committed()).isEqualByComparingTo("600");
        assertThat(money.held()).isEqualByComparingTo("0");
        assertThat(books.budget().left()).isEqualByComparingTo("400");
        assertThat(unbalancedCaseMoney()).isEmpty();
    }

    @Test
    void the_same_key_counts_once() {
        reserve(CASE, "100.00", "k1");
        reserve(CASE, "100.00", "k1");
        commit(CASE, "50.00", "commit/1");
        commit(CASE, "50.00", "commit/1");

        assertThat(books.ledger.held(CASE)).isEqualByComparingTo("50");
        assertThat(books.budget().committed()).isEqualByComparingTo("50");
    }

    @Test
    void more_than_the_budget_is_not_reserved_unless_it_is_overdrawn_with_a_reason() {
        reserve(CASE, "900.00", "k1");

        assertThat(books.transaction.<Boolean>execute(
                        status -> books.ledger.reserve(TestLedger.of(ANOTHER), new BigDecimal("100.01"), "k2")))
                .isFalse();
        assertThat(books.ledger.held(ANOTHER)).isEqualByComparingTo("0");

        books.transaction.executeWithoutResult(status ->
                books.ledger.overdraw(TestLedger.of(ANOTHER), new BigDecimal("100.01"), "k2", "the press is on it"));
        assertThat(books.budget().left()).isEqualByComparingTo("-0.01");
        assertThat(books.findings()).isEmpty();
    }

    @Test
    void another_currency_than_the_budgets_is_refused() {
        assertThatThrownBy(() -> books.transaction.<Boolean>execute(status ->
                        books.ledger.reserve(new Holding(CASE, "C-1", TestLedger.TEAM, "USD"), BigDecimal.TEN, "k1")))
                .isInstanceOf(RefusedInput.class)
                .hasMessageContaining("the budget of team-north is in EUR");
    }

    @Test
    void what_is_not_held_is_not_committed() {
        reserve(CASE, "10.00", "k1");

        assertThatThrownBy(() -> commit(CASE, "10.01", "commit/1")).hasMessageContaining("0.01 too little");
        assertThat(books.budget().committed()).isEqualByComparingTo("0");
    }

    @Test
    void a_budget_is_not_made_smaller_than_what_is_spoken_for() {
        reserve(CASE, "600.00", "k1");
        YearMonth month = YearMonth.of(2026, 11);

        assertThatThrownBy(() -> books.budgets.resize(TestLedger.TEAM, month, new BigDecimal("599.99"), "less"))
                .hasMessageContaining("600.00 EUR are reserved or committed already");
        books.transaction.executeWithoutResult(
                status -> books.budgets.resize(TestLedger.TEAM, month, new BigDecimal("650.00"), "less"));
        assertThat(books.budget().left()).isEqualByComparingTo("50");
        assertThat(books.findings()).isEmpty();
    }

    @Test
    void the_check_finds_what_was_changed_behind_its_back() {
        reserve(CASE, "600.00", "k1");
        books.jdbc.sql("update budget set reserved = 500").update();
        books.jdbc.sql("update reservation set held = 601").update();
        books.jdbc
                .sql("update ledger_entry set amount = 599 where account = 'reserved'")
                .update();

        assertThat(books.findings())
                .contains(
                        "transaction k1 does not sum to zero",
                        "the totals of team-north November 2026 differ from their entries",
                        "what " + CASE + " holds differs from its entries");
    }

    private java.util.List<String> unbalancedCaseMoney() {
        return books.findings().stream()
                .filter(finding -> !finding.startsWith("what was granted"))
                .toList();
    }

    private void reserve(CaseNumber caseNumber, String amount, String key) {
        books.transaction.executeWithoutResult(
                status -> assertThat(books.ledger.reserve(TestLedger.of(caseNumber), new BigDecimal(amount), key))
                        .isTrue());
    }

    private void release(CaseNumber caseNumber, String amount) {
        books.transaction.executeWithoutResult(
                status -> books.ledger.release(caseNumber, new BigDecimal(amount), new Written("not needed")));
    }

    private void commit(CaseNumber caseNumber, String amount, String key) {
        books.transaction.executeWithoutResult(
                status -> books.ledger.commit(caseNumber, "refund", new BigDecimal(amount), key));
    }
}
