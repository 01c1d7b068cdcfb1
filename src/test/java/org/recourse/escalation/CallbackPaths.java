package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.calendar.Window;

/** Calling back, and what becomes of it. */
@Tag("R19")
abstract class CallbackPaths extends PathsOfACase {

    @Test
    void unanswered_twice_then_reached() {
        isToBeCalledBack();
        agent1.calls("no-answer");
        assertThat(the.steps()).isEmpty();
        timePasses("PT20M");
        agent1.calls("no-answer");
        timePasses("PT20M");
        agent1.calls("reached");

        assertThat(the.steps()).containsExactly("UserTask_Listen");
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
        assertThat(the.holderOf("UserTask_Listen")).isEqualTo("agent1");
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
        assertThat(the.steps()).containsExactly("UserTask_Listen");
    }

    private void wantsACall() {
        agent1.opens();
        agent1.leaves("UserTask_Listen", "call-back", "callbackFrom", "2026-11-25T11:00");
    }

    private void moves(String from) {
        Instant begin = Instant.parse(from);
        callbacks.move(the.number(), new Window(begin, begin.plus(Duration.ofHours(1))));
    }

    @Test
    void the_customer_cancels_the_callback_and_the_step_opens_for_its_owner() {
        wantsACall();
        callbacks.cancelByCustomer(the.number(), "no need any more");

        assertThat(the.steps()).containsExactly("UserTask_Listen");
        assertThat(the.callbacks()).containsExactly("declined 0");
        assertThat(the.promises()).containsExactly("callback cancelled");
    }

    @Test
    void wrong_number_and_another_one_is_known() {
        isToBeCalledBack();
        agent1.calls("wrong-number", "callbackNumber", "+49 171 1234567");
        timePasses("PT30M");

        assertThat(agent1.sees("UserTask_CallBack")).containsEntry("callbackNumber", "+49 171 1234567");
        agent1.calls("reached");
        assertThat(the.steps()).containsExactly("UserTask_Listen");
    }

    @Test
    void wrong_number_and_no_other_is_known() {
        isToBeCalledBack();
        agent1.calls("wrong-number");

        assertThat(the.letters()).containsExactly("callback-booked", "callback-missed");
        assertThat(the.callbacks()).containsExactly("unanswered 1");
        assertThat(the.steps()).containsExactly("UserTask_Listen");
    }

    @Test
    void a_missed_window_is_reported_and_the_late_call_breaks_no_more() {
        isToBeCalledBack();
        timePasses("PT2H");

        assertThat(the.told()).contains("agent1: callback-missed", "team-north-supervisor: callback-missed");
        agent1.calls("reached");
        assertThat(the.promises()).containsExactly("callback late");
    }

    private void isToBeCalledBack() {
        agent1.opens();
        agent1.leaves(
                "UserTask_Listen", "call-back", "callbackFrom", "2026-11-24T11:00", "callbackTo", "2026-11-24T12:00");
        assertThat(the.steps()).isEmpty();
        timePasses("PT58M");
        assertThat(the.holderOf("UserTask_CallBack")).isEqualTo("agent1");
    }
}
