package org.recourse.escalation.model;

import java.util.Optional;
import org.recourse.identifier.CaseNumber;
import org.recourse.storage.TransactionMemory;
import org.springframework.stereotype.Component;

/**
 * The cases of the running transaction. Nothing else may write {@code escalation_case} in a transaction that reads it
 * through {@link Cases}.
 */
@Component
class CasesInTransaction {

    private final TransactionMemory<EscalationCase> memory = new TransactionMemory<>();

    Optional<EscalationCase> find(CaseNumber caseNumber) {
        return memory.find(caseNumber.value()).map(EscalationCase::asStored);
    }

    void remember(EscalationCase stored) {
        memory.remember(stored.number().value(), stored.asStored());
    }
}
