package org.recourse.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.CasesPutAway;
import org.recourse.RecourseApplicationTest;
import org.recourse.calendar.CalendarVersions;
import org.recourse.clock.ServiceTable.Level;
import org.recourse.escalation.CaseDriver;
import org.recourse.identifier.Team;
import org.recourse.text.Written;
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

    @Autowired
    ClockPauses pauses;

    @Autowired
    ClockBatches batches;

    @Autowired
    CalendarVersions versions;

    private CaseDriver the;

    @BeforeEach
    void aCase() {
        batches.apply();
        the = new CaseDriver(engine, jdbc);
    }

    @AfterEach
    void end() {
        jdbc.sql("delete from calendar_version where version = 'mornings'").update();
        the.end();
        CasesPutAway.from(jdbc);
    }

    @Test
    void failure_8_a_slow_job_never_overwrites_a_newer_edit() {
        the.person("agent1").opens();
        CaseClock readLongAgo = rows.openOf(the.number()).get(0);
        Instant until = the.now().plusSeconds(7200);
        pauses.pause(the.number(), until, new Written("documents"));
        Level longer = new Level(6000, new Written("longer"), "ServiceLevels:99");

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

    /** Until now the team was open in the mornings only: two hours of today were waited by that calendar. */
    @Test
    void failure_2_another_calendar_is_applied_to_open_clocks_and_keeps_the_time_already_waited() {
        String team = "team-north";
        String usual = jdbc.sql("select definition from calendar_version where version = ?")
                .param(versions.current(Team.of(team)))
                .query(String.class)
                .single();
        jdbc.sql("insert into calendar_version (version, definition, known_since) values ('mornings', ?, ?)")
                .params(usual.replace("08:00-20:00", "08:00-12:00"), the.now().atOffset(ZoneOffset.UTC))
                .update();
        the.person("agent1").opens();
        jdbc.sql("update clock_interval set calendar = 'mornings' where case_number = ?")
                .param(the.number())
                .update();
        jdbc.sql("update clock set calendar = 'mornings' where case_number = ?")
                .param(the.number())
                .update();
        the.itIs(Instant.parse("2026-11-24T17:00:00Z"));

        assertThat(batches.apply()).isEqualTo(1);
        CaseClock clock = rows.openOf(the.number()).get(0);
        assertThat(clock.calendar()).isEqualTo(versions.current(Team.of(team)));
        assertThat(clock.stretches()).hasSize(2);
        assertThat(clock.dueAt())
                .as("1:58 of the morning, 2:00 of the evening, 32:02 of the days after")
                .isEqualTo(Instant.parse("2026-11-27T15:02:00Z"));
        assertThat(batches.apply()).isZero();
    }
}
