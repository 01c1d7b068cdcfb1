package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.recourse.model.CallbackIds.BOUNDARY_EVENT_PREPARATION_DUE;
import static org.recourse.model.CallbackIds.INTERMEDIATE_EVENT_CALLBACK_DUE;
import static org.recourse.model.ClockWatchIds.BOUNDARY_EVENT_CLOCK_BREACHED;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESTATE;
import static org.recourse.model.QuestionIds.BOUNDARY_EVENT_ANSWER_LATE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.RecourseApplicationTest;
import org.recourse.calendar.BusinessCalendar;
import org.recourse.calendar.OpeningHours;
import org.recourse.clock.CaseClock;
import org.recourse.clock.ClockBatches;
import org.recourse.clock.ClockCheck;
import org.recourse.clock.ClockState;
import org.recourse.clock.ClockSteps;
import org.recourse.clock.Clocks;
import org.recourse.identifier.CaseNumber;
import org.recourse.text.SayingJson;
import org.springframework.beans.factory.annotation.Autowired;

/** The failures of other systems at the end of docs/requirements.md, each by its number, so far as clocks and promises go. */
@RecourseApplicationTest
@Tag("B4")
@Tag("B3")
class FailuresOfOthersTest extends PathsOfACase {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired
    Clocks clocks;

    @Autowired
    ClockSteps steps;

    @Autowired
    ClockBatches batches;

    @Autowired
    ClockCheck check;

    @BeforeEach
    void everyClockIsCountedAsDefined() {
        batches.apply();
    }

    @Test
    void failure_1_closing_merging_or_withdrawing_a_case_removes_every_timer() {
        runsLow();
        accepted(posts(agent1, "/{case}/withdrawal", "reason", "settled with the shop"));
        the.isWithdrawn();
        assertThat(clocks.of(the.number())).noneMatch(CaseClock::isOpen);
        assertThat(clocks.states(the.number())).as("nothing was violated").isEmpty();

        isTheCase(the.another(false));
        hasEveryKindOfTimer();
        accepted(posts(agent1, "/{case}/withdrawal", "reason", "settled with the shop"));
        the.jobsRun();
        the.nothingIsLeft();

        isTheCase(the.another(false));
        hasEveryKindOfTimer();
        accepted(posts(supervisor1, "/{case}/closing", "reason", "opened twice"));
        the.jobsRun();
        the.nothingIsLeft();

        isTheCase(the.another(false));
        runsLow();
        accepted(posts(supervisor1, "/{case}/closing", "reason", "opened twice"));
        the.nothingIsLeft();
        assertThat(clocks.of(the.number())).noneMatch(CaseClock::isOpen);

        isTheCase(the.another(false));
        agent1.opens();
        CaseNumber open = the.number();
        CaseDriver again = the.another(true);
        isTheCase(again);
        agent2.opens();
        assertThat(joinedTo()).isEqualTo(open);
        assertThat(clocks.of(lastOpened())).isNotEmpty().noneMatch(CaseClock::isOpen);
        assertThat(openClocks(open)).containsExactlyInAnyOrder("solution", "next answer");
    }

    @Test
    void failure_2_changing_a_service_level_keeps_the_time_already_waited() throws IOException {
        agent1.opens();
        assertThat(due("solution")).isEqualTo(berlin("2026-11-27T10:02"));
        timePasses("PT2H");
        DeploymentWithDefinitions longer = deployLevels("2160", "2880");
        try {
            assertThat(batches.apply()).isEqualTo(1);
            assertThat(due("solution")).as("a day more, from the beginning").isEqualTo(berlin("2026-11-28T11:02"));
            assertThat(batches.apply()).as("applied once").isZero();
            assertThat(clock("solution").rule().toString())
                    .endsWith("(ServiceLevels:%d)"
                            .formatted(longer.getDeployedDecisionDefinitions()
                                    .get(0)
                                    .getVersion()));
            assertThat(causes()).containsExactly("case opened", "service levels changed");
        } finally {
            engine.getRepositoryService().deleteDeployment(longer.getId(), true);
            batches.apply();
        }
        assertThat(due("solution")).isEqualTo(berlin("2026-11-27T10:02"));
    }

    @Test
    void failure_3_reminders_and_levels_fall_in_working_time() {
        the.itIs(berlin("2026-11-25T19:58"));
        agent1.opens();
        agent1.leaves(USER_TASK_LISTEN, "hand-over");
        jdbc.sql("update clock set next_step_at = null where what <> 'next answer'")
                .update();
        untilNow(berlin("2026-11-25T23:00"));
        assertThat(steps.run().started()).as("nobody is told at night").isZero();

        untilNow(berlin("2026-11-27T12:00"));
        assertThat(steps.run().started()).isEqualTo(1);
        untilNow(berlin("2026-11-28T16:00"));
        assertThat(jdbc.sql("select at from notice where case_number = ? and kind like 'clock-%'")
                        .param(the.number())
                        .query((row, n) ->
                                row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                        .list())
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(at -> assertThat(at.atZone(BERLIN).getHour()).isBetween(8, 19));

        isTheCase(the.another(false));
        the.itIs(berlin("2026-11-24T10:00"));
        agreesAtOnce("dueBy", "2026-11-29T22:00");
        timePasses("P7D");
        assertThat(toldAt("promise-late")).as("due on a Sunday night").contains(berlin("2026-11-30T08:00"));
    }

    @Test
    void failure_4_a_second_reminder_on_one_day_is_sent() throws IOException {
        runsLow();
        assertThat(toldAt("clock-runs-low")).hasSize(1);
        DeploymentWithDefinitions longer = deployLevels("2160", "2220");
        try {
            batches.apply();
            assertThat(the.steps()).containsExactly(USER_TASK_LISTEN);
            timePasses("PT1H");
            assertThat(steps.run().started())
                    .as("the new target runs low on the same day")
                    .isEqualTo(1);
        } finally {
            engine.getRepositoryService().deleteDeployment(longer.getId(), true);
        }
        assertThat(toldAt("clock-runs-low")).hasSize(2);
        assertThat(toldAt("clock-runs-low"))
                .extracting(at -> LocalDate.ofInstant(at, BERLIN))
                .containsOnly(LocalDate.parse("2026-11-26"));
        assertThat(steps.run().started()).as("once per occurrence").isZero();
    }

    @Test
    void failure_5_nothing_is_violated_while_paused_and_nothing_runs_after_resolution() {
        runsLow();
        refused(posts(supervisor1, "/{case}/clocks/pause", "reason", "photos of the damage"), "until");
        accepted(posts(
                supervisor1, "/{case}/clocks/pause", "reason", "photos of the damage", "until", "2026-12-01T10:00"));
        assertThat(state("solution").state()).isEqualTo("paused");
        assertThat(state("solution").pausedFor()).hasToString("photos of the damage");
        assertThat(state("solution").secondsLeft())
                .isEqualTo(Duration.ofHours(9).minusMinutes(3).toSeconds());

        untilNow(berlin("2026-12-01T09:59"));
        assertThat(toldAt("clock-breached")).isEmpty();
        assertThat(state("solution").state()).isEqualTo("paused");
        untilNow(berlin("2026-12-01T12:00"));
        assertThat(state("solution").state()).as("goes on by itself").isEqualTo("running");
        assertThat(due("solution")).isEqualTo(berlin("2026-12-01T18:57"));

        agent1.listens();
        agent1.restates();
        agent1.proposes("A corrected bill");
        agent1.hears("agreed", "mood", 2);
        agent1.wrapsUp();
        timePasses("P3D");
        assertThat(state("solution").state()).isEqualTo("met");
        assertThat(toldAt("clock-breached")).isEmpty();
        assertThat(clocks.next(List.of(the.number()))).isEmpty();
        assertThat(steps.run().started()).isZero();
    }

    @Test
    void failure_6_the_calendar_adds_exactly() {
        BusinessCalendar lunch = calendar("08:00-12:00, 13:00-20:00", LocalDate.parse("2026-11-26"));
        assertThat(lunch.plusBusinessMinutes(berlin("2026-11-24T11:30"), 60))
                .as("lunch break")
                .isEqualTo(berlin("2026-11-24T13:30"));
        assertThat(lunch.plusBusinessMinutes(berlin("2026-11-25T19:30"), 60))
                .as("a holiday on the boundary")
                .isEqualTo(berlin("2026-11-27T08:30"));
        BusinessCalendar always = new BusinessCalendar(BERLIN, OpeningHours.always(), day -> false);
        assertThat(always.plus(berlin("2026-03-28T12:00"), Duration.ofHours(24)))
                .as("clocks go forward")
                .isEqualTo(berlin("2026-03-29T13:00"));
        assertThat(always.plus(berlin("2026-10-24T12:00"), Duration.ofHours(24)))
                .as("clocks go back")
                .isEqualTo(berlin("2026-10-25T11:00"));
        assertThat(always.between(berlin("2026-01-01T00:00"), berlin("2027-01-01T00:00")))
                .as("24/7 adds exactly")
                .isEqualTo(Duration.ofDays(365));
        assertThatThrownBy(() -> calendar("08:00-12:00, 11:00-20:00", LocalDate.MIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("overlap");
    }

    @Test
    void failure_7_the_rule_that_applied_is_shown() throws IOException {
        agent1.opens();
        agent1.listens();

        assertThat(clock("solution").rule().toString()).matches("solution, raised urgency \\(ServiceLevels:\\d+\\)");
        assertThat(agent1.reads(USER_TASK_RESTATE, "clockText"))
                .startsWith(
                        "solution due Thu 26 Nov 2026, 10:02, 24 h 0 min left. Rule: solution, raised urgency (ServiceLevels:");
        assertThat(formsThatShow("clockText"))
                .as("forms of who waits with a clock")
                .contains("listen", "review-handover", "resolve-escalation", "call-back", "approve-compensation");
        assertThat(caseFile().toString()).contains("kind=service", "rule=solution, raised urgency (ServiceLevels:");
        String task = the.task(USER_TASK_RESTATE).getId();
        Map<?, ?> cards = http.withBasicAuth("agent1", "demo").getForObject("/api/work/cards?tasks=" + task, Map.class);
        assertThat(cards.toString()).contains("what=solution", "dueAt=2026-11-26T09:02", "secondsLeft=86400");
    }

    @Test
    @Tag("B8")
    void failure_14_the_recomputed_due_time_equals_the_stored_one() {
        Colleague agent3 = the.person("agent3");
        agent3.opens("channel", "email", "story", "You charged me twice.", "team", "team-south");
        assertThat(openClocks(the.number()))
                .contains("solution", "acknowledgement", "summary resolution", "final response");
        agent3.listens("product", "Direct debit", "mood", 5);
        timePasses("PT3H");
        accepted(posts(
                the.person("supervisor2"), "/{case}/clocks/pause", "reason", "a copy", "until", "2026-11-27T12:00"));
        timePasses("PT20H");
        accepted(posts(the.person("supervisor2"), "/{case}/clocks/resumption", "reason", "it came"));
        int payments = clock("final response").number();
        accepted(posts(
                the.person("supervisor2"), "/{case}/clocks/%d/extension".formatted(payments), "reason", "fraud case"));
        assertThat(clock("final response").rule().toString()).contains("DISP 1.6.2A R", "35 business-days");

        assertThat(check.run().differences()).isZero();
        assertThat(check.latest().orElseThrow().checked()).isEqualTo(4);

        jdbc.sql("update clock set due_at = ? where case_number = ? and what = 'solution'")
                .params(berlin("2026-12-24T12:00").atOffset(java.time.ZoneOffset.UTC), the.number())
                .update();
        assertThat(check.run().differences()).isEqualTo(1);
        assertThat(check.run().differences()).as("nobody has repaired it").isEqualTo(1);
        assertThat(check.differences())
                .as("reported once")
                .filteredOn(difference -> difference.caseNumber().equals(the.number()))
                .hasSize(1);
        Map<?, ?> shown = http.withBasicAuth("auditor1", "demo").getForObject("/api/clocks/check", Map.class);
        assertThat(shown.toString()).contains("differences=1", the.number().value());
        assertThat(http.withBasicAuth("agent1", "demo")
                        .getForEntity("/api/clocks/check", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
    }

    private static List<String> formsThatShow(String field) throws IOException {
        try (Stream<Path> forms = Files.list(Path.of("forms"))) {
            List<String> found = new ArrayList<>();
            for (Path form : forms.toList()) {
                if (Files.readString(form).contains("{{" + field + "}}")) {
                    found.add(form.getFileName().toString().replace(".form", ""));
                }
            }
            return found;
        }
    }

    /** Window at the end of Friday: the third attempt waits for Saturday's opening, not for Friday night. */
    @Test
    @Tag("R19")
    void failure_16_an_unanswered_callback_is_retried_when_all_can_then_the_supervisor_is_told() {
        agent1.opens();
        agent1.leaves(
                USER_TASK_LISTEN, "call-back", "callbackFrom", "2026-11-27T19:30", "callbackTo", "2026-11-27T20:00");
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(toldAt("callback-unanswered")).isEmpty();
            agent1.calls("no-answer");
        }

        assertThat(jdbc.sql("""
                        select a.at from callback_attempt a join callback c on c.id = a.callback_id
                        where c.case_number = ? order by a.id""")
                        .param(the.number())
                        .query((row, n) ->
                                row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                        .list())
                .containsExactly(berlin("2026-11-27T19:30"), berlin("2026-11-27T19:50"), berlin("2026-11-28T09:00"));
        assertThat(the.told()).contains("agent1: callback-unanswered", "team-north-supervisor: callback-unanswered");
        assertThat(the.letters()).containsExactly("callback-booked", "callback-missed");
        assertThat(the.holderOf(USER_TASK_LISTEN)).isEqualTo("agent1");
        assertThat(the.promises()).containsExactly("callback kept");
    }

    /** A clock that runs low, a booked callback and a question to a colleague, each with timers of its own. */
    private void hasEveryKindOfTimer() {
        runsLow();
        agent1.leaves(USER_TASK_LISTEN, "call-back");
        the.jobsRun();
        accepted(posts(
                agent1, "/{case}/questions", "to", "agent2", "question", "What is it?", "dueBy", "2026-11-27T12:00"));
        the.jobsRun();
        assertThat(the.timers())
                .contains(
                        INTERMEDIATE_EVENT_CALLBACK_DUE,
                        BOUNDARY_EVENT_PREPARATION_DUE,
                        BOUNDARY_EVENT_ANSWER_LATE,
                        BOUNDARY_EVENT_CLOCK_BREACHED);
    }

    /** Opened Tue 10:02; three days of twelve hours run low on Thu 13:02. */
    private void runsLow() {
        the.itIs(CaseDriver.TUESDAY_MORNING);
        agent1.opens();
        untilNow(berlin("2026-11-26T13:05"));
        assertThat(steps.run().started()).isEqualTo(1);
    }

    private DeploymentWithDefinitions deployLevels(String before, String now) throws IOException {
        String table;
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("/bpmn/ServiceLevels.dmn"))) {
            table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(table).contains(">" + before + "<");
        return engine.getRepositoryService()
                .createDeployment()
                .name("another level")
                .addString("ServiceLevels.dmn", table.replace(">" + before + "<", ">" + now + "<"))
                .deployWithResult();
    }

    private static BusinessCalendar calendar(String hours, LocalDate holiday) {
        Map<DayOfWeek, String> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, hours);
        }
        return new BusinessCalendar(BERLIN, OpeningHours.parse(week), holiday::equals);
    }

    private CaseClock clock(String what) {
        return clocks.of(the.number()).stream()
                .filter(each -> each.what().equals(what) && each.isOpen())
                .findFirst()
                .orElseThrow();
    }

    private Instant due(String what) {
        return clock(what).dueAt();
    }

    private ClockState state(String what) {
        return clocks.states(the.number()).stream()
                .filter(each -> each.what().toString().equals(what))
                .findFirst()
                .orElseThrow();
    }

    private List<String> openClocks(CaseNumber caseNumber) {
        return clocks.of(caseNumber).stream()
                .filter(CaseClock::isOpen)
                .map(CaseClock::what)
                .toList();
    }

    private List<String> causes() {
        return jdbc.sql("select cause from clock_interval where case_number = ? order by number, seq")
                .param(the.number())
                .query((row, n) -> SayingJson.read(row.getString(1)).toString())
                .list();
    }

    private List<Instant> toldAt(String kind) {
        return jdbc.sql("select distinct at from notice where case_number = ? and kind = ? order by at")
                .params(the.number(), kind)
                .query((row, n) ->
                        row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                .list();
    }

    private CaseNumber joinedTo() {
        return CaseNumber.of(jdbc.sql("select joined_to from escalation_case where case_number = ?")
                .param(lastOpened())
                .query(String.class)
                .single());
    }

    private CaseNumber lastOpened() {
        return CaseNumber.of(jdbc.sql("select max(case_number) from escalation_case where customer_number = ?")
                .param(the.customer())
                .query(String.class)
                .single());
    }

    private Map<?, ?> caseFile() {
        return new HashMap<>(Objects.requireNonNull(
                http.withBasicAuth("manager1", "demo").getForObject("/api/cases/" + the.number(), Map.class)));
    }

    private static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}
