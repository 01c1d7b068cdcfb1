package org.recourse.escalation.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers the cases that a transaction has read or written, until it ends: form, decision and delegates of one step all
 * ask for the same one. Nothing else may write {@code escalation_case} in a transaction that reads it through {@link Cases}.
 */
@Component
class CasesInTransaction {

    Optional<EscalationCase> find(CaseNumber caseNumber) {
        Memory memory = memory();
        return memory == null
                ? Optional.empty()
                : Optional.ofNullable(memory.cases.get(caseNumber)).map(EscalationCase::asStored);
    }

    /** Outside a transaction nothing is remembered. */
    void remember(EscalationCase stored) {
        Memory memory = memory();
        if (memory == null && isInTransaction()) {
            memory = new Memory();
            memory.resume();
            TransactionSynchronizationManager.registerSynchronization(memory);
        }
        if (memory != null) {
            memory.cases.put(stored.number(), stored.asStored());
        }
    }

    private static boolean isInTransaction() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isSynchronizationActive();
    }

    private @Nullable Memory memory() {
        return (Memory) TransactionSynchronizationManager.getResource(this);
    }

    /** A transaction inside another one sees and leaves nothing of it. */
    private final class Memory implements TransactionSynchronization {

        private final Map<CaseNumber, EscalationCase> cases = new HashMap<>();

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(CasesInTransaction.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(CasesInTransaction.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(CasesInTransaction.this);
        }
    }
}
