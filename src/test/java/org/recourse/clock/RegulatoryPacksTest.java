package org.recourse.clock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.CasesPutAway;
import org.recourse.RecourseApplicationTest;
import org.recourse.escalation.CaseDriver;
import org.recourse.escalation.Colleague;
import org.recourse.text.Speech;
import org.recourse.text.Written;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** The packs that the demonstration does not use, each through a case (UK DISP: FailuresOfOthersTest, failure 14). */
@RecourseApplicationTest
@NullUnmarked
@Tag("B8")
class RegulatoryPacksTest {

    @Autowired
    Speech speech;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Packs packs;

    @Autowired
    Clocks clocks;

    @Autowired
    ClockPauses pauses;

    @Autowired
    ClockCheck check;

    @Autowired
    ObjectMapper json;

    CaseDriver the;
    Colleague agent;
    Object asConfigured;

    @BeforeEach
    void aCase() {
        the = new CaseDriver(engine, jdbc);
        agent = the.person("agent1");
        asConfigured = ReflectionTestUtils.getField(packs, "properties");
    }

    @AfterEach
    void end() {
        ReflectionTestUtils.setField(packs, "properties", asConfigured);
        the.end();
        CasesPutAway.from(jdbc);
    }

    /** Received Tue 24 Nov 2026, 10:02 in Berlin, which is 04:02 of the same day in New York. */
    @Test
    void us_cfpb_counts_15_and_60_calendar_days_in_its_own_zone_and_never_pauses() {
        northIsUnder("us-cfpb");
        agent.opens("channel", "email", "story", "You charged me twice.");

        assertThat(due("response")).as("the end of 9 December").isEqualTo(Instant.parse("2026-12-10T05:00:00Z"));
        assertThat(due("final response")).as("the end of 23 January").isEqualTo(Instant.parse("2027-01-24T05:00:00Z"));
        assertThat(clock("response").rule())
                .hasToString(
                        "CFPB company portal (response within 15 calendar days), 15 calendar-days (us-cfpb company portal manual as of 2024)");
        assertThat(speech.say(clock("response").rule(), Locale.GERMAN))
                .as("the title as the regulator writes it, what it says in the reader's language")
                .startsWith("„CFPB company portal“ (Antwort innerhalb von 15 Kalendertagen), 15 Kalendertage");

        the.timePasses(Duration.ofHours(3));
        pauses.pause(the.number(), the.now().plus(Duration.ofDays(9)), new Written("photos of the damage"));
        assertThat(state("solution").state()).isEqualTo("paused");
        assertThat(state("final response").state()).isEqualTo("running");
        assertThat(due("response")).isEqualTo(Instant.parse("2026-12-10T05:00:00Z"));
        assertThat(check.run().differences()).isZero();

        pauses.resume(the.number());
        agent.listens();
        agent.restates();
        agent.proposes("A corrected bill");
        agent.hears("agreed", "mood", 2);
        the.jobsRun();
        assertThat(state("response").state()).as("the first letter").isEqualTo("met");
        assertThat(state("final response").state()).as("the confirmation").isEqualTo("met");
    }

    @Test
    void a_milestone_that_passes_unmet_is_breached_and_reported_by_its_rule() {
        northIsUnder("us-cfpb");
        agent.opens("channel", "email", "story", "You charged me twice.");
        the.itIs(Instant.parse("2026-12-10T05:00:00Z"));
        assertThat(state("response").state()).as("exactly on time is met").isEqualTo("running");
        the.itIs(Instant.parse("2026-12-10T05:00:01Z"));
        assertThat(state("response").state()).isEqualTo("breached");
        assertThat(state("final response").state()).isEqualTo("running");
    }

    @Test
    void without_a_pack_there_are_service_clocks_only() {
        northIsUnder("none");
        agent.opens("channel", "email", "story", "You charged me twice.");
        agent.listens("product", "Direct debit");

        assertThat(clocks.of(the.number())).isNotEmpty().allMatch(each -> each.kind() == ClockKind.SERVICE);
    }

    private void northIsUnder(String pack) {
        ClockProperties other =
                new ClockProperties(75, Duration.ofHours(4), "none", Map.of("team-north", pack), Path.of("packs"), 200);
        packsOf(packs).putAll(packsOf(new Packs(other, json)));
        ReflectionTestUtils.setField(packs, "properties", other);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Pack> packsOf(Packs packs) {
        return (Map<String, Pack>) ReflectionTestUtils.getField(packs, "packs");
    }

    private Instant due(String what) {
        return clock(what).dueAt();
    }

    private CaseClock clock(String what) {
        return only(clocks.of(the.number()).stream()
                .filter(each -> each.what().equals(what))
                .toList());
    }

    private ClockState state(String what) {
        return only(clocks.states(the.number()).stream()
                .filter(each -> each.what().toString().equals(what))
                .toList());
    }

    private static <T> T only(List<T> one) {
        assertThat(one).hasSize(1);
        return one.get(0);
    }
}
