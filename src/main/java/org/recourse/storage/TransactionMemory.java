package org.recourse.storage;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers what a transaction has read or written, until it ends: form, decision and delegates of one step all ask for the
 * same things. A transaction inside another one sees and leaves nothing of it.
 *
 * @param <V> what never changes once it is remembered
 */
public final class TransactionMemory<V> {

    public Optional<V> find(String key) {
        Memory memory = memory();
        return memory == null ? Optional.empty() : Optional.ofNullable(memory.known.get(key));
    }

    /** Outside a transaction nothing is remembered. */
    public void remember(String key, V value) {
        Memory memory = memory();
        if (memory == null && isInTransaction()) {
            memory = new Memory();
            memory.resume();
            TransactionSynchronizationManager.registerSynchronization(memory);
        }
        if (memory != null) {
            memory.known.put(key, value);
        }
    }

    /** The next one who asks reads it anew. */
    public void forget(String key) {
        Memory memory = memory();
        if (memory != null) {
            memory.known.remove(key);
        }
    }

    private static boolean isInTransaction() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isSynchronizationActive();
    }

    @SuppressWarnings("unchecked") // only this object binds it
    private @Nullable Memory memory() {
        return (Memory) TransactionSynchronizationManager.getResource(this);
    }

    private final class Memory implements TransactionSynchronization {

        private final Map<String, V> known = new HashMap<>();

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(TransactionMemory.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(TransactionMemory.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(TransactionMemory.this);
        }
    }
}
