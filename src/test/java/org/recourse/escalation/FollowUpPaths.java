package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER;
import static org.recourse.model.FollowUpIds.USER_TASK_FOLLOW_UP_CALL;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Is it really settled? */
@Tag("R20")
abstract class FollowUpPaths extends PathsOfACase {

    @Test
    void one_thing_left_is_promised_done_and_asked_about_once_more() {
        isAskedAfterwards();
        the.customerRates("one-thing-left", 4, "The second bill");

        assertThat(the.promises()).containsExactly("solution kept", "solution open");
        assertThat(the.all("what", "promise")).last().isEqualTo("{\"written\":\"The second bill\"}");
        agent1.keepsAPromise();
        timePasses("P6D");
        the.customerRates("one-thing-left", 3, "still");

        assertThat(the.field("reopened")).isEqualTo("1");
        assertThat(the.steps()).containsExactly(USER_TASK_REVIEW_HANDOVER);
    }

    @Test
    void not_settled_is_reopened_one_level_higher() {
        isAskedAfterwards();
        the.customerRates("no", 1, "same again");

        assertThat(the.field("state")).isEqualTo("open");
        assertThat(the.field("level")).isEqualTo("2");
        assertThat(the.holderOf(USER_TASK_REVIEW_HANDOVER)).isEqualTo("team-north-supervisor");
        assertThat(the.field("hand_over_trigger")).isEqualTo("reopened");
        supervisor1.takesOver();
        timePasses("PT1H");
        supervisor1.calls("reached");
        supervisor1.resolves("agreed", "solution", "A new one");
        supervisor1.keepsAPromise();
        timePasses("P6D");
        the.customerRates("yes", 4, "");

        the.isClosed("agreed");
        assertThat(the.letters())
                .filteredOn(kind -> kind.equals("check-in"))
                .as("check-ins that were sent")
                .hasSize(2);
    }

    /** Owner, due time and state of each check-in, in the case file. */
    @Test
    @Tag("B3")
    void a_follow_up_is_a_promise_with_owner_due_time_and_state() {
        agreesAtOnce();
        agent1.keepsAPromise();
        the.jobsRun();
        assertThat(followUps())
                .singleElement()
                .satisfies(promise -> assertThat(promise)
                        .containsEntry("owner", "agent1")
                        .containsEntry("state", "open")
                        .containsEntry("what", "Ask whether it is settled"));
        timePasses("P6D");
        assertThat(followUps())
                .singleElement()
                .satisfies(promise -> assertThat(promise)
                        .containsEntry("state", "kept")
                        .hasEntrySatisfying(
                                "doneAt", at -> assertThat(String.valueOf(at)).startsWith("2026-11-27")));
        the.customerRates("one-thing-left", 3, "the letter");
        assertThat(followUps())
                .hasSize(2)
                .last()
                .satisfies(promise -> assertThat(promise).containsEntry("state", "open"));
        accepted(posts(manager1, "/{case}/withdrawal", "reason", "solved itself"));
        the.jobsRun();
        assertThat(followUps()).last().satisfies(promise -> assertThat(promise).containsEntry("state", "cancelled"));
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> followUps() {
        Map<?, ?> file = http.withBasicAuth("manager1", "demo").getForObject("/api/cases/" + the.number(), Map.class);
        return ((List<Map<String, Object>>) Objects.requireNonNull(file.get("promises")))
                .stream()
                        .filter(promise -> "follow-up".equals(promise.get("kind")))
                        .toList();
    }

    @Test
    void after_two_reopenings_the_case_is_closed_and_managers_are_told() {
        isAskedAfterwards();
        the.customerRates("no", 1, "same again");
        settlesAgain(supervisor1);
        the.customerRates("no", 1, "and again");
        assertThat(the.holderOf(USER_TASK_REVIEW_HANDOVER)).isEqualTo("team-north-manager");
        settlesAgain(manager1);
        the.customerRates("no", 1, "never again");

        assertThat(the.field("level")).isEqualTo("3");
        assertThat(the.told()).contains("team-north-manager: not-settled");
        the.isClosed("agreed");
    }

    @Test
    void a_silent_customer_is_reminded_once_and_the_case_closed() {
        isAskedAfterwards();
        timePasses("P12D");

        the.isClosed("agreed");
        assertThat(the.letters()).containsExactly("settlement-confirmation", "check-in", "reminder");
        assertThat(the.all("unanswered_at", "check_in"))
                .as("no answer is an outcome")
                .doesNotContain("null");
    }

    @Test
    void a_furious_customer_is_called_instead() {
        callsUpToChecking();
        agent1.hears("agreed", "mood", 5);
        agent1.wrapsUp();
        agent1.keepsAPromise();
        timePasses("P6D");

        assertThat(the.holderOf(USER_TASK_FOLLOW_UP_CALL)).isEqualTo("agent1");
        agent1.checksIn("yes", "rating", "4", "comment", "all right now");
        the.isClosed("agreed");
        assertThat(the.all("rating", "check_in")).containsExactly("4");
    }

    @Test
    void a_settled_but_unhappy_customer_is_called_once_and_the_call_is_no_rating() {
        isAskedAfterwards();
        the.customerRates("yes", 2, "settled, but what a week");

        assertThat(the.holderOf(USER_TASK_FOLLOW_UP_CALL)).isEqualTo("agent1");
        assertThat(the.told()).contains("agent1: courtesy-call");
        assertThat(agent1.reads(USER_TASK_FOLLOW_UP_CALL, "hint")).startsWith("Settled, but rated 2 of 5: “");
        agent1.checksIn("yes", "rating", "1", "comment", "she felt heard");
        the.isClosed("agreed");
        assertThat(the.all("rating", "check_in")).containsExactly("2", "null");
        assertThat(the.all("courtesy", "check_in")).containsExactlyInAnyOrder("FALSE", "TRUE");
    }

    @Test
    void a_call_that_nobody_makes_is_told_to_owner_and_supervisors() {
        isAskedAfterwards();
        the.customerRates("yes", 1, "settled, never again");
        timePasses("P4D");

        assertThat(the.told()).contains("agent1: follow-up-late", "team-north-supervisor: follow-up-late");
        assertThat(the.steps()).contains(USER_TASK_FOLLOW_UP_CALL);
        agent1.checksIn("no", "comment", "it came back");
        assertThat(the.holderOf(USER_TASK_REVIEW_HANDOVER)).isEqualTo("team-north-supervisor");
    }

    /** Check-ins go out at 10:00 of the team; in New York that is four in the morning. */
    @Test
    void nobody_is_asked_in_quiet_hours_of_their_own_clock() {
        agreesAtOnce();
        jdbc.sql("update escalation_case set zone = 'America/New_York' where case_number = ?")
                .param(the.number())
                .update();
        agent1.keepsAPromise();

        assertThat(the.all("due_at", "check_in")).singleElement().asString().contains(" 13:00");
    }

    @Test
    void the_second_final_position_is_sent_as_well() {
        isAskedAfterwards();
        the.customerRates("no", 1, "same again");
        supervisor1.takesOver();
        timePasses("PT1H");
        supervisor1.calls("reached");
        supervisor1.resolves("escalate");
        manager1.takesOver();
        manager1.resolves("escalate");
        manager1.decidesFinally("yes");
        timePasses("P6D");
        the.customerRates("no", 1, "not what you said");
        manager1.takesOver();
        timePasses("P1DT2H");
        manager1.calls("reached");
        manager1.resolves("escalate");
        manager1.decidesFinally("no", "finalAnswer", "This is our last word.");

        assertThat(the.letters())
                .filteredOn(kind -> kind.equals("final-answer"))
                .hasSize(2);
        assertThat(the.field("final_answer")).isEqualTo("This is our last word.");
    }

    private void isAskedAfterwards() {
        agreesAtOnce();
        agent1.keepsAPromise();
        timePasses("P6D");
        assertThat(the.letters()).contains("check-in");
    }

    private void settlesAgain(Colleague person) {
        person.takesOver();
        timePasses("P1DT2H");
        person.calls("reached");
        person.resolves("agreed", "solution", "Another try " + person.id());
        person.keepsAPromise();
        timePasses("P6D");
    }
}
