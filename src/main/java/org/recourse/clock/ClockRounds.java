package org.recourse.clock;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Goes round the clocks at intervals, wherever the engine's jobs run. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class ClockRounds {

    private final ClockSteps steps;
    private final ClockBatches batches;
    private final ClockCheck check;
    private volatile boolean ready;

    ClockRounds(ClockSteps steps, ClockBatches batches, ClockCheck check) {
        this.steps = steps;
        this.batches = batches;
        this.check = check;
    }

    /** The diagrams are deployed, and sample cases have been led up to now. */
    @EventListener
    void ready(ApplicationReadyEvent event) {
        ready = true;
    }

    @Scheduled(fixedDelayString = "${recourse.clocks.look-every:5s}")
    void steps() {
        if (ready) {
            steps.run();
        }
    }

    @Scheduled(fixedDelayString = "${recourse.clocks.apply-every:1m}")
    void changes() {
        if (ready) {
            batches.apply();
        }
    }

    @Scheduled(
            fixedDelayString = "${recourse.clocks.check-every:1h}",
            initialDelayString = "${recourse.clocks.check-after:5m}")
    void check() {
        if (ready) {
            check.run();
        }
    }
}
