package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.AfterCallIds.USER_TASK_PREPARE_HANDOVER;
import static org.recourse.model.CallbackIds.USER_TASK_CALL_BACK;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_CHECK_AGREEMENT;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_PROPOSE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESTATE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first line, from the first word to an answer or to the next level. */
abstract class FirstLinePaths extends PathsOfACase {

    @Test
    @Tag("R6")
    void agreed_at_once() {
        agreesAtOnce();

        assertThat(the.field("state")).isEqualTo("settled");
        assertThat(the.letters()).containsExactly("settlement-confirmation");
        agent1.keepsAPromise();
        timePasses("P6D");
        the.customerRates("yes", 5, "quick");

        the.isClosed("agreed");
        assertThat(the.promises()).containsExactly("solution kept");
    }

    @Test
    @Tag("R6")
    void the_customer_accepts_that_nothing_changes() {
        callsUpToChecking();
        agent1.hears("accepted-no-change");
        agent1.wrapsUp();

        assertThat(the.promises()).isEmpty();
        timePasses("P6D");
        the.customerRates("yes", 3, "");

        the.isClosed("accepted-no-change");
        assertThat(the.letters().get(0)).isEqualTo("settlement-confirmation");
        assertThat(the.all("body", "message").get(0)).contains("Es bleibt, wie es ist. Damit waren Sie einverstanden.");
    }

    @Test
    @Tag("R7")
    void a_second_angle_is_tried_and_agreed() {
        callsUpToChecking("compensationKind", "credit", "compensationAmount", "18.40");
        agent1.hears("another-angle", "refusalReason", "won't wait");

        assertThat(the.steps()).containsExactly(USER_TASK_PROPOSE);
        agent1.proposes("Money back now", "compensationKind", "refund", "compensationAmount", "18.40");
        agent1.hears("agreed");

        assertThat(the.all("answer", "proposal")).containsExactly("another-angle", "agreed");
        assertThat(the.money()).containsExactly("refund 18.40 to-pay");
    }

    @Test
    @Tag("R7")
    void when_the_angles_are_used_up_the_form_offers_escalation() {
        callsUpToChecking();
        agent1.hears("another-angle");
        agent1.proposes("Something else");
        agent1.hears("another-angle");

        assertThat(the.steps()).containsExactly(USER_TASK_CHECK_AGREEMENT);
        assertThat(agent1.reads(USER_TASK_CHECK_AGREEMENT, "hint"))
                .contains("used up")
                .contains("supervisor");
        agent1.hears("escalate");
        assertThat(the.field("hand_over_trigger")).isEqualTo("angles-used-up");
        assertThat(the.steps()).containsExactly(USER_TASK_PREPARE_HANDOVER, USER_TASK_REVIEW_HANDOVER);
    }

    @Test
    @Tag("R4")
    void restated_twice_the_listening_opens_again_filled_with_the_correction() {
        agent1.opens();
        agent1.listens("effect", "No money until Monday.");
        agent1.restates("customerConfirms", "no", "correction", "It was three times.");

        var shown = agent1.sees(USER_TASK_LISTEN);
        assertThat(shown)
                .containsEntry("story", "I was charged twice.")
                .containsEntry("effect", "No money until Monday.")
                .containsEntry("correction", "It was three times.");
        assertThat(shown).doesNotContainKey("customerConfirms");
        agent1.listens("story", "I was charged three times.");
        agent1.restates();
        agent1.proposes("A corrected bill");
        agent1.hears("agreed");

        assertThat(the.field("correction")).isEqualTo("null");
        assertThat(the.field("story")).isEqualTo("I was charged three times.");
    }

    @Test
    @Tag("R3")
    void a_signal_noticed_after_listening_makes_the_case_more_urgent_at_once() {
        callsUpToChecking();
        assertThat(the.field("urgency")).isEqualTo("55");
        agent1.hears("another-angle", "signals", "legal-threat", "mood", 2);

        assertThat(the.field("urgency")).isEqualTo("85");
        assertThat(the.said("urgency_reason")).startsWith("legal threat (AssessUrgency:");
        assertThat(the.steps()).as("one attempt after a threat").containsExactly(USER_TASK_CHECK_AGREEMENT);
        assertThat(the.task(USER_TASK_CHECK_AGREEMENT).getPriority()).isEqualTo(85);
        assertThat(the.record())
                .anyMatch(
                        line -> line.matches(
                                "agent1 BusinessRuleTask_AssessUrgencyAgain ruled: AssessUrgency:\\d+: urgency 85 .legal threat."));
        agent1.hears("agreed", "signals", "long-pauses", "mood", 1);
        assertThat(the.field("urgency")).as("it does not fall").isEqualTo("85");
    }

    @ParameterizedTest
    @CsvSource({
        "12, 0, 'angry, waited long'",
        "0, 2, 'angry, waited long'",
        "9, 1, angry",
    })
    @Tag("R3")
    void long_waits_and_many_transfers_are_derived_from_earlier_calls(int minutes, int transfers, String reason) {
        agreesAtOnceWith(minutes, transfers);
        isTheCase(the.another(true));
        agent1.opens("title", "Another matter", "product", "Router");
        agent1.does(USER_TASK_LISTEN, Colleague.with(new Object[0], "story", "s", "product", "Router", "mood", 4));

        assertThat(the.said("urgency_reason")).startsWith(reason + " (AssessUrgency:");
    }

    private void agreesAtOnceWith(int minutes, int transfers) {
        callsUpToChecking();
        agent1.hears("agreed");
        agent1.wrapsUp("holdMinutes", minutes, "transfers", transfers);
    }

    @Test
    @Tag("B2")
    void each_restatement_proposal_and_answer_is_a_line_of_the_history_even_when_no_field_changes() {
        agent1.opens();
        agent1.listens();
        agent1.restates("customerConfirms", "no");
        agent1.listens();
        agent1.restates();
        agent1.proposes("A corrected bill", "compensationKind", "credit", "compensationAmount", "18.40");
        agent1.hears("another-angle", "refusalReason", "won't wait");
        agent1.proposes("Money back now", "dueBy", "2026-11-27T18:00");
        agent1.hears("undecided");

        assertThat(the.record())
                .containsSubsequence(
                        "agent1 UserTask_Restate restated: restated rightly: no",
                        "agent1 UserTask_Restate restated: restated rightly: yes",
                        "agent1 UserTask_Propose proposed: A corrected bill; credit 18.40 EUR",
                        "agent1 UserTask_CheckAgreement answered: refused, another angle: won't wait",
                        "agent1 UserTask_Propose proposed: Money back now; by Fri 27 Nov 2026, 17:00",
                        "agent1 UserTask_CheckAgreement answered: wants time");
        assertThat(the.record())
                .filteredOn(line -> line.startsWith("agent1 BusinessRuleTask_AssessUrgency ruled: "))
                .hasSize(2);
    }

    @Test
    @Tag("R19")
    void undecided_and_called_back_by_the_same_agent_at_the_answer() {
        callsUpToChecking();
        agent1.hears("undecided", "callbackFrom", "2026-11-24T16:00", "callbackTo", "2026-11-24T17:00");

        assertThat(the.steps()).isEmpty();
        timePasses("PT6H");
        assertThat(the.holderOf(USER_TASK_CALL_BACK)).isEqualTo("agent1");
        agent1.calls("reached");

        assertThat(the.steps()).containsExactly(USER_TASK_CHECK_AGREEMENT);
        agent1.hears("agreed");
        assertThat(the.promises()).contains("callback kept");
    }

    @ParameterizedTest
    @CsvSource({
        USER_TASK_LISTEN + ", listen",
        USER_TASK_RESTATE + ", restate",
        USER_TASK_PROPOSE + ", propose",
        USER_TASK_CHECK_AGREEMENT + ", check"
    })
    @Tag("R2")
    void the_line_is_lost_and_the_call_goes_on_where_it_was_left(String step, String resumeAt) {
        callsUpTo(step);
        agent1.leaves(step, "lost");
        timePasses("PT2H");
        agent1.calls("reached");

        assertThat(the.steps()).containsExactly(step);
        assertThat(the.holderOf(step)).isEqualTo("agent1");
        assertThat(agent1.sees(step)).doesNotContainKey("callState");
    }

    @ParameterizedTest
    @CsvSource({USER_TASK_LISTEN, USER_TASK_RESTATE, USER_TASK_PROPOSE, USER_TASK_CHECK_AGREEMENT})
    @Tag("R9")
    void handed_over_at_once_from_each_step(String step) {
        callsUpTo(step);
        agent1.leaves(step, "hand-over", "handOverTrigger", "threat", "connection", "transfer");

        assertThat(the.steps()).containsExactly(USER_TASK_PREPARE_HANDOVER, USER_TASK_REVIEW_HANDOVER);
        assertThat(the.holderOf(USER_TASK_REVIEW_HANDOVER)).isEqualTo("team-north-supervisor");
        assertThat(the.field("hand_over_trigger")).isEqualTo("threat");
        assertThat(the.field("level")).isEqualTo("2");
        assertThat(supervisor1.reads(USER_TASK_REVIEW_HANDOVER, "handOverText"))
                .contains("threat")
                .contains("on the line");
    }

    @ParameterizedTest
    @CsvSource({USER_TASK_LISTEN, USER_TASK_RESTATE, USER_TASK_PROPOSE, USER_TASK_CHECK_AGREEMENT})
    @Tag("R2")
    void who_cannot_continue_needs_no_reason(String step) {
        callsUpTo(step);
        agent1.does(step, Colleague.with(new Object[0], "callState", "cannot-continue"));

        assertThat(the.steps()).contains(USER_TASK_REVIEW_HANDOVER);
        assertThat(the.field("hand_over_trigger")).isEqualTo("cannot-continue");
    }

    @Test
    @Tag("R9")
    void the_customer_asks_for_more_at_the_answer_and_wants_to_be_called() {
        callsUpToChecking();
        agent1.hears(
                "escalate",
                "connection",
                "call-back",
                "callbackFrom",
                "2026-11-24T16:30",
                "callbackTo",
                "2026-11-24T17:30");

        assertThat(the.field("hand_over_trigger")).isEqualTo("demand");
        assertThat(the.field("connection")).isEqualTo("call-back");
        supervisor1.takesOver();
        timePasses("PT7H");
        assertThat(the.holderOf(USER_TASK_CALL_BACK)).isEqualTo("supervisor1");
    }

    @Test
    void what_is_opened_for_a_team_is_kept_by_who_takes_it_first() {
        the.person("manager1").opens("team", "team-north");

        assertThat(the.holderOf(USER_TASK_LISTEN)).isEqualTo("team-north-agent");
        agent2.listens();
        assertThat(the.holderOf(USER_TASK_RESTATE)).isEqualTo("agent2");
        assertThat(the.field("agent")).isEqualTo("agent2");
    }

    @Test
    void a_written_complaint_may_be_called_first() {
        agent1.opens("channel", "letter");
        agent1.listens("replyBy", "call-first");
        timePasses("PT2H");
        agent1.calls("reached");

        assertThat(the.steps()).containsExactly(USER_TASK_LISTEN);
        agent1.listens();
        assertThat(the.steps()).containsExactly(USER_TASK_RESTATE);
    }

    @Test
    @Tag("R19")
    void an_unreachable_customer_gets_an_offer_in_writing_and_is_closed_when_it_expires() {
        callsUpToChecking();
        agent1.hears("unreachable");

        assertThat(the.steps()).isEmpty();
        assertThat(the.letters()).contains("written-offer");
        timePasses("P20D");

        the.isClosed("unreachable");
    }

    @Test
    @Tag("R19")
    void an_answered_offer_goes_on_at_the_answer() {
        callsUpToChecking();
        agent1.hears("unreachable");
        timePasses("P2D");
        accepted(posts(agent1, "/{case}/contacts", "channel", "letter", "story", "I take your offer."));

        assertThat(the.steps()).containsExactly(USER_TASK_CHECK_AGREEMENT);
        agent1.hears("agreed");
        assertThat(the.field("outcome")).isEqualTo("agreed");
    }

    private void callsUpTo(String step) {
        agent1.opens();
        if (!step.equals(USER_TASK_LISTEN)) {
            agent1.listens();
            if (!step.equals(USER_TASK_RESTATE)) {
                agent1.restates();
                if (!step.equals(USER_TASK_PROPOSE)) {
                    agent1.proposes("A corrected bill");
                }
            }
        }
    }
}
