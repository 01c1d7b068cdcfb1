package org.recourse.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.recourse.model.AfterCallIds.USER_TASK_PREPARE_HANDOVER;
import static org.recourse.model.CallbackIds.USER_TASK_CALL_BACK;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_CHECK_AGREEMENT;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_DECIDE_FINAL_POSITION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_PROPOSE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESOLVE_ESCALATION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESTATE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER;
import static org.recourse.model.PromiseIds.USER_TASK_KEEP_PROMISE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.callback.CallbackState;
import org.recourse.escalation.contact.Contact;
import org.recourse.escalation.contact.ContactKind;
import org.recourse.escalation.model.CaseField;
import org.recourse.identifier.CaseNumber;
import org.recourse.promise.Promise;
import org.recourse.promise.PromiseKind;
import org.recourse.promise.PromiseState;

/** Story C, chain of failures: attempts, messages, lateness, reopening, the final position and what is left at the end. */
@Tag("R14")
@Tag("R19")
@Tag("R20")
@Tag("B1")
@Tag("B3")
class StoryCTest extends Story {

    private static final List<String> FIGURES =
            List.of("escalation-rate", "first-contact-resolution", "repeat-rate", "satisfaction", "kept-promises");

    private final Map<String, Count> before = new HashMap<>();

    @Test
    void a_chain_of_failures_ends_with_a_final_position_and_nothing_is_left() {
        the_figures_stand_somewhere_before();
        two_angles_are_refused_and_a_callback_is_wanted();
        three_attempts_are_unanswered_and_nothing_disappears();
        she_calls_another_team_and_an_exchange_is_agreed();
        it_comes_late_and_those_responsible_are_told();
        she_is_not_content_and_the_manager_takes_it();
        everything_is_kept_and_the_case_is_closed();
        she_writes_again_and_nothing_reopens();
        it_counts_as_what_it_was();
    }

    /** What other tests left counts at the end of the story too. */
    private void the_figures_stand_somewhere_before() {
        at("2026-12-29T12:00");
        for (String figure : FIGURES) {
            before.put(figure, counted(figure));
        }
    }

    /** Three weeks later every window has passed: seven days for the first contact, thirty for the settlement of 26 November. */
    private void it_counts_as_what_it_was() {
        at("2026-12-29T12:00");
        assertThat(theCase().level()).as("level 3 reached").isEqualTo(3);
        assertThat(FIGURES.stream()
                        .map(figure -> "%s %s".formatted(figure, counted(figure).minus(before.get(figure)))))
                .containsExactly(
                        "escalation-rate 1 of 1",
                        "first-contact-resolution 0 of 1",
                        "repeat-rate 1 of 1",
                        "satisfaction 0 of 1",
                        "kept-promises 4 of 5");
    }

    private void two_angles_are_refused_and_a_callback_is_wanted() {
        at("2026-11-24T17:05");
        caseNumber =
                opens("agent3", "customerNumber", "C-10123", "title", "Dented washing machine", "channel", "phone");
        does(
                "agent3",
                USER_TASK_LISTEN,
                "story",
                "The washing machine for 649, order 88-4711, came with a dent.",
                "product",
                "washing machine",
                "mood",
                4);
        does("agent3", USER_TASK_RESTATE, "customerConfirms", "yes");
        does("agent3", USER_TASK_PROPOSE, "solution", "Repair in ten days");
        does("agent3", USER_TASK_CHECK_AGREEMENT, "customerAnswer", "another-angle", "refusalReason", "too long");
        does(
                "agent3",
                USER_TASK_PROPOSE,
                "solution",
                "Repair in five days and 25",
                "compensationKind",
                "goodwill",
                "compensationAmount",
                25);
        does(
                "agent3",
                USER_TASK_CHECK_AGREEMENT,
                "customerAnswer",
                "escalate",
                "refusalReason",
                "wants a new one",
                "refusalExplained",
                "An exchange needs a supervisor.",
                "connection",
                "call-back",
                "callbackFrom",
                "2026-11-25T18:00",
                "callbackTo",
                "2026-11-25T19:00");
        assertThat(task(USER_TASK_REVIEW_HANDOVER).getCreateTime().toInstant()).isEqualTo(now());
        at("2026-11-24T17:12");
        does("agent3", USER_TASK_PREPARE_HANDOVER, "cause", "no-authority");
        at("2026-11-24T17:30");
        does(
                "supervisor2",
                USER_TASK_REVIEW_HANDOVER,
                "supervisorDecision",
                "call-back",
                "problemGoal",
                "a washing machine without a dent",
                "peopleGoal",
                "she believes that somebody cares");
        assertThat(callbacks.latest(caseNumber).orElseThrow()).satisfies(booked -> {
            assertThat(booked.owner()).isEqualTo("supervisor2");
            assertThat(booked.windowFrom()).isEqualTo(berlin("2026-11-25T18:00"));
            assertThat(booked.windowTo()).isEqualTo(berlin("2026-11-25T19:00"));
            assertThat(booked.state()).isEqualTo(CallbackState.BOOKED);
        });
    }

    private void three_attempts_are_unanswered_and_nothing_disappears() {
        at("2026-11-25T17:59");
        assertThat(steps()).isEmpty();
        for (String attempt : List.of("18:02", "18:22", "18:42")) {
            at("2026-11-25T" + attempt);
            assertThat(task(USER_TASK_CALL_BACK).getAssignee()).isEqualTo("supervisor2");
            does("supervisor2", USER_TASK_CALL_BACK, "callOutcome", "no-answer");
        }
        at("2026-11-25T18:43");
        assertThat(writtenAt("callback-missed"))
                .singleElement()
                .satisfies(at -> assertThat(at).isBetween(berlin("2026-11-25T18:42"), berlin("2026-11-25T18:43")));
        assertThat(told())
                .containsSubsequence(
                        "callback-unanswered to supervisor2", "callback-unanswered to team-south-supervisor");
        assertThat(steps()).containsExactly(USER_TASK_RESOLVE_ESCALATION);
        assertThat(task(USER_TASK_RESOLVE_ESCALATION).getAssignee()).isEqualTo("supervisor2");
        assertThat(callbacks.latest(caseNumber).orElseThrow().state()).isEqualTo(CallbackState.UNANSWERED);
        assertThat(promised(PromiseKind.CALLBACK)).extracting(Promise::state).containsExactly(PromiseState.KEPT);
        assertThat(jobs()).isEmpty();
    }

    private void she_calls_another_team_and_an_exchange_is_agreed() {
        at("2026-11-26T09:10");
        CaseNumber joined = opens(
                "agent2",
                "customerNumber",
                "C-10123",
                "title",
                "Washing machine",
                "product",
                "washing machine",
                "story",
                "Where is my new machine?",
                "channel",
                "phone");
        assertThat(joined).isEqualTo(caseNumber);
        assertThat(contacts.of(caseNumber))
                .filteredOn(contact -> contact.kind() == ContactKind.CHASE)
                .extracting(Contact::heldBy, Contact::beganAt)
                .containsExactly(tuple("agent2", berlin("2026-11-26T09:10")));
        assertThat(jdbc.sql(
                                "select count(*) from case_event where case_number = ? and kind = 'joined' and who = 'agent2'")
                        .param(caseNumber)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(told()).contains("customer-contacted to supervisor2");
        does(
                "supervisor2",
                USER_TASK_RESOLVE_ESCALATION,
                "customerAnswer",
                "agreed",
                "solution",
                "Exchange of the machine",
                "compensationKind",
                "goodwill",
                "compensationAmount",
                30,
                "dueBy",
                "2026-11-28T18:00",
                "mood",
                3);
    }

    private void it_comes_late_and_those_responsible_are_told() {
        at("2026-11-26T09:15");
        assertThat(money()).containsExactly("30.00", "0.00", "30.00");
        assertThat(steps()).containsExactly(USER_TASK_KEEP_PROMISE);
        at("2026-11-30T15:00");
        assertThat(toldAt("promise-due-soon", "supervisor2")).containsExactly(berlin("2026-11-28T10:00"));
        assertThat(toldAt("promise-late", "supervisor2")).containsExactly(berlin("2026-11-30T08:00"));
        assertThat(toldAt("promise-late", "team-south-supervisor")).containsExactly(berlin("2026-11-30T08:00"));
        does("supervisor2", USER_TASK_KEEP_PROMISE, "comment", "delivered");
        assertThat(promised(PromiseKind.SOLUTION))
                .extracting(Promise::state, Promise::dueBy, Promise::doneAt)
                .containsExactly(tuple(PromiseState.LATE, berlin("2026-11-28T18:00"), berlin("2026-11-30T15:00")));
    }

    private void she_is_not_content_and_the_manager_takes_it() {
        at("2026-12-03T10:20");
        assertThat(writtenAt("check-in")).containsExactly(berlin("2026-12-03T10:00"));
        customerRates("no", 1, "late, same dent");
        assertThat(theCase().level()).isEqualTo(3);
        assertThat(theCase().text(CaseField.STATE)).isEqualTo("open");
        assertThat(steps()).containsExactly(USER_TASK_REVIEW_HANDOVER);
        does(
                "manager1",
                USER_TASK_REVIEW_HANDOVER,
                "supervisorDecision",
                "call-back",
                "callbackFrom",
                "2026-12-03T14:00",
                "callbackTo",
                "2026-12-03T15:00");
        at("2026-12-03T14:00");
        does("manager1", USER_TASK_CALL_BACK, "callOutcome", "reached");
        assertThat(callbacks.latest(caseNumber).orElseThrow()).satisfies(called -> {
            assertThat(called.owner()).isEqualTo("manager1");
            assertThat(called.state()).isEqualTo(CallbackState.REACHED);
        });
        at("2026-12-03T14:15");
        does(
                "manager1",
                USER_TASK_RESOLVE_ESCALATION,
                "customerAnswer",
                "escalate",
                "solution",
                "Collection on Sat 5 Dec and refund of 649",
                "compensationKind",
                "refund",
                "compensationAmount",
                649,
                "refusalReason",
                "she also wants 500 damages");
        does(
                "manager1",
                USER_TASK_DECIDE_FINAL_POSITION,
                "finalAnswer",
                "We refund 649 and collect the machine. We pay no damages, because none were shown. You may turn to the dispute body.",
                "finalAnswerAccepted",
                "no",
                "compensationKind",
                "refund",
                "compensationAmount",
                649,
                "dueBy",
                "2026-12-05T18:00");
        assertThat(theCase().text(CaseField.OUTCOME)).isEqualTo("final-refused");
    }

    private void everything_is_kept_and_the_case_is_closed() {
        at("2026-12-03T14:20");
        assertThat(jdbc.sql("select body from message where case_number = ? and kind = 'final-answer'")
                        .param(caseNumber)
                        .query(String.class)
                        .single())
                .contains("We refund 649 and collect the machine. We pay no damages, because none were shown.")
                .contains("You may turn to the dispute body.");
        assertThat(money()).as("679 = 30 + 649").containsExactly("679.00", "0.00", "679.00");
        assertThat(steps()).containsExactly(USER_TASK_KEEP_PROMISE, USER_TASK_KEEP_PROMISE);
        at("2026-12-05T12:00");
        does("manager1", USER_TASK_KEEP_PROMISE);
        at("2026-12-07T11:00");
        assertThat(theCase().text(CaseField.STATE)).isEqualTo("settled");
        does("manager1", USER_TASK_KEEP_PROMISE);
        at("2026-12-07T11:01");
        assertThat(theCase().text(CaseField.STATE)).isEqualTo("closed");
        assertThat(writtenAt("check-in")).as("no survey").hasSize(1);
        assertThat(promises.of(caseNumber))
                .extracting(Promise::kind, Promise::state)
                .containsExactlyInAnyOrder(
                        tuple(PromiseKind.CALLBACK, PromiseState.KEPT),
                        tuple(PromiseKind.SOLUTION, PromiseState.LATE),
                        tuple(PromiseKind.CALLBACK, PromiseState.KEPT),
                        tuple(PromiseKind.SOLUTION, PromiseState.KEPT),
                        tuple(PromiseKind.REFUND, PromiseState.KEPT));
        assertThat(jdbc.sql("""
                        select count(*), sum(case when a.outcome = 'reached' then 1 else 0 end)
                        from callback_attempt a join callback c on c.id = a.callback_id where c.case_number = ?""")
                        .param(caseNumber)
                        .query((row, n) -> List.of(row.getInt(1), row.getInt(2)))
                        .single())
                .containsExactly(4, 1);
        assertThat(clockLines())
                .as("paused while she waited for her own time; DISP by London's clock")
                .containsExactly(
                        "solution: 24 Nov 17:05 to 27 Nov 17:35, met 26 Nov 09:10",
                        "acknowledgement: 24 Nov 17:05 to 2 Dec 01:00, met 24 Nov 17:05",
                        "summary resolution: 24 Nov 17:05 to 28 Nov 01:00, met 26 Nov 09:10",
                        "final response: 24 Nov 17:05 to 20 Jan 01:00, met 26 Nov 09:10",
                        "next answer: 24 Nov 17:05 to 24 Nov 18:05, met 24 Nov 17:30",
                        "next answer: 26 Nov 09:10 to 26 Nov 13:10, met 26 Nov 09:10",
                        "solution: 3 Dec 10:20 to 7 Dec 09:00, met 3 Dec 14:15",
                        "next answer: 3 Dec 10:20 to 3 Dec 10:50, met 3 Dec 10:20");
        nothingIsLeft();
    }

    private void she_writes_again_and_nothing_reopens() {
        at("2026-12-08T12:00");
        as("agent3", () -> {
            desk.contact(theCase(), map("channel", "letter", "story", "I am still angry."));
            return null;
        });
        assertThat(theCase().text(CaseField.STATE)).isEqualTo("closed");
        assertThat(contacts.of(caseNumber)).anyMatch(contact -> "I am still angry.".equals(contact.words()));
        assertThat(toldAt("customer-contacted", "manager1")).containsExactly(berlin("2026-12-08T12:00"));
        nothingIsLeft();
    }
}
