package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.recourse.model.CompensationApprovalIds.USER_TASK_APPROVE_COMPENSATION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESOLVE_ESCALATION;

import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Money that somebody else has to approve. */
@Tag("R17")
abstract class ApprovalPaths extends PathsOfACase {

    @Test
    void a_ceiling_inside_the_own_authority_needs_nobody() {
        handsOverAtOnce();
        supervisor1.takesOver("ceilingKind", "refund", "ceilingAmount", 100);

        assertThat(the.all("state", "approval")).containsExactly("approved");
        assertThat(the.steps()).contains(USER_TASK_RESOLVE_ESCALATION);
    }

    @Test
    void a_ceiling_beyond_everybodys_authority_is_refused_by_the_table() {
        handsOverAtOnce();
        supervisor1.takesOver("ceilingKind", "refund", "ceilingAmount", 50_000);

        assertThat(the.all("state", "approval")).containsExactly("rejected");
        assertThat(supervisor1.reads(USER_TASK_RESOLVE_ESCALATION, "approvedText"))
                .contains("beyond everybody's authority");
    }

    @Test
    void two_managers_decide_above_one_managers_authority() {
        handsOverAtOnce();
        supervisor1.takesOver("ceilingKind", "refund", "ceilingAmount", 3000);
        manager1.decides("approve");

        assertThat(the.steps()).contains(USER_TASK_APPROVE_COMPENSATION).doesNotContain(USER_TASK_RESOLVE_ESCALATION);
        assertThatThrownBy(() -> manager1.decides("approve"))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("another manager");
        manager2.decides("approve");

        assertThat(the.all("state", "approval")).containsExactly("approved");
        assertThat(the.steps()).contains(USER_TASK_RESOLVE_ESCALATION);
    }

    @Test
    void a_rejected_ceiling_leaves_the_own_authority_and_may_be_asked_for_again() {
        handsOverAtOnce();
        supervisor1.takesOver("ceilingKind", "refund", "ceilingAmount", 620);
        manager1.decides("reject", "approvalReason", "not before the technician came");

        assertThat(supervisor1.reads(USER_TASK_RESOLVE_ESCALATION, "approvedText"))
                .contains("not before the technician came");
        supervisor1.resolves(
                "subject-to-approval",
                "solution",
                "Refund after the visit",
                "compensationKind",
                "refund",
                "compensationAmount",
                620);
        manager1.decides("approve");
        assertThat(the.field("outcome")).isEqualTo("agreed");
        assertThat(the.money()).containsExactly("refund 620.00 to-pay");
    }

    @Test
    void an_agreement_subject_to_approval_is_approved_as_asked() {
        agreesSubjectToApproval();
        manager1.decides("approve");

        assertThat(the.field("state")).isEqualTo("settled");
        assertThat(the.money()).containsExactly("refund 700.00 to-pay");
    }

    @Test
    void a_reduced_agreement_goes_back_with_the_approvers_words() {
        agreesSubjectToApproval();
        manager1.decides("reduce", "approvedAmount", 650, "approvalReason", "650 covers it");

        assertThat(supervisor1.reads(USER_TASK_RESOLVE_ESCALATION, "approvedText"))
                .contains("650.00")
                .contains("650 covers it");
        supervisor1.resolves("agreed", "solution", "Less", "compensationKind", "refund", "compensationAmount", 500);
        assertThat(the.field("state")).isEqualTo("settled");
    }

    @Test
    void a_silent_approver_is_followed_by_the_next_one() {
        handsOverAtOnce();
        supervisor1.takesOver("ceilingKind", "refund", "ceilingAmount", 620);
        timePasses("PT3H");

        assertThat(the.told()).contains("team-north-manager: approval-waiting");
        manager2.decides("approve");
        assertThat(the.steps()).contains(USER_TASK_RESOLVE_ESCALATION);
    }

    private void agreesSubjectToApproval() {
        handsOverAtOnce();
        supervisor1.takesOver();
        supervisor1.resolves(
                "subject-to-approval",
                "solution",
                "Refund of all",
                "compensationKind",
                "refund",
                "compensationAmount",
                700);
        assertThat(the.steps()).contains(USER_TASK_APPROVE_COMPENSATION);
    }
}
