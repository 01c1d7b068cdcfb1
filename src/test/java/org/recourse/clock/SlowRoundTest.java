package org.recourse.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.RecourseApplicationTest;
import org.recourse.clock.ServiceTable.Level;
import org.recourse.escalation.CaseDriver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A round over all clocks that read one before somebody changed it leaves the change as it is. */
@RecourseApplicationTest
@Tag("B4")
class SlowRoundTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ClockRows rows;

    @Autowired
    ClockChanges changes;

    private CaseDriver the;

    @BeforeEach
    void aCase() {
        the = new CaseDriver(engine, jdbc);
    }

    @AfterEach
    void end() {
        the.end();
    }

    @Test
    void failure_8_a_slow_job_never_overwrites_a_newer_edit() {
        the.person("agent1").opens();
        CaseClock readLongAgo = rows.openOf(the.number()).get(0);
        Instant until = the.now().plusSeconds(7200);
        changes.pause(the.number(), until, "documents");
        Level longer = new Level(6000, "longer", "ServiceLevels:99");

        assertThat(changes.byTable(readLongAgo, longer)).isFalse();
        CaseClock paused = rows.openOf(the.number()).get(0);
        assertThat(paused.rule()).isEqualTo(readLongAgo.rule());
        assertThat(paused.stretches()).hasSize(3);
        assertThat(paused.dueAt()).isEqualTo(readLongAgo.dueAt().plusSeconds(7200));

        assertThat(changes.byTable(paused, longer)).as("read anew").isTrue();
        CaseClock changed = rows.openOf(the.number()).get(0);
        assertThat(changed.rule()).isEqualTo(longer.rule());
        assertThat(changed.course().pausedAt(until.minusSeconds(1)))
                .as("the pause is still there")
                .isPresent();
    }
}
