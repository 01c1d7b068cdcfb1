package org.recourse.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.recourse.model.AfterCallIds.USER_TASK_PREPARE_HANDOVER;
import static org.recourse.model.CallbackIds.USER_TASK_CALL_BACK;
import static org.recourse.model.CompensationApprovalIds.USER_TASK_APPROVE_COMPENSATION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESOLVE_ESCALATION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESTATE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER;
import static org.recourse.model.PromiseIds.USER_TASK_KEEP_PROMISE;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.callback.CallbackState;
import org.recourse.compensation.Approval;
import org.recourse.compensation.Approvals;
import org.recourse.compensation.Grants;
import org.recourse.compensation.ledger.LedgerCheck;
import org.recourse.compensation.payment.MisbehavingPayments;
import org.recourse.compensation.payment.MisbehavingPayments.Mood;
import org.recourse.compensation.payment.PaymentSystem;
import org.recourse.compensation.payment.PaymentUnclear;
import org.recourse.customer.Customer;
import org.recourse.customer.Customers;
import org.recourse.customer.Tier;
import org.recourse.escalation.contact.Contact;
import org.recourse.escalation.contact.ContactKind;
import org.recourse.escalation.model.CaseField;
import org.recourse.promise.Promise;
import org.recourse.promise.PromiseKind;
import org.recourse.promise.PromiseState;
import org.recourse.record.Recorded;
import org.recourse.text.SayingJson;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.test.util.ReflectionTestUtils;

/** Story B, ceiling and four eyes: money decided before the call, by somebody else, and granted once. */
@NullUnmarked
@Tag("R9")
@Tag("R13")
@Tag("R15")
@Tag("R16")
@Tag("R17")
@Tag("R18")
@Tag("B1")
@Tag("B3")
class StoryBTest extends Story {

    private static final String REVIEW = USER_TASK_REVIEW_HANDOVER;
    private static final String APPROVE = USER_TASK_APPROVE_COMPENSATION;
    private static final String RESOLVE = USER_TASK_RESOLVE_ESCALATION;

    @Autowired
    Customers customers;

    @Autowired
    Approvals approvals;

    @Autowired
    Grants grants;

    @Autowired
    LedgerCheck check;

    @Autowired
    PaymentSystem payments;

    MisbehavingPayments bank;

    final Map<String, Count> before = new HashMap<>();

    @BeforeEach
    void a_payment_system() throws IOException {
        bank = new MisbehavingPayments();
        ReflectionTestUtils.setField(payments, "url", bank.url());
    }

    @AfterEach
    void none_again() {
        ReflectionTestUtils.setField(payments, "url", "");
        bank.close();
        jdbc.sql("delete from absence").update();
    }

    @Test
    void a_ceiling_is_decided_by_four_eyes_before_the_call_and_the_money_is_granted_once() {
        the_figures_stand_somewhere_before();
        a_gold_customer_of_nine_years_calls();
        he_is_handed_over_at_once();
        a_ceiling_is_asked_for_before_the_call();
        who_asked_is_refused_whatever_they_try();
        the_substitute_reduces_it();
        he_is_called_at_16_32_and_agrees();
        the_payment_times_out_once_and_is_made_once();
        three_promises_are_kept();
        he_is_content();
    }

    /** What other tests left counts at the end of the story too. */
    private void the_figures_stand_somewhere_before() {
        at("2026-12-03T10:05");
        for (String figure : List.of("escalation-rate", "first-contact-resolution", "kept-promises", "satisfaction")) {
            before.put(figure, counted(figure));
        }
    }

    private void a_gold_customer_of_nine_years_calls() {
        at("2026-11-24T15:20");
        Customer brandt = customers.byNumber("C-10088").orElseThrow();
        assertThat(brandt.name()).isEqualTo("Thomas Brandt");
        assertThat(brandt.tier()).isEqualTo(Tier.GOLD);
        assertThat(brandt.customerSince().plusYears(9)).isBeforeOrEqualTo(java.time.LocalDate.of(2026, 11, 24));
        assertThat(brandt.yearlyValue()).isEqualByComparingTo("1140");
        caseNumber = opens(
                "agent1", "customerNumber", "C-10088", "channel", "phone", "title", "Business line down for six days");
        does(
                "agent1",
                USER_TASK_LISTEN,
                "story",
                "My business line has been down for six days. I want to speak to a superior.",
                "product",
                "business line",
                "mood",
                5,
                "signals",
                "raised-voice,demand-superior",
                "desiredOutcome",
                "The line back, and six days compensated");
    }

    private void he_is_handed_over_at_once() {
        at("2026-11-24T15:24");
        does(
                "agent1",
                USER_TASK_RESTATE,
                "callState",
                "hand-over",
                "handOverTrigger",
                "threat",
                "signals",
                "raised-voice,demand-superior,media-threat",
                "connection",
                "call-back",
                "callbackFrom",
                "2026-11-24T16:30",
                "callbackTo",
                "2026-11-24T17:30");

        assertThat(task(REVIEW).getCreateTime().toInstant()).isEqualTo(now());
        assertThat(offeredOverRest("supervisor1")).contains(REVIEW);
        assertThat(theCase().text(CaseField.HAND_OVER_TRIGGER)).isEqualTo("threat");
        at("2026-11-24T15:27");
        does(
                "agent1",
                USER_TASK_PREPARE_HANDOVER,
                "facts",
                "Line down since 18 November, two technicians did not come.",
                "agentView",
                "He is right.");
        assertThat(theCase().text(CaseField.FACTS)).startsWith("Line down since 18 November");
    }

    private void a_ceiling_is_asked_for_before_the_call() {
        away("manager1", "manager2");
        at("2026-11-24T15:35");
        does(
                "supervisor1",
                REVIEW,
                "supervisorDecision",
                "call-back",
                "problemGoal",
                "line up by Wed 12:00, six days compensated",
                "peopleGoal",
                "believes one person owns it, mood ≤ 2",
                "ceilingKind",
                "refund",
                "ceilingAmount",
                620,
                "ceilingKind2",
                "goodwill",
                "ceilingAmount2",
                80);

        assertThat(money()).as("reserved, released, committed").containsExactly("700.00", "0.00", "0.00");
        Approval asked = approvals.latest(caseNumber).orElseThrow();
        assertThat(asked.approver()).isEqualTo("manager");
        assertThat(asked.earlierGoodwill()).as("goodwill on 12 March").isEqualByComparingTo("40");
        assertThat(notices("manager2"))
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("You are asked for manager1, who is absent")
                        .contains("refund 620.00 EUR and goodwill 80.00 EUR"));
        assertThat(steps()).containsExactly(APPROVE);
    }

    private void who_asked_is_refused_whatever_they_try() {
        Map<String, Object> approve = Map.of("approvalDecision", "approve");
        assertThat(submitOverRest("supervisor1", APPROVE, approve)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);

        assertThat(enters("manager1", "supervisor1").getStatusCode().value())
                .as("a supervisor has not the right of a manager")
                .isEqualTo(400);
        assertThat(submitOverRest("supervisor1", APPROVE, approve)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);

        engine.getTaskService().addCandidateUser(task(APPROVE).getId(), "supervisor1");
        ResponseEntity<JsonNode> asCandidate = submitOverRest("supervisor1", APPROVE, approve);
        assertThat(asCandidate.getStatusCode().value()).isEqualTo(403);

        assertThat(refusals())
                .hasSize(3)
                .allMatch(refusal -> refusal.startsWith("supervisor1: "))
                .last()
                .asString()
                .contains("you asked for this amount; somebody else has to decide, also when you stand in");
        assertThat(money()).containsExactly("700.00", "0.00", "0.00");
    }

    private void the_substitute_reduces_it() {
        at("2026-11-24T15:50");
        Map<String, Object> form = formOf("manager2", APPROVE);
        assertThat(form.get("requestText"))
                .isEqualTo(
                        "Sofia Lindgren asks for refund 620.00 EUR and goodwill 80.00 EUR, as a ceiling before the call.");
        assertThat(form.get("requestReason").toString())
                .contains("line up by Wed 12:00, six days compensated")
                .contains("The line back, and six days compensated");
        assertThat(form.get("valueText").toString())
                .contains("1,140.00 EUR in twelve months, gold tier, customer since Wed 15 Mar 2017")
                .contains("Cost of granting now: 700.00 EUR");
        assertThat(form.get("lossText").toString())
                .contains("350.00 EUR if it comes to a dispute, about 570.00 EUR")
                .contains("three configured figures");
        assertThat(form.get("givenBefore").toString()).contains("goodwill 40.00 EUR, Thu 12 Mar 2026");
        assertThat(form.get("budgetText").toString()).contains("left in November 2026 for team-north");
        assertThat(form.get("authorityReason").toString())
                .contains("You decide for Mara Keller")
                .contains("gold customer");

        does(
                "manager2",
                APPROVE,
                "approvalDecision",
                "reduce",
                "approvedAmount",
                560,
                "approvedAmount2",
                60,
                "approvalReason",
                "Six of thirty days, and a gesture.");

        assertThat(money()).containsExactly("700.00", "80.00", "0.00");
        Approval decided = approvals.latest(caseNumber).orElseThrow();
        assertThat(decided.said())
                .hasToString(
                        "Reduced by manager2 for manager1: refund 560.00 EUR and goodwill 60.00 EUR. Reason: Six of thirty days, and a gesture.");
        assertThat(decided.decidedAt()).isEqualTo(berlin("2026-11-24T15:50"));
    }

    private void he_is_called_at_16_32_and_agrees() {
        at("2026-11-24T16:29");
        assertThat(callbacks.latest(caseNumber).orElseThrow()).satisfies(booked -> {
            assertThat(booked.owner()).isEqualTo("supervisor1");
            assertThat(booked.windowFrom()).isEqualTo(berlin("2026-11-24T16:30"));
            assertThat(booked.windowTo()).isEqualTo(berlin("2026-11-24T17:30"));
        });
        at("2026-11-24T16:32");
        assertThat(task(USER_TASK_CALL_BACK).getAssignee()).isEqualTo("supervisor1");
        does("supervisor1", USER_TASK_CALL_BACK, "callOutcome", "reached");
        assertThat(callbacks.latest(caseNumber).orElseThrow().state()).isEqualTo(CallbackState.REACHED);

        ResponseEntity<JsonNode> tooMuch = submitOverRest(
                "supervisor1",
                RESOLVE,
                Map.of(
                        "customerAnswer", "agreed",
                        "solution", "Technician on Wed 25 Nov, 12:00",
                        "compensationKind", "refund",
                        "compensationAmount", 561,
                        "compensationKind2", "goodwill",
                        "compensationAmount2", 60));
        assertThat(tooMuch.getStatusCode().value()).isEqualTo(400);
        assertThat(String.valueOf(tooMuch.getBody()))
                .contains("approved ceiling of refund 560.00 EUR and goodwill 60.00 EUR");

        at("2026-11-24T16:41");
        does(
                "supervisor1",
                RESOLVE,
                "moodAfresh",
                4,
                "restatement",
                "Six days without a line, and you told it three times.",
                "customerConfirms",
                "yes",
                "customerAnswer",
                "agreed",
                "solution",
                "Technician on Wed 25 Nov, 12:00",
                "dueBy",
                "2026-11-25T12:00",
                "compensationKind",
                "refund",
                "compensationAmount",
                540,
                "compensationKind2",
                "goodwill",
                "compensationAmount2",
                60,
                "mood",
                2,
                "problemGoalMet",
                "yes",
                "peopleGoalMet",
                "yes",
                "askedAgain",
                "no");
        assertThat(theCase().get(CaseField.MOOD_NOW)).isEqualTo(2);
        assertThat(contacts.of(caseNumber))
                .extracting(Contact::kind, Contact::moodStart, Contact::moodEnd)
                .containsExactly(tuple(ContactKind.FIRST, 5, 5), tuple(ContactKind.CALLBACK, 4, 2));
        assertThat(theCase().get(CaseField.ASKED_AGAIN)).isEqualTo(false);
        assertThat(theCase().get(CaseField.PROBLEM_GOAL_MET)).isEqualTo(true);
        assertThat(theCase().get(CaseField.PEOPLE_GOAL_MET)).isEqualTo(true);
    }

    private void the_payment_times_out_once_and_is_made_once() {
        bank.next(Mood.DEAF);
        assertThatThrownBy(() -> at("2026-11-24T16:42")).isInstanceOf(PaymentUnclear.class);
        assertThat(money()).containsExactly("700.00", "80.00", "0.00");
        assertThat(bank.booked()).isEmpty();

        at("2026-11-24T16:45");
        assertThat(bank.booked()).containsExactlyInAnyOrder("payment 540.00", "credit 60.00");
        assertThat(money()).as("released 80, then 20").containsExactly("700.00", "100.00", "600.00");
        assertThat(released()).containsExactly("80.00", "20.00");
        assertThat(ledger.held(caseNumber)).isEqualByComparingTo("0");
        assertThat(ledger.of(caseNumber).committed()).isEqualByComparingTo(bank.total());
        assertThat(grants.of(caseNumber))
                .extracting(grant -> grant.kind() + " " + grant.amount() + " " + grant.state())
                .containsExactlyInAnyOrder("refund 540.00 PAID", "goodwill 60.00 PAID");
        assertThat(check.check()).isEmpty();
        assertThat(writtenAt("settlement-confirmation")).hasSize(1);
    }

    private void three_promises_are_kept() {
        assertThat(promises.of(caseNumber))
                .extracting(Promise::kind, Promise::state)
                .containsExactlyInAnyOrder(
                        tuple(PromiseKind.CALLBACK, PromiseState.KEPT),
                        tuple(PromiseKind.SOLUTION, PromiseState.OPEN),
                        tuple(PromiseKind.REFUND, PromiseState.OPEN));
        at("2026-11-25T11:20");
        keeps(PromiseKind.SOLUTION);
        at("2026-11-30T10:00");
        keeps(PromiseKind.REFUND);

        assertThat(promised(PromiseKind.SOLUTION))
                .extracting(Promise::dueBy, Promise::doneAt)
                .containsExactly(tuple(berlin("2026-11-25T12:00"), berlin("2026-11-25T11:20")));
        assertThat(promises.of(caseNumber))
                .as("3 of 3")
                .hasSize(3)
                .allMatch(promise -> promise.state() == PromiseState.KEPT)
                .allMatch(promise -> promise.owner().equals("supervisor1"));
    }

    private void keeps(PromiseKind kind) {
        Promise promise = promised(kind).get(0);
        Task step = tasks().stream()
                .filter(task -> task.getTaskDefinitionKey().equals(USER_TASK_KEEP_PROMISE))
                .filter(task -> promise.what()
                        .toString()
                        .equals(formOf("supervisor1", task).get("promiseWhat")))
                .findFirst()
                .orElseThrow();
        as("supervisor1", () -> {
            engine.getFormService().submitTaskForm(step.getId(), map("comment", "done"));
            return null;
        });
    }

    private void he_is_content() {
        at("2026-12-03T09:59");
        assertThat(writtenAt("check-in")).isEmpty();
        at("2026-12-03T10:05");
        assertThat(writtenAt("check-in")).containsExactly(berlin("2026-12-03T10:00"));
        customerRates("yes", 4, "");

        assertThat(theCase().text(CaseField.STATE)).isEqualTo("closed");
        assertThat(theCase().text(CaseField.OUTCOME)).isEqualTo("agreed");
        assertThat(theCase().level()).as("escalated, level 2").isEqualTo(2);
        assertThat(checkIns.of(caseNumber))
                .extracting(answered -> answered.rating())
                .containsExactly(4);
        assertThat(explanation())
                .anyMatch(line ->
                        line.startsWith("Handed over at Tue 24 Nov 2026, 15:24 because the customer threatened"))
                .anyMatch(line -> line.contains(
                                "Sofia Lindgren (supervisor1) asked for refund 620.00 EUR and goodwill 80.00 EUR")
                        && line.matches(".*A manager decides: row \\d+ of CompensationAuthority, version \\d+ .*")
                        && line.contains("above the authority of a supervisor, or earlier goodwill, gold customer"))
                .anyMatch(line -> line.contains(
                        "(manager2) for Mara Keller (manager1) reduced it to refund 560.00 EUR and goodwill 60.00 EUR"))
                .filteredOn(line -> line.contains("an attempt of Sofia Lindgren (supervisor1) was refused"))
                .hasSize(3);
        assertThat(counted("escalation-rate").minus(before.get("escalation-rate")))
                .isEqualTo(new Count(1, 1));
        assertThat(counted("first-contact-resolution").minus(before.get("first-contact-resolution")))
                .isEqualTo(new Count(0, 1));
        assertThat(counted("kept-promises").minus(before.get("kept-promises"))).isEqualTo(new Count(3, 3));
        assertThat(counted("satisfaction").minus(before.get("satisfaction"))).isEqualTo(new Count(1, 1));
        assertThat(check.check()).isEmpty();
        assertThat(clockLines())
                .as("12 business hours and 40 minutes in which he waited for his own time")
                .containsExactly(
                        "solution: 24 Nov 15:20 to 25 Nov 16:00, met 24 Nov 16:41",
                        "next answer: 24 Nov 15:24 to 24 Nov 15:39, met 24 Nov 15:35");
        nothingIsLeft();
    }

    private void away(String person, String substitute) {
        assertThat(enters(person, substitute).getStatusCode().value()).isEqualTo(201);
    }

    private ResponseEntity<JsonNode> enters(String person, String substitute) {
        return http.withBasicAuth(person, "demo")
                .postForEntity(
                        "/api/absences",
                        Map.of("substitute", substitute, "from", "2026-11-24", "to", "2026-11-24"),
                        JsonNode.class);
    }

    private List<Object> offeredOverRest(String person) {
        List<?> offered = http.withBasicAuth(person, "demo")
                .getForObject("/engine-rest/task?processInstanceBusinessKey=" + caseNumber, List.class);
        return offered.stream()
                .<Object>map(task -> ((Map<?, ?>) task).get("taskDefinitionKey"))
                .toList();
    }

    private ResponseEntity<JsonNode> submitOverRest(String person, String step, Map<String, Object> answers) {
        Map<String, Object> variables = new HashMap<>();
        answers.forEach((key, value) -> variables.put(key, Map.of("value", value)));
        return http.withBasicAuth(person, "demo")
                .exchange(
                        "/engine-rest/task/%s/submit-form".formatted(task(step).getId()),
                        HttpMethod.POST,
                        new HttpEntity<>(Map.of("variables", variables)),
                        JsonNode.class);
    }

    private Map<String, Object> formOf(String person, String step) {
        return formOf(person, task(step));
    }

    private Map<String, Object> formOf(String person, Task task) {
        VariableMap shown = as(person, () -> engine.getFormService().getTaskFormVariables(task.getId()));
        return shown;
    }

    private List<String> notices(String recipient) {
        return jdbc
                .sql("select sentence from notice where case_number = ? and recipient = ?")
                .params(caseNumber, recipient)
                .query(String.class)
                .list()
                .stream()
                .map(stored -> SayingJson.read(stored).toString())
                .toList();
    }

    private List<String> refusals() {
        return Recorded.of(jdbc, caseNumber).stream()
                .filter(event -> event.kind().equals("refused"))
                .map(event -> event.who() + ": " + event.what().said())
                .toList();
    }

    private List<String> released() {
        return jdbc.sql("""
                        select e.amount from ledger_transaction t
                        join ledger_entry e on e.transaction_id = t.id and e.account = 'budget'
                        where t.case_number = ? and t.kind = 'release' order by t.id""").param(caseNumber).query(BigDecimal.class).list().stream()
                .map(BigDecimal::toPlainString)
                .toList();
    }

    private List<String> explanation() {
        List<String> sentences = new ArrayList<>();
        http.withBasicAuth("manager1", "demo")
                .getForObject("/api/cases/" + caseNumber, JsonNode.class)
                .get("explanation")
                .forEach(sentence -> sentences.add(sentence.asText()));
        return sentences;
    }
}
