package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.recourse.model.CallbackIds.USER_TASK_CALL_BACK;
import static org.recourse.model.CompensationApprovalIds.USER_TASK_APPROVE_COMPENSATION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_DECIDE_FINAL_POSITION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_PROPOSE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESOLVE_ESCALATION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Supervisors and managers: advice, take-over, the manager's own attempt and the final position. */
abstract class SecondLinePaths extends PathsOfACase {

    @Test
    @Tag("R12")
    void advice_while_the_customer_is_on_the_line() {
        handsOverAtOnce();
        supervisor1.advises("Offer a refund.");

        assertThat(the.steps()).containsExactly(USER_TASK_PROPOSE);
        assertThat(the.holderOf(USER_TASK_PROPOSE)).isEqualTo("agent1");
        assertThat(agent1.sees(USER_TASK_PROPOSE))
                .containsEntry("advice", "Offer a refund.")
                .doesNotContainKey("supervisorDecision");
        agent1.proposes("Refund", "compensationKind", "refund", "compensationAmount", 10);
        agent1.hears("agreed");
        assertThat(the.field("level")).isEqualTo("1");
    }

    @Test
    @Tag("R12")
    void advice_for_a_customer_who_is_called_back_first() {
        handsOverAtOnce(
                "connection", "call-back", "callbackFrom", "2026-11-24T14:00", "callbackTo", "2026-11-24T15:00");
        supervisor1.advises("Offer a refund.");

        assertThat(the.steps()).isEmpty();
        assertThat(the.callbacks()).last().isEqualTo("booked 0");
        timePasses("PT4H");
        agent1.calls("reached");
        assertThat(the.steps()).containsExactly(USER_TASK_PROPOSE);
    }

    @Test
    @Tag("R2")
    void advice_spares_who_could_not_continue_and_asks_the_team() {
        agent1.opens();
        agent1.leaves(USER_TASK_LISTEN, "cannot-continue");
        supervisor1.advises("Offer a refund.");

        assertThat(the.holderOf(USER_TASK_PROPOSE)).isEqualTo("team-north-agent");
        agent2.proposes("Refund");
        assertThat(the.field("agent")).isEqualTo("agent2");
    }

    @Test
    @Tag("R2")
    void a_call_back_for_who_could_not_continue_is_offered_to_the_team() {
        agent1.opens();
        agent1.leaves(USER_TASK_LISTEN, "cannot-continue", "connection", "call-back");
        supervisor1.advises("Offer a refund.");
        timePasses("PT1H");

        assertThat(the.holderOf(USER_TASK_CALL_BACK)).isEqualTo("team-north-agent");
        agent2.calls("reached");
        agent2.proposes("Refund");
        agent2.hears("agreed");
        assertThat(the.field("settled_by")).isEqualTo("agent2");
    }

    @Test
    @Tag("R13")
    void a_take_over_on_the_line_is_resolved_within_the_own_authority() {
        handsOverAtOnce();
        supervisor1.takesOver("problemGoal", "line up", "peopleGoal", "calm");

        assertThat(the.holderOf(USER_TASK_RESOLVE_ESCALATION)).isEqualTo("supervisor1");
        supervisor1.resolves(
                "agreed",
                "solution",
                "Technician tomorrow",
                "compensationKind",
                "goodwill",
                "compensationAmount",
                100,
                "customerConfirms",
                "yes",
                "problemGoalMet",
                "yes");
        agent1.completesTheBrief();
        supervisor1.keepsAPromise();
        timePasses("P6D");
        the.customerRates("yes", 4, "");

        the.isClosed("agreed");
        assertThat(the.field("settled_by")).isEqualTo("supervisor1");
    }

    @Test
    @Tag("R17")
    void a_ceiling_is_approved_before_the_customer_hears_a_figure() {
        handsOverAtOnce();
        supervisor1.takesOver(
                "ceilingKind", "refund", "ceilingAmount", 620, "ceilingKind2", "goodwill", "ceilingAmount2", 80);

        assertThat(the.steps()).contains(USER_TASK_APPROVE_COMPENSATION).doesNotContain(USER_TASK_RESOLVE_ESCALATION);
        assertThat(the.holderOf(USER_TASK_APPROVE_COMPENSATION)).isEqualTo("team-north-manager");
        manager2.decides("reduce", "approvedAmount", 560, "approvedAmount2", 60, "approvalReason", "enough");

        assertThat(supervisor1.reads(USER_TASK_RESOLVE_ESCALATION, "approvedText"))
                .contains("560.00")
                .contains("enough");
        supervisor1.resolves(
                "agreed",
                "solution",
                "Six days back",
                "compensationKind",
                "refund",
                "compensationAmount",
                540,
                "compensationKind2",
                "goodwill",
                "compensationAmount2",
                60);
        assertThat(the.money()).containsExactly("refund 540.00 to-pay", "goodwill 60.00 to-pay");
    }

    @Test
    @Tag("R19")
    void the_reviewer_plans_a_call_in_the_window_that_the_customer_chose() {
        handsOverAtOnce(
                "connection", "call-back", "callbackFrom", "2026-11-24T16:30", "callbackTo", "2026-11-24T17:30");
        supervisor1.plansACall();

        timePasses("PT6H");
        assertThat(the.steps()).doesNotContain(USER_TASK_CALL_BACK);
        timePasses("PT28M");
        supervisor1.calls("reached");
        assertThat(the.steps()).containsExactly(USER_TASK_RESOLVE_ESCALATION);
        supervisor1.resolves("undecided", "callbackFrom", "2026-11-24T18:00");
        timePasses("PT2H");
        supervisor1.calls("reached");
        supervisor1.resolves("accepted-no-change");

        assertThat(the.field("outcome")).isEqualTo("accepted-no-change");
        assertThat(the.promises()).containsExactly("callback kept", "callback kept");
    }

    @Test
    @Tag("R19")
    void nobody_answers_three_times_the_step_stays_with_its_owner() {
        handsOverAtOnce(
                "connection", "call-back", "callbackFrom", "2026-11-24T12:00", "callbackTo", "2026-11-24T13:00");
        supervisor1.takesOver();
        timePasses("PT1H58M");
        supervisor1.calls("no-answer");
        timePasses("PT20M");
        supervisor1.calls("no-answer");
        timePasses("PT20M");
        supervisor1.calls("no-answer");

        assertThat(the.letters()).contains("callback-missed");
        assertThat(the.told())
                .contains("supervisor1: callback-unanswered", "team-north-supervisor: callback-unanswered");
        assertThat(the.holderOf(USER_TASK_RESOLVE_ESCALATION)).isEqualTo("supervisor1");
        assertThat(the.callbacks()).last().isEqualTo("unanswered 3");
    }

    @Test
    @Tag("R14")
    void the_managers_own_attempt_and_the_final_position_accepted() {
        reachesTheManager();
        manager1.resolves("escalate", "solution", "The refund, no damages");

        assertThat(the.holderOf(USER_TASK_DECIDE_FINAL_POSITION)).isEqualTo("manager1");
        manager1.decidesFinally("yes", "compensationKind", "refund", "compensationAmount", 649);
        assertThat(the.field("outcome")).isEqualTo("final-accepted");
        assertThat(the.letters()).contains("final-answer");
        manager1.keepsAPromise();
        timePasses("P6D");
        the.customerRates("yes", 3, "");

        the.isClosed("final-accepted");
    }

    @Test
    @Tag("R14")
    void the_final_position_is_drafted_from_the_case_and_refused_while_a_place_is_open() {
        reachesTheManager();
        assertThat(manager1.reads(USER_TASK_RESOLVE_ESCALATION, "offers"))
                .as("the manager sees what was tried, and why it was refused")
                .contains("A repair", "wants a new one");
        assertThat(manager1.reads(USER_TASK_RESOLVE_ESCALATION, "restatement"))
                .as("restated afresh at each level")
                .isIn("", "null");
        manager1.resolves("escalate", "solution", "The refund, no damages");

        String draft = manager1.reads(USER_TASK_DECIDE_FINAL_POSITION, "finalAnswer");
        assertThat(draft)
                .startsWith("Sie haben uns berichtet")
                .contains("A repair", "The refund, no damages", "[… was wir tun");
        assertThatThrownBy(() -> manager1.decidesFinally("no", "finalAnswer", draft))
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining("still has a place to fill in: [… was wir tun");

        String written = draft.replaceAll("\\[… was wir tun[^]]*]", "We pay the refund by Friday.")
                .replaceAll("\\[… die Tatsachen[^]]*]", "No damage was shown.");
        manager1.decidesFinally("yes", "finalAnswer", written);

        assertThat(the.field("final_answer")).isEqualTo(written);
        JsonNode brief = http.withBasicAuth("manager1", "demo")
                .getForObject("/api/cases/" + the.number(), JsonNode.class)
                .path("brief");
        assertThat(brief.path("finalPosition").asText()).isEqualTo(written);
        assertThat(brief.path("finalPositionAccepted").asBoolean()).isTrue();
        assertThat(the.all("body", "message")).last().asString().contains("by Friday.", "No damage was shown.");
    }

    @Test
    @Tag("R14")
    void after_a_final_position_that_the_customer_refuses_nobody_is_surveyed() {
        reachesTheManager();
        manager1.resolves("escalate");
        manager1.decidesFinally("no", "compensationKind", "refund", "compensationAmount", 649);
        manager1.keepsAPromise();
        timePasses("P1D");

        the.isClosed("final-refused");
        assertThat(the.letters()).contains("final-answer").doesNotContain("check-in");
    }

    @Test
    void an_offer_in_writing_of_the_second_line_expires() {
        handsOverAtOnce();
        supervisor1.takesOver();
        supervisor1.resolves("unreachable", "solution", "A new router");
        timePasses("P20D");

        the.isClosed("unreachable");
    }

    @Test
    void an_offer_in_writing_of_the_second_line_is_answered() {
        handsOverAtOnce();
        supervisor1.takesOver();
        supervisor1.resolves("unreachable", "solution", "A new router");
        timePasses("P1D");
        accepted(posts(supervisor1, "/{case}/contacts", "channel", "email", "story", "Yes, please."));

        assertThat(the.holderOf(USER_TASK_RESOLVE_ESCALATION)).isEqualTo("supervisor1");
        supervisor1.resolves("agreed", "solution", "A new router");
        assertThat(the.field("outcome")).isEqualTo("agreed");
    }

    private void reachesTheManager() {
        handsOverAtOnce();
        agent1.completesTheBrief();
        supervisor1.takesOver();
        supervisor1.resolves("escalate", "solution", "A repair", "refusalReason", "wants a new one");
        assertThat(the.holderOf(USER_TASK_REVIEW_HANDOVER)).isEqualTo("team-north-manager");
        manager1.takesOver();
    }
}
