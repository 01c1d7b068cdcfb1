package org.recourse.engine.gate;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers, until the transaction ends, which tasks and instances went through the form gate. Completing a step in any
 * other way has no pass and is refused.
 */
@Component
class FormPasses {

    void give(String id) {
        Set<String> passes = passes();
        if (passes == null) {
            passes = new HashSet<>();
            TransactionSynchronizationManager.bindResource(this, passes);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResourceIfPossible(FormPasses.this);
                }
            });
        }
        passes.add(id);
    }

    boolean has(String id) {
        Set<String> passes = passes();
        return passes != null && passes.contains(id);
    }

    @SuppressWarnings("unchecked")
    private @Nullable Set<String> passes() {
        return (Set<String>) TransactionSynchronizationManager.getResource(this);
    }
}
