package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.ClockWatchIds.END_EVENT_CLOCK_ENDED;
import static org.recourse.model.ClockWatchIds.RECEIVE_TASK_AWAIT_END;
import static org.recourse.model.ClockWatchIds.USER_TASK_REASSIGN_CASE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.clock.ClockSteps;
import org.recourse.model.ClockWatchIds;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens when a clock runs low, and what a breach brings with it. */
@Tag("B4")
abstract class ClockPaths extends PathsOfACase {

    @Autowired
    ClockSteps clockSteps;

    /** Opened Tue 10:02, three days of twelve hours: 75 % are over Thu 13:02, all of it Fri 10:02. */
    private void itRunsLow() {
        agent1.opens();
        timePasses("P2DT3H");
        assertThat(clockSteps.run().started()).isEqualTo(1);
    }

    @Test
    void the_holder_is_told_at_75_percent_and_the_watch_ends_with_the_clock() {
        itRunsLow();
        assertThat(the.told()).containsExactly("agent1: clock-runs-low");

        agent1.listens();
        agent1.restates();
        agent1.proposes("A corrected bill");
        agent1.hears("agreed", "mood", 2);
        timePasses("P2D");

        assertThat(the.told()).filteredOn(line -> line.contains("clock")).containsExactly("agent1: clock-runs-low");
        assertThat(the.passed().get(ClockWatchIds.PROCESS)).contains(RECEIVE_TASK_AWAIT_END, END_EVENT_CLOCK_ENDED);
    }

    @Test
    void a_clock_that_cannot_be_handled_keeps_no_other_from_being_handled() {
        agent1.opens();
        String unreadable = "update escalation_case set zone = ? where case_number = ?";
        jdbc.sql(unreadable).param("Nowhere").param(the.number()).update();
        String lost = the.number().value();
        isTheCase(the.another(false));
        agent1.opens();
        timePasses("P2DT3H");

        ClockSteps.Run run = clockSteps.run();
        assertThat(run.started()).isEqualTo(1);
        assertThat(run.failed()).as("attempts that failed").isPositive();
        assertThat(the.told()).containsExactly("agent1: clock-runs-low");
        jdbc.sql(unreadable).param("Europe/Berlin").param(lost).update();
    }

    @Test
    void after_a_breach_the_supervisors_may_give_the_case_to_somebody_else_and_the_managers_hear_of_it() {
        itRunsLow();
        timePasses("PT21H");
        assertThat(the.told())
                .containsExactly(
                        "agent1: clock-runs-low", "agent1: clock-breached", "team-north-supervisor: clock-breached");
        assertThat(the.holderOf(USER_TASK_REASSIGN_CASE)).isEqualTo("team-north-supervisor");
        String handOvers = engine.getFilterService()
                .createFilterQuery()
                .filterName("Hand-overs")
                .singleResult()
                .getId();
        List<Task> list = the.as(
                "supervisor1",
                () -> engine.getFilterService()
                        .<Task, TaskQuery>list(
                                handOvers, engine.getTaskService().createTaskQuery()));
        assertThat(list)
                .as("the supervisors' first list")
                .extracting(Task::getId)
                .contains(the.task(USER_TASK_REASSIGN_CASE).getId());
        assertThat(supervisor1.sees(USER_TASK_REASSIGN_CASE))
                .containsEntry("breachedWhat", "solution")
                .containsEntry("breachedDue", "Fri 27 Nov 2026, 10:02");
        assertThat(supervisor1.reads(USER_TASK_REASSIGN_CASE, "breachedRule")).contains("ServiceLevels:");

        supervisor1.does(
                USER_TASK_REASSIGN_CASE, Colleague.with(new Object[0], "assignee", "agent2", "comment", "ill"));
        assertThat(the.holderOf(USER_TASK_LISTEN)).isEqualTo("agent2");
        assertThat(the.field("agent")).isEqualTo("agent2");
        assertThat(the.record()).anyMatch(line -> line.endsWith("goes from agent1 to agent2: ill"));

        timePasses("PT5H");
        assertThat(the.told()).endsWith("agent2: case-assigned", "team-north-manager: clock-overdue");
        agent2.leaves(USER_TASK_LISTEN, "hand-over");
        assertThat(the.steps()).contains(USER_TASK_REVIEW_HANDOVER);
    }

    @Test
    void a_supervisor_who_holds_the_case_hears_of_its_breach_once_and_the_other_supervisors_hear_of_it_too() {
        handsOverAtOnce();
        supervisor1.takesOver();
        timePasses("P3D");
        assertThat(clockSteps.run().started()).isPositive();
        timePasses("P3D");
        assertThat(the.told()).contains("supervisor1: clock-breached", "team-north-supervisor: clock-breached");

        List<JsonNode> breaches = unread("supervisor1", "clock-breached");
        assertThat(breaches)
                .extracting(notice -> notice.path("sentence").asText())
                .isNotEmpty()
                .doesNotHaveDuplicates();
        long latest = unread("supervisor1", "").get(0).path("id").asLong();
        http.withBasicAuth("supervisor1", "demo").postForEntity("/api/notices/read?upTo=" + latest, null, Void.class);

        assertThat(unread("supervisor1", "")).isEmpty();
        assertThat(jdbc.sql("select recipient from notice where case_number = ? and kind = ? and read_at is null")
                        .params(the.number(), "clock-breached")
                        .query(String.class)
                        .list())
                .as("still to be read by the others")
                .hasSameSizeAs(breaches)
                .containsOnly("team-north-supervisor");
    }

    /** Of this case, the latest first; of any kind that begins like that. */
    private List<JsonNode> unread(String person, String kind) {
        JsonNode notices =
                Objects.requireNonNull(http.withBasicAuth(person, "demo").getForObject("/api/notices", JsonNode.class));
        return StreamSupport.stream(notices.spliterator(), false)
                .filter(notice ->
                        notice.path("caseNumber").asText().equals(the.number().value()))
                .filter(notice -> notice.path("kind").asText().startsWith(kind))
                .toList();
    }
}
