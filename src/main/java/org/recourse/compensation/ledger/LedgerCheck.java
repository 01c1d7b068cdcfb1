package org.recourse.compensation.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.recourse.record.Notices;
import org.recourse.text.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Proves again and again that the ledger balances. What is found is a figure ({@code recourse_ledger_findings}), a line in
 * the log, and a notice to managers and operators, once for each finding and for twenty at a time.
 */
@Component
public class LedgerCheck {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerCheck.class);
    private static final List<String> TOLD = List.of("manager", "operator");
    private static final int IN_WORDS = 20;

    private final LedgerFindings findings;
    private final Notices notices;
    private final TransactionTemplate oneMoment;
    private final TransactionTemplate transaction;
    private final AtomicInteger found;

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
    public List<Sentence> check() {
        List<Sentence> now = oneMoment.execute(status -> findings.all());
        found.set(now.size());
        try {
            List<Sentence> fresh = transaction.execute(status -> tell(findings.fresh(now)));
            fresh.forEach(finding -> LOG.error("The ledger does not balance: {}", finding));
        } catch (DuplicateKeyException atTheSameMoment) {
            LOG.debug("Another check told of it at the same moment", atTheSameMoment);
        }
        return now;
    }

    private List<Sentence> tell(List<Sentence> fresh) {
        fresh.stream().limit(IN_WORDS).forEach(finding -> tell(Sentence.of("ledger.unbalanced", finding)));
        if (fresh.size() > IN_WORDS) {
            tell(Sentence.of("ledger.unbalanced-in-more-places", fresh.size() - IN_WORDS));
        }
        return fresh;
    }

    private void tell(Sentence sentence) {
        notices.tellOfTheHouse("ledger", "ledger-check", sentence, TOLD);
    }
}
