package org.recourse.engine.timers;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/**
 * Measures how late each timer fires (fired − due) when its transaction commits, and publishes it as a histogram (B4).
 * What fell due while no node ran counts in the histogram; {@link TimersHealthIndicator} holds it against nobody.
 */
@Component
public class TimerLag implements HistoryEventHandler {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Timer all;
    private final Timer sinceStart;
    private final Instant startedAt;

    TimerLag(MeterRegistry meters) {
        this.all = Timer.builder("recourse.timer.lag")
                .description("how late timers fire: fired - due")
                .serviceLevelObjectives(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(30),
                        Duration.ofHours(4))
                .register(meters);
        this.sinceStart = Timer.builder("recourse.timer.lag.since.start")
                .description("the same, of timers that fell due since this node started")
                .distributionStatisticExpiry(REMEMBERED)
                .register(meters);
        this.startedAt = ClockUtil.getCurrentTime().toInstant();
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricJobLogEvent log
                && log.isSuccessLog()
                && log.getJobDueDate() != null
                && String.valueOf(log.getJobDefinitionType()).startsWith("timer")) {
            Instant due = log.getJobDueDate().toInstant();
            Duration lag = Duration.between(due, log.getTimestamp().toInstant());
            Context.getCommandContext()
                    .getTransactionContext()
                    .addTransactionListener(TransactionState.COMMITTED, context -> fired(due, lag));
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    private void fired(Instant due, Duration lag) {
        Duration late = lag.isNegative() ? Duration.ZERO : lag;
        all.record(late);
        if (!due.isBefore(startedAt)) {
            sinceStart.record(late);
        }
    }

    /** How many timers fired since the start. */
    long fired() {
        return all.count();
    }

    Instant startedAt() {
        return startedAt;
    }

    /** The worst of the last minutes, of timers that fell due since the start. */
    Duration worst() {
        return Duration.ofMillis((long) sinceStart.max(TimeUnit.MILLISECONDS));
    }
}
