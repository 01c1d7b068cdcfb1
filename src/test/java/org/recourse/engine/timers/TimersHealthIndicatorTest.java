package org.recourse.engine.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.engine.timers.TimersHealthIndicator.WARNING;
import static org.recourse.model.AfterCallIds.BOUNDARY_EVENT_PREPARE_HANDOVER_TIME_OVER;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.RecourseApplicationTest;
import org.recourse.escalation.CaseDriver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Late timers are a published figure, and a warning beyond a bound. */
@RecourseApplicationTest
@Tag("B4")
class TimersHealthIndicatorTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TimerLag lag;

    @AfterEach
    void end() {
        ClockUtil.reset();
    }

    @Test
    void health_warns_when_a_timer_fired_too_late_or_waits_too_long() {
        TimersHealthIndicator health = new TimersHealthIndicator(
                engine,
                new TimerLag(new SimpleMeterRegistry()),
                Duration.ofMinutes(1),
                Clock.fixed(Instant.parse("2026-11-24T09:00:00Z"), ZoneOffset.UTC));

        assertThat(health.judge(Duration.ofSeconds(60), 0).getStatus()).isEqualTo(Status.UP);
        assertThat(health.judge(Duration.ofSeconds(61), 0).getStatus()).isEqualTo(WARNING);
        assertThat(health.judge(Duration.ZERO, 1).getStatus()).isEqualTo(WARNING);
    }

    @Test
    void the_lag_of_each_timer_is_measured() {
        CaseDriver the = new CaseDriver(engine, jdbc);
        the.person("agent1").opens();
        the.person("agent1").leaves(USER_TASK_LISTEN, "hand-over");
        Job wrapUp = engine
                .getManagementService()
                .createJobQuery()
                .timers()
                .activityId(BOUNDARY_EVENT_PREPARE_HANDOVER_TIME_OVER)
                .list()
                .stream()
                .filter(job -> job.getDuedate().after(Date.from(the.now())))
                .findFirst()
                .orElseThrow();
        long fired = lag.fired();
        the.itIs(wrapUp.getDuedate().toInstant().plusSeconds(7));
        engine.getManagementService().executeJob(wrapUp.getId());

        assertThat(lag.fired()).isEqualTo(fired + 1);
    }

    @Test
    void the_lag_is_published_as_a_histogram_for_prometheus() {
        PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new TimerLag(prometheus);

        assertThat(prometheus.scrape())
                .contains(
                        "recourse_timer_lag_seconds_bucket{le=\"5.0\"}",
                        "recourse_timer_lag_seconds_bucket{le=\"14400.0\"}");
    }
}
