package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.AfterCallIds.USER_TASK_WRAP_UP;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER;
import static org.recourse.model.PromiseIds.USER_TASK_KEEP_PROMISE;
import static org.recourse.model.QuestionIds.USER_TASK_ANSWER_QUESTION;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** Promises, questions and the work after a call, which run beside the case. */
abstract class CommitmentPaths extends PathsOfACase {

    @Test
    @Tag("B3")
    void a_promise_is_kept_by_its_owner() {
        agreesAtOnce("dueBy", "2026-11-27T18:00");
        assertThat(the.holderOf(USER_TASK_KEEP_PROMISE)).isEqualTo("agent1");
        timePasses("P3DT5H");
        assertThat(the.told()).contains("agent1: promise-due-soon");
        agent1.keepsAPromise();

        assertThat(the.promises()).containsExactly("solution kept");
    }

    @Test
    @Tag("B3")
    void whoever_agreed_is_led_to_the_promise_on_its_day_and_reads_before_when_that_is() {
        agreesAtOnce("dueBy", "2026-11-27T18:00");

        for (String person : List.of("agent1", "supervisor1")) {
            assertThat(next(person).get("mine")).as(person).isNull();
            assertThat(next(person).get("promises")).isEqualTo(1);
            assertThat(next(person).get("promiseDue")).isEqualTo("2026-11-27T17:00:00Z");
        }

        untilNow(Instant.parse("2026-11-27T08:00:00Z"));
        assertThat(String.valueOf(next("agent1").get("mine"))).contains(USER_TASK_KEEP_PROMISE);
        assertThat(next("supervisor1").get("mine")).isNull();
    }

    @Test
    @Tag("B3")
    void a_manager_is_not_led_to_what_is_due_days_after_the_final_position() {
        handsOverAtOnce();
        supervisor1.takesOver();
        supervisor1.resolves("escalate", "solution", "We look into it.", "refusalReason", "Your boss!");
        the.jobsRun();
        manager1.takesOver();
        manager1.resolves("escalate", "solution", "A new router", "refusalReason", "Never.");
        the.jobsRun();
        manager1.decidesFinally("yes", "dueBy", "2026-11-27T18:00");
        the.jobsRun();

        assertThat(the.holderOf(USER_TASK_KEEP_PROMISE)).isEqualTo("manager1");
        assertThat(next("manager1").get("mine")).isNull();
        assertThat(next("manager1").get("promiseDue")).isEqualTo("2026-11-27T17:00:00Z");
    }

    private Map<?, ?> next(String person) {
        return http.withBasicAuth(person, "demo").getForObject("/api/work/next?case=" + the.number(), Map.class);
    }

    @Test
    @Tag("B3")
    void a_late_promise_is_told_to_owner_and_supervisors() {
        agreesAtOnce("dueBy", "2026-11-27T18:00");
        timePasses("P4D");

        assertThat(the.told()).contains("agent1: promise-late", "team-north-supervisor: promise-late");
        agent1.keepsAPromise();
        assertThat(the.promises()).containsExactly("solution late");
    }

    @Test
    @Tag("B3")
    void a_broken_promise_is_still_to_be_done() {
        agreesAtOnce("dueBy", "2026-11-27T18:00");
        timePasses("P8D");

        assertThat(the.promises()).containsExactly("solution broken");
        assertThat(the.told()).contains("agent1: promise-broken", "team-north-supervisor: promise-broken");
        agent1.keepsAPromise();
        assertThat(the.promises()).containsExactly("solution broken");
        assertThat(the.all("done_at", "promise")).doesNotContain("null");
    }

    @Test
    @Tag("B3")
    void a_promise_is_moved_kept_and_cancelled_from_elsewhere() {
        agreesAtOnce("dueBy", "2026-11-27T18:00");
        accepted(reports("moved", "dueBy", "2026-12-01T18:00", "reason", "the customer is away"));
        assertThat(the.promises()).containsExactly("solution moved", "solution open");
        assertThat(the.steps()).containsExactly(USER_TASK_KEEP_PROMISE);

        accepted(reports("kept"));
        assertThat(the.promises()).containsExactly("solution moved", "solution kept");
        assertThat(the.steps()).isEmpty();
        refused(reports("kept"), "state");
    }

    @Test
    @Tag("B3")
    void a_cancelled_promise_needs_a_reason() {
        agreesAtOnce();
        refused(reports("cancelled"), "reason");
        accepted(reports("cancelled", "reason", "not wanted any more"));

        assertThat(the.promises()).containsExactly("solution cancelled");
        assertThat(the.steps()).isEmpty();
    }

    @Test
    @Tag("R20")
    void the_check_in_follows_the_last_promise() {
        agreesAtOnce("dueBy", "2026-11-27T18:00");
        timePasses("P2D");
        accepted(reports("kept"));
        assertThat(the.all("due_at", "check_in")).singleElement().asString().startsWith("2026-12-01 09:00");
    }

    @Test
    @Tag("R31")
    void a_question_is_answered_and_the_one_who_asked_hears_it() {
        agent1.opens();
        assertThat(posts(agent1, "/{case}/questions", "to", "supervisor1", "question", "May I?")
                        .getStatusCode())
                .isEqualTo(HttpStatus.CREATED);

        assertThat(the.steps()).containsExactly(USER_TASK_ANSWER_QUESTION, USER_TASK_LISTEN);
        assertThat(the.holderOf(USER_TASK_ANSWER_QUESTION)).isEqualTo("supervisor1");
        supervisor1.answersTheQuestion("You may.");
        assertThat(the.told()).contains("agent1: question-answered");
        assertThat(the.steps()).containsExactly(USER_TASK_LISTEN);
    }

    @Test
    @Tag("R31")
    void a_late_answer_is_reported_to_both() {
        agent1.opens();
        accepted(posts(
                agent1,
                "/{case}/questions",
                "to",
                "team-north-supervisor",
                "question",
                "May I?",
                "dueBy",
                "2026-11-24T12:00"));
        timePasses("PT3H");

        assertThat(the.told()).contains("agent1: question-late", "team-north-supervisor: question-late");
        supervisor1.answersTheQuestion("You may.");
        assertThat(the.all("answered_by", "question")).containsExactly("supervisor1");
    }

    @Test
    @Tag("R8")
    void the_wrap_up_ends_by_itself_and_names_what_stayed_blank() {
        callsUpToChecking();
        agent1.hears("agreed");
        assertThat(the.steps()).contains(USER_TASK_WRAP_UP);
        timePasses("PT10M");

        assertThat(the.steps()).doesNotContain(USER_TASK_WRAP_UP);
        assertThat(the.record())
                .anyMatch(line -> line.contains("ServiceTask_KeepDraft left-blank") && line.contains("cause"));
    }

    @Test
    @Tag("R8")
    void the_brief_is_completed_beside_the_review_or_ends_by_itself() {
        handsOverAtOnce();
        agent1.completesTheBrief("facts", "18.40 twice");
        assertThat(supervisor1.sees(USER_TASK_REVIEW_HANDOVER)).containsEntry("facts", "18.40 twice");

        isTheCase(the.another(false));
        handsOverAtOnce();
        timePasses("PT11M");
        assertThat(the.steps()).containsExactly(USER_TASK_REVIEW_HANDOVER);
    }

    private org.springframework.http.ResponseEntity<java.util.Map<String, Object>> reports(
            String state, Object... more) {
        return posts(agent1, "/{case}/promises/" + the.promise("solution"), Colleague.with(more, "state", state));
    }
}
