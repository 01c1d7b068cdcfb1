package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.CallbackIds.USER_TASK_CALL_BACK;
import static org.recourse.model.CompensationApprovalIds.USER_TASK_APPROVE_COMPENSATION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESTATE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER;
import static org.recourse.model.PromiseIds.USER_TASK_KEEP_PROMISE;
import static org.recourse.model.QuestionIds.USER_TASK_ANSWER_QUESTION;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.RecourseApplicationTest;

/** The columns of Tasklist's lists, as each list needs them: read for a step by who may see it. */
@RecourseApplicationTest
@Tag("R27")
class CardsOfAListTest extends PathsOfACase {

    @Test
    void every_card_says_whose_case_it_is_and_how_urgent() {
        agent1.opens();
        agent1.listens("signals", "legal-threat");

        assertThat(card(agent1, USER_TASK_RESTATE))
                .containsEntry("caseNumber", the.number().value())
                .containsEntry("title", "Charged twice")
                .containsEntry("product", "Roaming")
                .containsEntry("urgency", 85)
                .containsEntry("detail", null);
    }

    @Test
    void a_hand_over_says_why() {
        handsOverAtOnce("handOverTrigger", "knowledge");

        assertThat(card(supervisor1, USER_TASK_REVIEW_HANDOVER))
                .containsEntry("trigger", "it needs somebody who knows more about it");
    }

    @Test
    void an_approval_says_which_amount_is_asked_for() {
        handsOverAtOnce();
        supervisor1.takesOver(
                "ceilingKind", "refund", "ceilingAmount", 620, "ceilingKind2", "goodwill", "ceilingAmount2", 80);

        assertThat(card(manager1, USER_TASK_APPROVE_COMPENSATION))
                .containsEntry("detail", "asked for: refund 620.00 EUR and goodwill 80.00 EUR");
    }

    @Test
    void a_callback_says_when_and_on_which_number() {
        agent1.opens();
        agent1.leaves(
                USER_TASK_LISTEN,
                "lost",
                "callbackFrom",
                "2026-11-24T16:00",
                "callbackTo",
                "2026-11-24T17:00",
                "callbackNumber",
                "+49 30 901820");
        timePasses("PT6H");

        assertThat(card(agent1, USER_TASK_CALL_BACK))
                .containsEntry("detail", "Tue 24 Nov 2026, 16:00 to Tue 24 Nov 2026, 17:00 on +4930901820");
    }

    @Test
    void each_promise_and_each_question_of_a_case_says_which_it_is() {
        agreesAtOnce("compensationKind", "refund", "compensationAmount", 20, "dueBy", "2026-11-27T18:00");
        accepted(posts(agent1, "/{case}/questions", "to", "agent1", "question", "Which bill?"));

        assertThat(the.tasks().stream()
                        .filter(task -> task.getTaskDefinitionKey().equals(USER_TASK_KEEP_PROMISE))
                        .map(task -> cardOf(agent1, task.getId()).get("detail")))
                .containsExactlyInAnyOrder(
                        "A corrected bill, by Fri 27 Nov 2026, 18:00", "refund 20.00 EUR, by Tue 1 Dec 2026, 18:00");
        assertThat(card(agent1, USER_TASK_ANSWER_QUESTION).get("detail"))
                .asString()
                .startsWith("Which bill?, by Tue 24 Nov 2026");
    }

    @Test
    void nobody_sees_the_card_of_a_step_that_is_not_theirs_to_see() {
        agent1.opens();
        assertThat(http.withBasicAuth("agent3", "demo")
                        .getForObject(
                                "/api/work/cards?tasks="
                                        + the.task(USER_TASK_LISTEN).getId(),
                                Map.class))
                .isEmpty();
    }

    private Map<String, Object> card(Colleague person, String step) {
        return cardOf(person, the.task(step).getId());
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> cardOf(Colleague person, String taskId) {
        Map<String, Object> cards = Objects.requireNonNull(
                http.withBasicAuth(person.id(), "demo").getForObject("/api/work/cards?tasks=" + taskId, Map.class));
        return (Map<String, Object>) Objects.requireNonNull(cards.get(taskId), () -> "no card among " + cards);
    }
}
