package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_CHECK_AGREEMENT;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_PROPOSE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESOLVE_ESCALATION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESTATE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.RecourseApplicationTest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Answers that are taken back, cases that supervisors close and reopen: with a reason, and a trail (R29). */
@RecourseApplicationTest
@Tag("R29")
class CorrectionTest extends PathsOfACase {

    private static final String CORRECTIONS = "/{case}/corrections";

    private static final String TO = "/{case}/customer";

    private Colleague agent3;
    private Colleague supervisor2;

    @BeforeEach
    void others() {
        agent3 = the.person("agent3");
        supervisor2 = the.person("supervisor2");
    }

    @ParameterizedTest
    @CsvSource({"listen, " + USER_TASK_LISTEN, "restate, " + USER_TASK_RESTATE, "propose, " + USER_TASK_PROPOSE})
    void the_agent_takes_back_an_answer_of_the_call_and_goes_on_there(String step, String opens) {
        callsUpToChecking("compensationKind", "goodwill", "compensationAmount", 5);
        accepted(posts(agent1, CORRECTIONS, "step", step, "reason", "Clicked by mistake."));

        assertThat(the.steps()).containsExactly(opens);
        assertThat(the.holderOf(opens)).isEqualTo("agent1");
        assertThat(agent1.reads(opens, "story")).isEqualTo("I was charged twice.");
        assertThat(the.record())
                .anyMatch(line -> line.startsWith("agent1 ")
                        && line.contains("corrected")
                        && line.contains("Clicked by mistake."));
    }

    @Test
    void after_a_correction_the_call_ends_as_if_nothing_had_been_wrong() {
        callsUpToChecking();
        accepted(posts(agent1, CORRECTIONS, "step", "propose", "reason", "The wrong article."));
        agent1.proposes("The right bill");
        agent1.hears("agreed", "mood", 2);
        agent1.wrapsUp();
        agent1.keepsAPromise();
        timePasses("P6D");
        the.customerRates("yes", 5, "");

        the.isClosed("agreed");
    }

    @Test
    void a_hand_over_by_mistake_is_taken_back_while_nobody_has_taken_it() {
        handsOverAtOnce();
        assertThat(the.steps()).contains(USER_TASK_REVIEW_HANDOVER);
        accepted(posts(agent1, CORRECTIONS, "step", "listen", "reason", "They only wanted to wait."));

        assertThat(the.steps()).containsExactly(USER_TASK_LISTEN);
        assertThat(the.field("level")).isEqualTo("1");
        assertThat(the.told()).anyMatch(told -> told.endsWith("hand-over-taken-back"));
    }

    @Test
    void once_somebody_else_has_taken_the_case_it_is_beyond_the_agents_reach() {
        handsOverAtOnce();
        supervisor1.takesOver();

        refused(posts(agent1, CORRECTIONS, "step", "listen", "reason", "Sorry."), "step");
        accepted(posts(supervisor1, CORRECTIONS, "step", "review", "reason", "Advice is enough."));
        assertThat(the.steps()).contains(USER_TASK_REVIEW_HANDOVER).doesNotContain(USER_TASK_RESOLVE_ESCALATION);
    }

    @Test
    void a_colleague_does_not_take_back_what_another_holds_but_the_supervisor_does() {
        callsUpToChecking();

        assertThat(posts(agent2, CORRECTIONS, "step", "propose", "reason", "r").getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(posts(agent3, CORRECTIONS, "step", "propose", "reason", "r").getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(posts(supervisor2, CORRECTIONS, "step", "propose", "reason", "r")
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(the.steps()).containsExactly(USER_TASK_CHECK_AGREEMENT);
        accepted(posts(supervisor1, CORRECTIONS, "step", "propose", "reason", "Asked by agent1."));
        assertThat(the.steps()).containsExactly(USER_TASK_PROPOSE);
        assertThat(the.holderOf(USER_TASK_PROPOSE)).isEqualTo("agent1");
    }

    @Test
    void what_a_correction_lacks_is_named() {
        callsUpToProposing();

        refused(posts(agent1, CORRECTIONS, "reason", "r"), "step");
        refused(posts(agent1, CORRECTIONS, "step", "listen"), "reason");
        refused(posts(agent1, CORRECTIONS, "step", "lunch", "reason", "r"), "step");
        refused(posts(agent1, CORRECTIONS, "step", "check", "reason", "not there yet"), "step");
        refused(posts(agent1, CORRECTIONS, "step", "propose", "reason", "is there"), "step");
        assertThat(the.steps()).containsExactly(USER_TASK_PROPOSE);
    }

    @Test
    void a_callback_that_was_planned_by_mistake_does_not_ring() {
        callsUpToProposing();
        agent1.leaves(USER_TASK_PROPOSE, "call-back");
        the.jobsRun();
        accepted(posts(agent1, CORRECTIONS, "step", "restate", "reason", "They stayed on the line."));

        assertThat(the.steps()).containsExactly(USER_TASK_RESTATE);
        assertThat(the.callbacks()).noneMatch(callback -> callback.startsWith("booked"));
        timePasses("P3D");
        assertThat(the.steps()).containsExactly(USER_TASK_RESTATE);
    }

    @Test
    void a_supervisor_closes_an_open_case_with_a_reason_and_nothing_of_it_is_left() {
        callsUpToChecking("compensationKind", "goodwill", "compensationAmount", 5);
        agent1.hears("undecided");
        refused(posts(supervisor1, "/{case}/closing"), "reason");
        assertThat(posts(agent1, "/{case}/closing", "reason", "r").getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        accepted(posts(supervisor1, "/{case}/closing", "reason", "The customer has died."));

        the.isClosed("closed-by-supervisor");
        assertThat(the.record()).anyMatch(line -> line.contains("The customer has died."));
        refused(posts(supervisor1, "/{case}/closing", "reason", "again"), "caseNumber");
    }

    @ParameterizedTest
    @ValueSource(strings = {"settled", "closed", "withdrawn"})
    void a_supervisor_reopens_a_case_that_ended_too_early(String state) {
        agreesAtOnce();
        if (state.equals("closed")) {
            agent1.keepsAPromise();
            timePasses("P6D");
            the.customerRates("yes", 4, "");
        } else if (state.equals("withdrawn")) {
            accepted(posts(agent1, "/{case}/withdrawal", "reason", "never mind"));
        }
        assertThat(the.field("state")).isEqualTo(state);
        assertThat(posts(agent1, "/{case}/reopening", "reason", "r").getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        refused(posts(supervisor1, "/{case}/reopening"), "reason");
        refused(posts(supervisor1, "/{case}/reopening", "reason", "r", "level", 7), "level");
        accepted(posts(supervisor1, "/{case}/reopening", "reason", "The refund bounced."));
        the.jobsRun();

        assertThat(the.field("state")).isEqualTo("open");
        assertThat(the.steps()).contains(USER_TASK_REVIEW_HANDOVER);
        assertThat(the.holderOf(USER_TASK_REVIEW_HANDOVER)).isEqualTo("team-north-supervisor");
        assertThat(the.record()).anyMatch(line -> line.contains("reopened") && line.contains("The refund bounced."));
        refused(posts(supervisor1, "/{case}/reopening", "reason", "again"), "caseNumber");
    }

    @Test
    @Tag("R22")
    void a_case_of_the_wrong_customer_goes_to_the_right_one_with_all_it_holds() {
        agreesAtOnce("compensationKind", "goodwill", "compensationAmount", 5);
        String wrong = the.field("customer_number");
        refused(posts(agent1, TO, "customerNumber", "C-NOBODY", "reason", "r"), "customerNumber");
        refused(posts(agent1, TO, "customerNumber", "C-10018"), "reason");
        refused(posts(agent1, TO, "reason", "r"), "customerNumber");
        refused(posts(agent1, TO, "customerNumber", wrong, "reason", "r"), "customerNumber");
        assertThat(posts(agent3, TO, "customerNumber", "C-10018", "reason", "r").getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        accepted(posts(supervisor1, TO, "customerNumber", "C-10018", "reason", "Same phone, two people."));

        assertThat(the.field("customer_number")).isEqualTo("C-10018");
        assertThat(the.field("story")).isEqualTo("I was charged twice.");
        assertThat(jdbc.sql("select distinct customer_number from compensation_grant where case_number = ?")
                        .param(the.number())
                        .query(String.class)
                        .list())
                .containsExactly("C-10018");
        assertThat(the.record())
                .anyMatch(line -> line.contains("moved") && line.contains("C-10018: Same phone, two people."));
        assertThat(the.told()).contains("agent1: customer-changed");

        accepted(posts(agent1, TO, "customerNumber", wrong, "reason", "It was right."));
        assertThat(the.told()).as("who did it is not told").containsOnlyOnce("agent1: customer-changed");
    }

    @Test
    @Tag("R22")
    void the_right_customer_is_named_by_phone_in_any_notation_or_mail_address_and_of_several_none_is_guessed() {
        agent1.opens();
        String before = the.field("customer_number");
        refused(posts(agent1, TO, "phone", "+49 171 9999999", "reason", "r"), "phone");
        refused(posts(agent1, TO, "phone", "none of them", "reason", "r"), "phone");
        refused(posts(agent1, TO, "email", "nobody@example.com", "reason", "r"), "email");
        ResponseEntity<Map<String, Object>> several = posts(agent1, TO, "phone", "030/23125034", "reason", "r");
        refused(several, "customerNumber");
        assertThat(String.valueOf(several.getBody()))
                .contains("several customers fit: C-10034 (Sabine Vogel), C-10034-2 (Martin Vogel).");
        assertThat(the.field("customer_number")).isEqualTo(before);

        accepted(posts(agent1, TO, "phone", "0049 171/392 00 18", "reason", "Read out on the phone."));
        assertThat(the.field("customer_number")).isEqualTo("C-10018");
        accepted(posts(agent1, TO, "email", " Maria.Keller@Example.com ", "reason", "Her husband called."));
        assertThat(the.field("customer_number")).isEqualTo("C-10017");
        accepted(posts(agent1, TO, "phone", "030 23125034", "email", "martin.vogel@example.com", "reason", "Both."));
        assertThat(the.field("customer_number")).isEqualTo("C-10034-2");
    }
}
