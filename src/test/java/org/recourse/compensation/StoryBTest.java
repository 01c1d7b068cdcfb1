package org.recourse.compensation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.RecourseApplicationTest;
import org.recourse.compensation.ledger.CaseMoney;
import org.recourse.compensation.ledger.Ledger;
import org.recourse.compensation.ledger.LedgerCheck;
import org.recourse.compensation.payment.MisbehavingPayments;
import org.recourse.compensation.payment.MisbehavingPayments.Mood;
import org.recourse.compensation.payment.PaymentSystem;
import org.recourse.compensation.payment.PaymentUnclear;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** Story B: a ceiling before the call, four eyes by identity, and money granted once (stories.md). */
@RecourseApplicationTest
@NullUnmarked
class StoryBTest {

    @Autowired
    TestRestTemplate http;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerCheck check;

    @Autowired
    PaymentSystem payments;

    @Autowired
    JdbcClient jdbc;

    CallCentre centre;

    MisbehavingPayments bank;

    @BeforeEach
    void connect() throws IOException {
        centre = new CallCentre(http, runtime, management);
        bank = new MisbehavingPayments();
        ReflectionTestUtils.setField(payments, "url", bank.url());
    }

    @AfterEach
    void disconnect() {
        ReflectionTestUtils.setField(payments, "url", "");
        bank.close();
        ClockUtil.reset();
        jdbc.sql("delete from absence").update();
    }

    @Test
    @Tag("R16")
    @Tag("R17")
    @Tag("R18")
    @Tag("B1")
    void ceiling_and_four_eyes() {
        centre.at("2026-11-24T15:20");
        away("manager1", "manager2");
        String number = centre.open(
                "agent1",
                Map.of("customerNumber", "C-10088", "channel", "phone", "title", "Business line down for six days"));
        centre.submit(
                "agent1",
                "UserTask_Listen",
                number,
                Map.of(
                        "story", "My line has been down for six days.",
                        "product", "business line",
                        "mood", 5,
                        "signals", "raised-voice,demand-superior",
                        "desiredOutcome", "Line up and compensation"));
        centre.submit(
                "agent1",
                "UserTask_Restate",
                number,
                Map.of(
                        "callState", "hand-over",
                        "handOverTrigger", "threat",
                        "signals", "media-threat",
                        "connection", "call-back",
                        "callbackFrom", "2026-11-24T16:30",
                        "callbackTo", "2026-11-24T17:30"));
        assertThat(centre.sees("supervisor1", "UserTask_ReviewHandover", number))
                .isTrue();
        centre.submit("agent1", "UserTask_PrepareHandover", number, Map.of("facts", "Line down since 18 Nov."));

        centre.submit(
                "supervisor1",
                "UserTask_ReviewHandover",
                number,
                Map.of(
                        "supervisorDecision", "call-back",
                        "problemGoal", "line up by Wed 12:00, six days compensated",
                        "peopleGoal", "believes one person owns it, mood ≤ 2",
                        "ceilingKind", "refund",
                        "ceilingAmount", 620,
                        "ceilingKind2", "goodwill",
                        "ceilingAmount2", 80));

        assertMoney(number, "700.00", "0.00", "0.00");
        assertThat(notices(number, "manager2"))
                .anySatisfy(sentence -> assertThat(sentence).contains("You are asked for manager1"));
        assertThat(timeline(number)).anyMatch(line -> line.contains("CompensationAuthority:1"));
        theApproverSeesWhatTheDecisionNeeds(number);
        theRequesterIsRefused(number);

        centre.submit(
                "manager2",
                "UserTask_ApproveCompensation",
                number,
                Map.of(
                        "approvalDecision",
                        "reduce",
                        "approvedAmount",
                        560,
                        "approvedAmount2",
                        60,
                        "approvalReason",
                        "Six of thirty days, and a gesture."));
        assertMoney(number, "700.00", "80.00", "0.00");
        assertThat(timeline(number))
                .anyMatch(line ->
                        line.contains("reduce by manager2 for manager1: refund 560.00 EUR and goodwill 60.00 EUR"));

        theCustomerIsCalledAndAgrees(number);
        thePaymentTimesOutOnce(number);

        assertMoney(number, "700.00", "100.00", "600.00");
        assertThat(bank.booked()).containsExactlyInAnyOrder("payment 540.00", "credit 60.00");
        assertThat(ledger.held(number)).isEqualByComparingTo("0");
        assertThat(check.check()).isEmpty();
        theRestGoesAsPromised(number);
    }

    private void theApproverSeesWhatTheDecisionNeeds(String number) {
        Map<String, Object> form = centre.form("manager2", "UserTask_ApproveCompensation", number);
        assertThat(form.get("requestText"))
                .isEqualTo(
                        "supervisor1 asks for refund 620.00 EUR and goodwill 80.00 EUR, as a ceiling before the call.");
        assertThat(form.get("requestReason").toString())
                .contains("six days compensated")
                .contains("Line up and compensation");
        assertThat(form.get("valueText").toString())
                .contains("1140.00 EUR in twelve months, gold tier, customer since 2017-03-15")
                .contains("Cost of granting now: 700.00 EUR");
        assertThat(form.get("lossText").toString())
                .contains("350.00 EUR if it comes to a dispute, about 570.00 EUR")
                .contains("three configured figures");
        assertThat(form.get("givenBefore").toString()).contains("goodwill 40.00 EUR, Thu 12 Mar 2026");
        assertThat(form.get("budgetText").toString()).contains("left in 2026-11 for team-north");
        assertThat(form.get("authorityReason").toString()).contains("gold customer");
    }

    private void theRequesterIsRefused(String number) {
        Map<String, Object> approve = Map.of("approvalDecision", "approve");
        assertThat(centre.trySubmit("supervisor1", "UserTask_ApproveCompensation", number, approve)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(refusals(number)).containsExactly("supervisor1: may not work the step \"Approve compensation\"");

        away("manager1", "supervisor1");
        assertThat(centre.trySubmit("supervisor1", "UserTask_ApproveCompensation", number, approve)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(refusals(number)).hasSize(2);

        offerTo("supervisor1", number);
        assertThat(centre.trySubmit("supervisor1", "UserTask_ApproveCompensation", number, approve)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(refusals(number))
                .hasSize(3)
                .last()
                .asString()
                .contains("supervisor1: approvalDecision: you asked for this amount")
                .contains("also when you stand in");
        away("manager1", "manager2");
    }

    /** Even an administrator's mistake does not help. */
    private void offerTo(String person, String number) {
        centre.send(
                "admin",
                HttpMethod.POST,
                "/engine-rest/task/%s/identity-links".formatted(centre.task("UserTask_ApproveCompensation", number)),
                Map.of("userId", person, "type", "candidate"));
    }

    private void theCustomerIsCalledAndAgrees(String number) {
        centre.at("2026-11-24T16:30");
        centre.runDueJobs(number);
        centre.at("2026-11-24T16:32");
        centre.submit("supervisor1", "UserTask_CallBack", number, Map.of("callOutcome", "reached"));
        Map<String, Object> tooMuch = Map.of(
                "customerAnswer", "agreed",
                "solution", "Technician on Wed 25 Nov, 12:00",
                "compensationKind", "refund",
                "compensationAmount", 561,
                "compensationKind2", "goodwill",
                "compensationAmount2", 60);
        var refused = centre.trySubmit("supervisor1", "UserTask_ResolveEscalation", number, tooMuch);
        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        assertThat(String.valueOf(refused.getBody()))
                .contains("approved ceiling of refund 560.00 EUR and goodwill 60.00 EUR");
        centre.submit(
                "supervisor1",
                "UserTask_ResolveEscalation",
                number,
                Map.ofEntries(
                        Map.entry("customerAnswer", "agreed"),
                        Map.entry("solution", "Technician on Wed 25 Nov, 12:00"),
                        Map.entry("compensationKind", "refund"),
                        Map.entry("compensationAmount", 540),
                        Map.entry("compensationKind2", "goodwill"),
                        Map.entry("compensationAmount2", 60),
                        Map.entry("dueBy", "2026-11-25T12:00"),
                        Map.entry("mood", 2),
                        Map.entry("customerConfirms", "yes"),
                        Map.entry("problemGoalMet", "yes"),
                        Map.entry("peopleGoalMet", "yes"),
                        Map.entry("askedAgain", "no")));
    }

    private void thePaymentTimesOutOnce(String number) {
        bank.next(Mood.DEAF);
        assertThatThrownBy(() -> centre.run(centre.job(number, "ServiceTask_GrantCompensation")))
                .isInstanceOf(PaymentUnclear.class);
        assertMoney(number, "700.00", "80.00", "0.00");
        assertThat(bank.booked()).isEmpty();
        centre.run(centre.job(number, "ServiceTask_GrantCompensation"));
    }

    private void theRestGoesAsPromised(String number) {
        centre.runDueJobs(number);
        List<Map<String, Object>> promises = promises(number);
        assertThat(promises).extracting(promise -> promise.get("kind")).contains("solution", "refund");
        keep(number, "solution", "2026-11-25T11:20");
        keep(number, "refund", "2026-11-30T15:00");
        assertThat(promises(number))
                .hasSize(3)
                .allMatch(promise -> promise.get("state").equals("kept"));
        centre.at("2026-12-03T10:30");
        centre.runDueJobs(number);
        runtime.createMessageCorrelation("CustomerRated")
                .processInstanceBusinessKey(number)
                .setVariables(Map.of("settled", "yes", "rating", 4, "comment", ""))
                .correlate();
        centre.runDueJobs(number);
        assertThat(jdbc.sql("select state || ' ' || outcome from escalation_case where case_number = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo("closed agreed");
        assertThat(jdbc.sql("select sent_at from check_in where case_number = ?")
                        .param(number)
                        .query(java.time.OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isBetween(CallCentre.instant("2026-12-03T10:00"), CallCentre.instant("2026-12-03T10:30"));
        assertThat(centre.instances(number)).isEmpty();
        assertThat(String.join("\n", timeline(number))).contains("threat").contains("gold customer");
        assertThat(centre.file("manager1", number).get("level")).isEqualTo(2);
    }

    private void keep(String number, String kind, String when) {
        centre.at(when);
        Object id = promises(number).stream()
                .filter(promise -> promise.get("kind").equals(kind))
                .findFirst()
                .orElseThrow()
                .get("id");
        var kept = centre.send(
                "supervisor1",
                HttpMethod.POST,
                "/api/cases/%s/promises/%s".formatted(number, id),
                Map.of("state", "kept"));
        assertThat(kept.getStatusCode().is2xxSuccessful()).isTrue();
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> promises(String number) {
        return (List<Map<String, Object>>) centre.file("manager1", number).get("promises");
    }

    private void away(String person, String substitute) {
        var entered = centre.send(
                person,
                HttpMethod.POST,
                "/api/absences",
                Map.of("substitute", substitute, "from", "2026-11-24", "to", "2026-11-24"));
        assertThat(entered.getStatusCode().value()).isEqualTo(201);
    }

    private void assertMoney(String number, String reserved, String released, String committed) {
        CaseMoney money = ledger.of(number);
        assertThat(List.of(money.reserved(), money.released(), money.committed()))
                .map(amount -> amount.setScale(2).toPlainString())
                .containsExactly(reserved, released, committed);
    }

    private List<String> notices(String number, String recipient) {
        return jdbc.sql("select sentence from notice where case_number = ? and recipient = ?")
                .params(number, recipient)
                .query(String.class)
                .list();
    }

    private List<String> refusals(String number) {
        return jdbc.sql("select after_value from case_event where case_number = ? and kind = 'refused' order by id")
                .param(number)
                .query(String.class)
                .list();
    }

    @SuppressWarnings("unchecked")
    private List<String> timeline(String number) {
        return (List<String>) centre.file("manager1", number).get("explanation");
    }
}
