package org.recourse.compensation.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.recourse.form.Step;
import org.recourse.record.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Proves again and again that the ledger balances. What is found is a figure ({@code recourse_ledger_findings}), a line in
 * the log, and a notice to managers and operators, once for each finding.
 */
@Component
public class LedgerCheck {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerCheck.class);
    private static final List<String> TOLD = List.of("manager", "operator");

    private final LedgerFindings findings;
    private final Notices notices;
    private final TransactionTemplate oneMoment;
    private final TransactionTemplate transaction;
    private final AtomicInteger found;
    private volatile Set<String> told = Set.of();

    LedgerCheck(
            LedgerFindings findings, Notices notices, PlatformTransactionManager transactions, MeterRegistry figures) {
        this.findings = findings;
        this.notices = notices;
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneMoment.setReadOnly(true);
        this.transaction = new TransactionTemplate(transactions);
        this.found = figures.gauge("recourse.ledger.findings", new AtomicInteger());
    }

    @Scheduled(
            initialDelayString = "${recourse.money.check-after:PT1M}",
            fixedDelayString = "${recourse.money.check-every:PT15M}")
    void checkRegularly() {
        check();
    }

    /** @return a sentence for each thing that must not be, none when the ledger balances */
    public List<String> check() {
        List<String> now = oneMoment.execute(status -> findings.all());
        found.set(now.size());
        List<String> fresh =
                now.stream().filter(finding -> !told.contains(finding)).toList();
        if (!fresh.isEmpty()) {
            fresh.forEach(finding -> LOG.error("The ledger does not balance: {}", finding));
            transaction.executeWithoutResult(status -> fresh.forEach(finding -> notices.tell(
                    Step.byRoute("ledger", "self-check"),
                    "ledger-check",
                    "The ledger does not balance: %s.".formatted(finding),
                    TOLD)));
        }
        told = Set.copyOf(now);
        return now;
    }
}
