package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.CallbackIds.USER_TASK_CALL_BACK;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.calendar.Window;
import org.recourse.clock.ClockHolders;
import org.recourse.form.Step;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.recourse.text.Written;
import org.springframework.beans.factory.annotation.Autowired;

/** Calling back, and what becomes of it. */
@Tag("R19")
abstract class CallbackPaths extends PathsOfACase {

    @Autowired
    ClockHolders holders;

    @Test
    void unanswered_twice_then_reached() {
        isToBeCalledBack();
        agent1.calls("no-answer");
        assertThat(the.steps()).isEmpty();
        timePasses("PT20M");
        agent1.calls("no-answer");
        timePasses("PT20M");
        agent1.calls("reached");

        assertThat(the.steps()).containsExactly(USER_TASK_LISTEN);
        assertThat(the.callbacks()).containsExactly("reached 3");
        assertThat(the.promises()).containsExactly("callback kept");
    }

    @Test
    void unanswered_three_times_the_customer_is_told_and_the_step_stays_with_the_agent() {
        isToBeCalledBack();
        for (int attempt = 1; attempt <= 3; attempt++) {
            agent1.calls("no-answer");
            timePasses("PT20M");
        }

        assertThat(the.letters()).containsExactly("callback-booked", "callback-missed");
        assertThat(the.told()).contains("team-north-supervisor: callback-unanswered");
        assertThat(the.holderOf(USER_TASK_LISTEN)).isEqualTo("agent1");
    }

    @Test
    void whoever_left_the_call_reads_when_the_customer_is_called_back() {
        wantsACall();
        the.jobsRun();
        Map<?, ?> next =
                http.withBasicAuth("agent1", "demo").getForObject("/api/work/next?case=" + the.number(), Map.class);
        assertThat(next.get("mine")).isNull();
        assertThat(String.valueOf(next.get("callback")))
                .startsWith("Callback booked Wed 25 Nov 2026, 11:00")
                .endsWith("attempt 1 of 3.");
    }

    @Test
    void a_machine_that_answers_and_the_message_afterwards_hear_nothing_of_the_matter() {
        isToBeCalledBack();
        assertThat(agent1.reads(USER_TASK_CALL_BACK, "callGuide"))
                .startsWith("If a machine or somebody else answers:")
                .endsWith("nothing of the matter.");
        for (int attempt = 1; attempt <= 3; attempt++) {
            agent1.calls("no-answer");
            timePasses("PT20M");
        }
        assertThat(jdbc.sql("select subject || body from message where case_number = ? and kind = 'callback-missed'")
                        .param(the.number())
                        .query(String.class)
                        .single())
                .contains(the.number().value())
                .doesNotContainIgnoringCase("charged", "twice", "roaming");
    }

    @Test
    void rescheduled_by_the_customer() {
        isToBeCalledBack();
        agent1.calls("rescheduled", "callbackFrom", "2026-11-25T11:00", "callbackTo", "2026-11-25T12:00");

        assertThat(the.steps()).isEmpty();
        timePasses("P1DT1H");
        agent1.calls("reached");
        assertThat(the.callbacks()).containsExactly("reached 1");
        assertThat(the.promises()).containsExactly("callback kept", "callback kept");
    }

    @Test
    void the_customer_moves_the_callback() {
        wantsACall();
        moves("2026-11-26T11:00:00Z");

        assertThat(the.promises()).containsExactly("callback moved", "callback open");
        agent1.calls("reached");
        assertThat(the.promises()).containsExactly("callback moved", "callback kept");
        assertThat(the.steps()).containsExactly(USER_TASK_LISTEN);
    }

    private void wantsACall() {
        agent1.opens();
        agent1.leaves(USER_TASK_LISTEN, "call-back", "callbackFrom", "2026-11-25T11:00");
    }

    private void moves(String from) {
        Instant begin = Instant.parse(from);
        callbacks.move(the.number(), new Window(begin, begin.plus(Duration.ofHours(1))));
    }

    @Test
    void the_customer_cancels_the_callback_and_the_step_opens_for_its_owner() {
        wantsACall();
        callbacks.cancelByCustomer(the.number(), new Written("no need any more"));

        assertThat(the.steps()).containsExactly(USER_TASK_LISTEN);
        assertThat(the.callbacks()).containsExactly("declined 0");
        assertThat(the.promises()).containsExactly("callback cancelled");
    }

    @Test
    void wrong_number_and_another_one_is_known() {
        isToBeCalledBack();
        agent1.calls("wrong-number", "callbackNumber", "+49 171 1234567");
        timePasses("PT30M");

        assertThat(agent1.sees(USER_TASK_CALL_BACK)).containsEntry("callbackNumber", "+491711234567");
        agent1.calls("reached");
        assertThat(the.steps()).containsExactly(USER_TASK_LISTEN);
    }

    @Test
    void wrong_number_and_no_other_is_known() {
        isToBeCalledBack();
        agent1.calls("wrong-number");

        assertThat(the.letters()).containsExactly("callback-booked", "callback-missed");
        assertThat(the.callbacks()).containsExactly("unanswered 1");
        assertThat(the.steps()).containsExactly(USER_TASK_LISTEN);
    }

    @Test
    void a_missed_window_is_reported_and_the_late_call_breaks_no_more() {
        isToBeCalledBack();
        timePasses("PT2H");

        assertThat(the.told()).contains("agent1: callback-missed", "team-north-supervisor: callback-missed");
        agent1.calls("reached");
        assertThat(the.promises()).containsExactly("callback late");
    }

    @Test
    void the_owner_is_reminded_once_before_the_window_opens_and_in_opening_hours() {
        isToBeCalledBack();
        assertThat(the.told()).containsOnlyOnce("agent1: callback-soon");
        agent1.calls("no-answer");
        timePasses("PT1H");
        assertThat(the.told()).as("who has just called needs no reminder").containsOnlyOnce("agent1: callback-soon");

        isTheCase(the.another(false));
        agent1.opens();
        agent1.leaves(USER_TASK_LISTEN, "call-back", "callbackFrom", "2026-11-25T08:00");
        timePasses("P1D");
        assertThat(jdbc.sql("select at from notice where case_number = ? and kind = 'callback-soon'")
                        .param(the.number())
                        .query((row, n) ->
                                row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                        .list())
                .as("the evening before, not at 07:45")
                .containsExactly(Instant.parse("2026-11-24T18:45:00Z"));
    }

    @Test
    void the_number_of_attempts_is_what_the_table_of_the_cases_own_release_says() throws IOException {
        isToBeCalledBack();
        assertThat(agent1.reads(USER_TASK_CALL_BACK, "callbackText")).endsWith("attempt 1 of 3.");
        String table = new String(
                Objects.requireNonNull(getClass().getResourceAsStream("/bpmn/CallbackAttempts.dmn"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        Deployment once = engine.getRepositoryService()
                .createDeployment()
                .name("called once")
                .addString("CallbackAttempts.dmn", table.replace("<text>3</text>", "<text>1</text>"))
                .deploy();
        try {
            agent1.calls("no-answer");
            timePasses("PT1H");
            assertThat(agent1.reads(USER_TASK_CALL_BACK, "callbackText")).endsWith("attempt 2 of 3.");
        } finally {
            engine.getRepositoryService().deleteDeployment(once.getId(), true);
        }
    }

    @Test
    void a_booked_callback_goes_along_when_the_case_is_given_to_somebody_else_who_hears_of_a_conflict() {
        wantsACall();
        CaseNumber booked = the.number();
        CaseDriver other = the.another(false);
        isTheCase(other);
        agent2.opens();
        agent2.leaves(USER_TASK_LISTEN, "call-back", "callbackFrom", "2026-11-25T11:30");

        holders.reassign(Step.byRoute(booked, "test"), PersonId.of("agent2"));
        isTheCase(the.another(false));
        the.isCase(booked);
        assertThat(the.all("owner", "callback")).containsExactly("agent2");
        assertThat(the.all("owner", "promise")).containsExactly("agent2");
        assertThat(the.told()).contains("agent2: callback-conflict", "team-north-supervisor: callback-conflict");
        untilNow(Instant.parse("2026-11-25T10:01:00Z"));
        assertThat(the.holderOf(USER_TASK_CALL_BACK)).isEqualTo("agent2");
        other.end();
    }

    private void isToBeCalledBack() {
        agent1.opens();
        agent1.leaves(
                USER_TASK_LISTEN, "call-back", "callbackFrom", "2026-11-24T11:00", "callbackTo", "2026-11-24T12:00");
        assertThat(the.steps()).isEmpty();
        timePasses("PT58M");
        assertThat(the.holderOf(USER_TASK_CALL_BACK)).isEqualTo("agent1");
    }
}
