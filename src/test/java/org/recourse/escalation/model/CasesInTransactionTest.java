package org.recourse.escalation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.recourse.identifier.CaseNumber;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class CasesInTransactionTest {

    private static final CaseNumber NUMBER = CaseNumber.of("R-EU-2026-000001");

    private final JdbcTransactionManager transactions =
            new JdbcTransactionManager(new DriverManagerDataSource("jdbc:h2:mem:"));
    private final TransactionTemplate transaction = new TransactionTemplate(transactions);
    private final CasesInTransaction cases = new CasesInTransaction();

    @Test
    void what_a_step_changed_and_did_not_save_is_not_remembered() {
        transaction.executeWithoutResult(status -> {
            EscalationCase read = stored();
            cases.remember(read);
            read.set(CaseField.TITLE, "Never saved");

            assertThat(cases.find(NUMBER).orElseThrow().text(CaseField.TITLE)).isEqualTo("Charged twice");
        });
    }

    @Test
    void a_saved_case_is_remembered_as_it_was_written() {
        transaction.executeWithoutResult(status -> {
            EscalationCase saved = stored().noted(CaseField.TITLE, "Charged three times");
            cases.remember(saved.asSaved());

            EscalationCase again = cases.find(NUMBER).orElseThrow();
            assertThat(again.text(CaseField.TITLE)).isEqualTo("Charged three times");
            assertThat(again.version()).isEqualTo(8);
            assertThat(again.changes()).isEmpty();
        });
    }

    @Test
    void nothing_is_remembered_longer_than_the_transaction_or_without_one() {
        transaction.executeWithoutResult(status -> cases.remember(stored()));
        assertThat(cases.find(NUMBER)).isEmpty();

        cases.remember(stored());
        assertThat(cases.find(NUMBER)).isEmpty();
    }

    @Test
    void a_transaction_apart_reads_for_itself() {
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        transaction.executeWithoutResult(status -> {
            cases.remember(stored());
            apart.executeWithoutResult(inner -> assertThat(cases.find(NUMBER)).isEmpty());
            assertThat(cases.find(NUMBER)).isPresent();
        });
    }

    private static EscalationCase stored() {
        return new EscalationCase(
                NUMBER,
                7,
                ZoneOffset.UTC,
                Channel.PHONE,
                "agent1",
                Instant.parse("2026-11-22T10:00:00Z"),
                Map.of(CaseField.TITLE, "Charged twice"));
    }
}
