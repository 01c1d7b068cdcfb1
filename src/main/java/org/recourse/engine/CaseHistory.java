package org.recourse.engine;

import org.camunda.bpm.engine.impl.batch.history.HistoricBatchEntity;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.jspecify.annotations.Nullable;

/**
 * Writes history whose removal time is known at the start. For each entry about a job the engine then takes what the job
 * is configured with for the id of a batch and looks for that batch; of a timer or an asynchronous boundary there is none.
 */
class CaseHistory extends CacheAwareHistoryEventProducer {

    @Override
    protected @Nullable HistoricBatchEntity getHistoricBatchById(String configuration) {
        return isOfProcess(configuration) ? null : super.getHistoricBatchById(configuration);
    }

    /** {@code async-before}, {@code DURATION: PT10M}; an id has no colon. */
    private static boolean isOfProcess(String configuration) {
        return configuration.startsWith("async-") || configuration.contains(": ");
    }
}
