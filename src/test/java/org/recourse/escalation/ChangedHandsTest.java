package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.CallbackIds.USER_TASK_CALL_BACK;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_PROPOSE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESOLVE_ESCALATION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESTATE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.RecourseApplicationTest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Nobody takes over somebody else's step in the dark, and nobody's case becomes nobody's. */
@RecourseApplicationTest
@Tag("R26")
class ChangedHandsTest extends PathsOfACase {

    private static final String TAKE_OVER = "/{case}/take-over";

    @Test
    void a_supervisor_gives_a_call_to_a_colleague_and_the_case_goes_along() {
        agent1.opens();
        agent1.listens();

        assertThat(assign("supervisor1", USER_TASK_RESTATE, "agent2").getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);

        assertThat(the.field("agent")).isEqualTo("agent2");
        assertThat(the.record())
                .contains("supervisor1 UserTask_Restate changed-hands: gave this step from agent1 to agent2");
        assertThat(the.told()).contains("agent1: changed-hands", "agent2: changed-hands");
        assertThat(submits("agent1", USER_TASK_RESTATE).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        agent2.restates();
        assertThat(the.holderOf(USER_TASK_PROPOSE)).isEqualTo("agent2");
    }

    @Test
    void a_supervisor_who_takes_a_step_over_is_on_record_and_the_agent_is_told() {
        agent1.opens();

        assign("supervisor1", USER_TASK_LISTEN, "supervisor1");

        assertThat(the.record()).contains("supervisor1 UserTask_Listen changed-hands: took this step over from agent1");
        assertThat(the.told()).contains("agent1: changed-hands").doesNotContain("supervisor1: changed-hands");
    }

    @Test
    void a_team_mate_takes_a_case_over_for_everybody_to_see_and_the_former_holder_is_out() {
        agent1.opens();
        agent1.listens();
        String step = the.task(USER_TASK_RESTATE).getId();
        refused(posts(agent2, TAKE_OVER), "reason");

        accepted(posts(agent2, TAKE_OVER, "reason", "agent1 went home with a fever."));

        assertThat(the.holderOf(USER_TASK_RESTATE)).isEqualTo("agent2");
        assertThat(the.field("agent")).isEqualTo("agent2");
        assertThat(the.record())
                .contains(
                        "agent2 POST take-over case-taken-over: took the case over from agent1: agent1 went home with a fever.");
        assertThat(the.told()).contains("agent1: case-taken-over");
        assertThat(http.withBasicAuth("agent1", "demo")
                        .getForEntity("/engine-rest/task/" + step + "/form-variables", String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(submits("agent1", USER_TASK_RESTATE).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        refused(posts(agent2, TAKE_OVER, "reason", "again"), "caseNumber");
        agent2.restates();
        assertThat(the.holderOf(USER_TASK_PROPOSE)).isEqualTo("agent2");
    }

    @Test
    void the_call_that_was_planned_comes_along() {
        callsUpToProposing();
        agent1.leaves(USER_TASK_PROPOSE, "call-back");
        the.jobsRun();

        accepted(posts(agent2, TAKE_OVER, "reason", "agent1 is on holiday."));
        agent2.calls("reached");

        assertThat(the.holderOf(USER_TASK_PROPOSE)).isEqualTo("agent2");
    }

    @Test
    void a_call_that_is_due_changes_hands_with_its_case() {
        callsUpToProposing();
        agent1.leaves(USER_TASK_PROPOSE, "call-back");
        the.callbackComesDue();

        accepted(assign("supervisor1", USER_TASK_CALL_BACK, "agent2"));
        agent2.calls("reached");

        assertThat(the.holderOf(USER_TASK_PROPOSE)).isEqualTo("agent2");
    }

    @Test
    void a_case_is_taken_over_by_those_who_work_at_its_level_in_its_team_only() {
        agent1.opens();
        List.of("agent3", "supervisor2", "auditor1", "owner1", "operator1", "admin")
                .forEach(other -> assertThat(posts(the.person(other), TAKE_OVER, "reason", "r")
                                .getStatusCode())
                        .as(other)
                        .isEqualTo(HttpStatus.FORBIDDEN));
        agent1.leaves(USER_TASK_LISTEN, "hand-over");
        refused(posts(supervisor1, TAKE_OVER, "reason", "nobody holds it"), "caseNumber");
        supervisor1.takesOver();

        assertThat(posts(agent2, TAKE_OVER, "reason", "r").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        accepted(posts(manager1, TAKE_OVER, "reason", "I know them."));
        assertThat(the.holderOf(USER_TASK_RESOLVE_ESCALATION)).isEqualTo("manager1");
        accepted(posts(manager1, "/{case}/closing", "reason", "A test."));
        refused(posts(manager2, TAKE_OVER, "reason", "too late"), "caseNumber");
    }

    @ParameterizedTest
    @CsvSource({"auditor1, takes no calls", "nobody-here, takes no calls", ", would be nobody's"})
    void a_step_is_given_to_somebody_who_works_steps(String person, String why) {
        agent1.opens();

        var answer = person == null
                ? as("supervisor1", "/unclaim", USER_TASK_LISTEN, Map.of())
                : assign("supervisor1", USER_TASK_LISTEN, person);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody()).contains(why);
        assertThat(the.holderOf(USER_TASK_LISTEN)).isEqualTo("agent1");
    }

    @Test
    void who_has_the_customer_of_another_team_on_the_line_reads_the_case_and_that_is_recorded() {
        agent1.opens();
        assertThat(reads("agent3").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);

        posts(the.person("agent3"), "/{case}/contacts", "channel", "phone", "story", "She calls again.");

        assertThat(reads("agent3").getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(the.record()).anyMatch(line -> line.startsWith("agent3 GET /api/cases read"));
        the.timePasses(Duration.ofMinutes(61));
        assertThat(reads("agent3").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    }

    private ResponseEntity<String> reads(String person) {
        return http.withBasicAuth(person, "demo").getForEntity("/api/cases/" + the.number(), String.class);
    }

    private ResponseEntity<String> submits(String person, String step) {
        return as(person, "/submit-form", step, Map.of("variables", Map.of()));
    }

    private ResponseEntity<String> assign(String person, String step, String to) {
        return as(person, "/assignee", step, Map.of("userId", to));
    }

    private ResponseEntity<String> as(String person, String what, String step, Map<String, Object> body) {
        return http.withBasicAuth(person, "demo")
                .postForEntity("/engine-rest/task/" + the.task(step).getId() + what, body, String.class);
    }
}
