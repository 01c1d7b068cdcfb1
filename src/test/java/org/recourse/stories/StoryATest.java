package org.recourse.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.recourse.model.AfterCallIds.USER_TASK_WRAP_UP;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_CHECK_AGREEMENT;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_PROPOSE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESTATE;
import static org.recourse.model.PromiseIds.USER_TASK_KEEP_PROMISE;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.escalation.model.CaseField;
import org.recourse.promise.Promise;
import org.recourse.promise.PromiseKind;
import org.recourse.promise.PromiseState;

/** Story A, second angle: times, promise and check-in. */
@Tag("R6")
@Tag("R7")
@Tag("R18")
@Tag("R20")
@Tag("B1")
@Tag("R21")
@Tag("B3")
class StoryATest extends Story {

    @Test
    void the_second_angle_settles_it_and_a_kept_promise_is_followed_up() {
        at("2026-12-01T10:07");
        Count tooEarly = counted("first-contact-resolution");
        at("2026-12-01T10:08");
        Count before = counted("first-contact-resolution");
        at("2026-11-24T10:02");
        caseNumber = opens("agent1", "customerNumber", "C-10017", "title", "Roaming charged twice", "channel", "phone");
        does(
                "agent1",
                USER_TASK_LISTEN,
                "story",
                "I have explained this already: you charged 18.40 for roaming twice.",
                "product",
                "mobile phone",
                "mood",
                4,
                "signals",
                "already-explained",
                "desiredOutcome",
                "money back now");
        does("agent1", USER_TASK_RESTATE, "customerConfirms", "yes");
        at("2026-11-24T10:05");
        does(
                "agent1",
                USER_TASK_PROPOSE,
                "solution",
                "Credit 18.40 on the next bill",
                "compensationKind",
                "credit",
                "compensationAmount",
                "18.40");
        does("agent1", USER_TASK_CHECK_AGREEMENT, "customerAnswer", "another-angle", "refusalReason", "won't wait");
        assertThatThrownBy(() -> does(
                        "agent1",
                        USER_TASK_PROPOSE,
                        "solution",
                        "Credit 18.40 on the next bill",
                        "compensationKind",
                        "credit",
                        "compensationAmount",
                        "18.40"))
                .hasMessageContaining("was proposed before (number 1) and refused: won't wait");
        does(
                "agent1",
                USER_TASK_PROPOSE,
                "solution",
                "Refund 18.40 and goodwill 10",
                "compensationKind",
                "refund",
                "compensationAmount",
                "18.40",
                "compensationKind2",
                "goodwill",
                "compensationAmount2",
                "10",
                "dueBy",
                "2026-11-27T18:00");
        at("2026-11-24T10:08");
        String agreement = task(USER_TASK_CHECK_AGREEMENT).getId();
        does("agent1", USER_TASK_CHECK_AGREEMENT, "customerAnswer", "agreed", "mood", 2);
        assertThatThrownBy(() -> as("agent1", () -> {
                    engine.getFormService().submitTaskForm(agreement, map("customerAnswer", "agreed"));
                    return null;
                }))
                .isInstanceOf(RuntimeException.class);
        at("2026-11-24T10:11");
        does("agent1", USER_TASK_WRAP_UP, "cause", "poor-information");

        assertThat(theCase().text(CaseField.CAUSE)).isEqualTo("poor-information");
        assertThat(contacts.of(caseNumber)).hasSize(1).first().satisfies(contact -> {
            assertThat(contact.moodStart()).isEqualTo(4);
            assertThat(contact.moodEnd()).isEqualTo(2);
        });
        assertThat(theCase().instant(CaseField.SETTLED_AT)).isEqualTo(berlin("2026-11-24T10:08"));
        assertThat(money()).as("reserved, released, committed").containsExactly("28.40", "0.00", "28.40");
        assertThat(jdbc.sql(
                                "select kind || ' ' || amount || ' ' || state from compensation_grant where case_number = ?")
                        .param(caseNumber)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("refund 18.40 to-pay", "goodwill 10.00 to-pay");
        assertThat(jdbc.sql("select body from message where case_number = ? and kind = 'settlement-confirmation'")
                        .param(caseNumber)
                        .query(String.class)
                        .single())
                .as("the confirmation names amounts and date")
                .contains("Erstattung: 18,40 EUR", "Kulanz: 10,00 EUR", "Fr. 27. Nov. 2026, 18:00");
        assertThat(jdbc.sql("select count(*) from approval where case_number = ?")
                        .param(caseNumber)
                        .query(Integer.class)
                        .single())
                .as("approvals")
                .isZero();
        assertThat(promises.of(caseNumber)).hasSize(1);
        Promise refund = promises.of(caseNumber).get(0);
        assertThat(refund.kind()).isEqualTo(PromiseKind.REFUND);
        assertThat(refund.dueBy()).isEqualTo(berlin("2026-11-27T18:00"));
        assertThat(refund.owner()).isEqualTo("agent1");
        assertThat(steps()).containsExactly(USER_TASK_KEEP_PROMISE);
        assertThat(handlingTime()).isEqualTo(Duration.ofSeconds(540));

        at("2026-11-26T09:15");
        does("agent1", USER_TASK_KEEP_PROMISE);
        assertThat(promises.get(refund.id()).state()).isEqualTo(PromiseState.KEPT);
        assertThat(promises.get(refund.id()).doneAt()).isEqualTo(berlin("2026-11-26T09:15"));
        assertThat(told()).isEmpty();

        at("2026-12-01T09:59");
        assertThat(writtenAt("check-in")).isEmpty();
        at("2026-12-01T10:05");
        assertThat(writtenAt("check-in")).containsExactly(berlin("2026-12-01T10:00"));
        customerRates("yes", 5, "Quick in the end");

        assertThat(theCase().text(CaseField.STATE)).isEqualTo("closed");
        assertThat(checkIns.of(caseNumber)).hasSize(1).first().satisfies(answered -> {
            assertThat(answered.rating()).isEqualTo(5);
            assertThat(answered.dueAt()).isEqualTo(berlin("2026-12-01T10:00"));
        });
        assertThat(contacts.of(caseNumber)).hasSize(1);
        assertThat(callbacks.of(caseNumber)).isEmpty();
        assertThat(clockLines())
                .as("24 business hours")
                .containsExactly("solution: 24 Nov 10:02 to 26 Nov 10:02, met 24 Nov 10:08");
        nothingIsLeft();

        at("2026-12-01T10:07");
        assertThat(counted("first-contact-resolution").minus(tooEarly)).isEqualTo(new Count(0, 0));
        at("2026-12-01T10:08");
        assertThat(counted("first-contact-resolution").minus(before)).isEqualTo(new Count(1, 1));
    }

    private Duration handlingTime() {
        return jdbc.sql("select began_at, wrapped_up_at from contact where case_number = ?")
                .param(caseNumber)
                .query((row, n) -> Duration.between(
                        row.getObject(1, java.time.OffsetDateTime.class),
                        row.getObject(2, java.time.OffsetDateTime.class)))
                .single();
    }
}
