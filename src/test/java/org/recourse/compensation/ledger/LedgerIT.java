package org.recourse.compensation.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.customer.TestPostgres;
import org.recourse.customer.TestTables;
import org.recourse.identifier.CaseNumber;
import org.recourse.text.Written;

/** The same on PostgreSQL, and with many hands at once. */
@Tag("B1")
class LedgerIT extends LedgerTest {

    private static final int CASES = 25;
    private static final int HANDS = 8;

    @Override
    DataSource tables() {
        return TestPostgres.migrated();
    }

    @Test
    void a_thousand_random_operations_at_once_keep_it_balanced() throws Exception {
        stress(1_000, 11);
    }

    @Test
    @Tag("faults")
    void ten_thousand_random_operations_at_once_keep_it_balanced() throws Exception {
        stress(10_000, 12);
    }

    private void stress(int operations, long seed) throws InterruptedException, ExecutionException {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(TestPostgres.migrated());
            pool.setMaximumPoolSize(2 * HANDS);
            TestLedger shared = new TestLedger(pool, TestTables.CLOCK, "5000.00");
            shared.open(IntStream.range(0, CASES)
                    .mapToObj(n -> CaseNumber.of("EU", 2026, n))
                    .toArray(CaseNumber[]::new));
            AtomicInteger refused = new AtomicInteger();
            long began = System.nanoTime();
            ExecutorService hands = Executors.newFixedThreadPool(HANDS);
            List<Future<?>> running = IntStream.range(0, HANDS)
                    .<Future<?>>mapToObj(hand -> hands.submit(() -> {
                        Random random = new Random(seed * 1_000 + hand);
                        for (int n = 0; n < operations / HANDS; n++) {
                            if (!one(shared, random, hand + "-" + n)) {
                                refused.incrementAndGet();
                            }
                        }
                    }))
                    .toList();
            for (Future<?> hand : running) {
                hand.get();
            }
            hands.shutdown();

            Budget budget = shared.budget();
            System.out.printf(
                    "%,d operations by %d hands in %.1f s: %d found too little; reserved %s, committed %s of %s%n",
                    operations,
                    HANDS,
                    (System.nanoTime() - began) / 1e9,
                    refused.get(),
                    budget.reserved(),
                    budget.committed(),
                    budget.amount());
            assertThat(shared.findings()).noneMatch(finding -> !finding.startsWith("what was granted"));
            assertThat(budget.reserved().add(budget.committed())).isLessThanOrEqualTo(budget.amount());
            assertThat(budget.committed()).isPositive();
            assertThat(refused)
                    .as("operations that found the budget or the reservation empty")
                    .hasPositiveValue();
        }
    }

    /** @return whether there was enough */
    private static boolean one(TestLedger shared, Random random, String key) {
        CaseNumber number = CaseNumber.of("EU", 2026, random.nextInt(CASES));
        BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(40_000), 2);
        try {
            return Boolean.TRUE.equals(shared.transaction.<Boolean>execute(status -> switch (random.nextInt(4)) {
                case 0, 1 -> shared.ledger.reserve(TestLedger.of(number), amount, "reserve/" + key);
                case 2 -> {
                    shared.ledger.release(number, amount, new Written("not needed"));
                    yield true;
                }
                default -> {
                    shared.ledger.commit(number, "goodwill", amount.min(new BigDecimal("30.00")), "commit/" + key);
                    yield true;
                }
            }));
        } catch (IllegalStateException holdsTooLittle) {
            return false;
        }
    }
}
