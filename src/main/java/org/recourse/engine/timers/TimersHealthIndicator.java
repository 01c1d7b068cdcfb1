package org.recourse.engine.timers;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Warns when timers fire too late, or wait too long to fire at all. A warning keeps the node in service (status 200): the
 * work goes on, somebody has to look. A node whose jobs are switched off fires no timers and is not judged.
 */
@Component
class TimersHealthIndicator implements HealthIndicator {

    static final Status WARNING = new Status("WARNING", "timers fire late");

    private final ProcessEngine engine;
    private final TimerLag lag;
    private final Duration bound;
    private final java.time.Clock clock;

    TimersHealthIndicator(
            @Lazy ProcessEngine engine,
            TimerLag lag,
            @Value("${recourse.timers.warn-after:1m}") Duration bound,
            java.time.Clock clock) {
        this.engine = engine;
        this.lag = lag;
        this.bound = bound;
        this.clock = clock;
    }

    @Override
    public Health health() {
        boolean judged = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getJobExecutor()
                .isActive();
        return judged ? judge(lag.worst(), overdue()) : Health.up().build();
    }

    Health judge(Duration worst, long overdue) {
        Health.Builder health = overdue > 0 || worst.compareTo(bound) > 0 ? Health.status(WARNING) : Health.up();
        return health.withDetail("worstLagSeconds", worst.toSeconds())
                .withDetail("waitingLongerThanBound", overdue)
                .withDetail("boundSeconds", bound.toSeconds())
                .build();
    }

    /** Timers that fell due since the start and have not fired within the bound. */
    private long overdue() {
        Instant late = clock.instant().minus(bound);
        return late.isBefore(lag.startedAt())
                ? 0
                : engine.getManagementService()
                        .createJobQuery()
                        .timers()
                        .active()
                        .withRetriesLeft()
                        .duedateHigherThan(Date.from(lag.startedAt()))
                        .duedateLowerThan(Date.from(late))
                        .count();
    }
}
