package org.recourse.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.recourse.model.CompensationApprovalIds.USER_TASK_APPROVE_COMPENSATION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_PROPOSE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESOLVE_ESCALATION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER;
import static org.recourse.model.PromiseIds.USER_TASK_KEEP_PROMISE;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.absence.Absences;
import org.recourse.compensation.Approvals;
import org.recourse.compensation.ledger.Budget;
import org.recourse.compensation.ledger.Budgets;
import org.recourse.compensation.ledger.Ledger;
import org.recourse.compensation.ledger.LedgerCheck;
import org.recourse.identifier.PersonId;
import org.recourse.identifier.Team;
import org.recourse.text.SayingJson;
import org.springframework.beans.factory.annotation.Autowired;

/** Budgets that run dry, approvers who are away or silent, and money that comes back when a case ends. */
@Tag("B1")
@Tag("R17")
abstract class MoneyPaths extends PathsOfACase {

    private static final BigDecimal PLENTY = new BigDecimal("1000000.00");

    private static final String SOUTHERN_MANAGER = "manager3";

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerCheck check;

    @Autowired
    Budgets budgets;

    @Autowired
    Absences absences;

    @Autowired
    Approvals approvals;

    @AfterEach
    void everythingBalances() {
        assertThat(check.check()).isEmpty();
        jdbc.sql("delete from absence").update();
        engine.getIdentityService().deleteUser(SOUTHERN_MANAGER);
        Budget budget = budgets.current(Team.of("team-north"));
        budgets.resize(Team.of("team-north"), budget.month(), PLENTY, "as before");
    }

    @Test
    void another_currency_than_the_budgets_is_refused() {
        handsOverAtOnce();

        refused(
                () -> supervisor1.takesOver("ceilingKind", "refund", "ceilingAmount", 100, "ceilingCurrency", "USD"),
                "ceilingCurrency: is USD, but the budgets are in EUR.");
    }

    @Test
    void a_manager_overdraws_an_empty_budget_with_a_reason_only() {
        theBudgetIsEmpty();
        handsOverAtOnce();
        supervisor1.takesOver("ceilingKind", "refund", "ceilingAmount", 620);

        assertThat(ledger.held(the.number())).isEqualByComparingTo("0");
        assertThat(manager1.reads(USER_TASK_APPROVE_COMPENSATION, "budgetText"))
                .contains("0.00 EUR of")
                .contains("a manager may overdraw with a reason");
        refused(() -> manager1.decides("approve"), "Write down why it may be overdrawn.");
        manager1.decides("approve", "approvalReason", "The press is on it.");

        assertThat(ledger.held(the.number())).isEqualByComparingTo("620");
        assertThat(budgets.current(Team.of("team-north")).left()).isEqualByComparingTo("-620");
    }

    @Test
    @Tag("R16")
    void what_was_asked_for_in_november_is_granted_out_of_november_also_when_it_is_approved_in_december() {
        the.itIs(Instant.parse("2026-11-30T16:00:00Z"));
        handsOverAtOnce();
        supervisor1.takesOver("ceilingKind", "refund", "ceilingAmount", 620);
        the.itIs(Instant.parse("2026-11-30T23:10:00Z")); // ten past midnight in Berlin

        assertThat(manager1.reads(USER_TASK_APPROVE_COMPENSATION, "budgetText"))
                .contains("left in November 2026 for team-north", "with this request reserved already");
        manager1.decides("approve");
        supervisor1.resolves("agreed", "solution", "A refund", "compensationKind", "refund", "compensationAmount", 620);
        the.jobsRun();
        assertThat(monthsOf("commit")).containsExactly("2026-11");
    }

    @Test
    @Tag("R16")
    void what_november_could_not_bear_is_granted_out_of_december_when_that_has_it() {
        the.itIs(Instant.parse("2026-11-30T16:00:00Z"));
        theBudgetIsEmpty();
        handsOverAtOnce();
        supervisor1.takesOver("ceilingKind", "refund", "ceilingAmount", 620);
        assertThat(manager1.reads(USER_TASK_APPROVE_COMPENSATION, "budgetText"))
                .contains("0.00 EUR of", "left in November 2026");
        Budget november = budgets.current(Team.of("team-north"));
        the.itIs(Instant.parse("2026-11-30T23:10:00Z"));

        assertThat(manager1.reads(USER_TASK_APPROVE_COMPENSATION, "budgetText"))
                .contains("left in December 2026", "not reserved yet, and there is enough for it now");
        manager1.decides("approve");
        assertThat(monthsOf("reserve")).containsExactly("2026-12");
        budgets.resize(Team.of("team-north"), november.month(), PLENTY, "as before");
    }

    private List<String> monthsOf(String kind) {
        return jdbc.sql("select budget_month from ledger_transaction where case_number = ? and kind = ?")
                .params(the.number(), kind)
                .query(String.class)
                .list();
    }

    @Test
    void an_offer_that_the_budget_cannot_bear_is_refused_before_the_customer_hears_of_it() {
        theBudgetIsEmpty();
        callsUpToProposing();

        refused(
                () -> agent1.proposes("A refund", "compensationKind", "refund", "compensationAmount", "18.40"),
                "The budget of team-north has 0.00 EUR left this month.");
        agent1.proposes("An apology");
    }

    @Test
    void goodwill_in_another_case_of_the_customer_raises_a_level() {
        agreesAtOnce("compensationKind", "goodwill", "compensationAmount", 20);
        the.timePasses(Duration.ofDays(20));
        agent1.keepsAPromise();
        the.timePasses(Duration.ofDays(40));

        isTheCase(the.another(true));
        callsUpToProposing();
        assertThat(agent1.reads(USER_TASK_PROPOSE, "limitText"))
                .isEqualTo(
                        "You may offer in this case: goodwill or voucher not at all because 20.00 EUR was given in the last twelve months, refund or credit up to 50.00 EUR.");
        refused(
                () -> agent1.proposes("A gesture", "compensationKind", "goodwill", "compensationAmount", 5),
                "is above what you may grant here");
    }

    @Test
    @Tag("R15")
    void small_refunds_in_several_cases_are_one_large_refund() {
        agreesAtOnce("compensationKind", "refund", "compensationAmount", 30);
        isTheCase(the.another(true));
        callsAboutAnotherMatter();

        assertThat(agent1.reads(USER_TASK_PROPOSE, "limitText"))
                .endsWith(
                        "refund or credit up to 50.00 EUR (20.00 left), with 30.00 EUR in other cases of the last 30 days.");
        refused(
                () -> agent1.proposes("A refund", "compensationKind", "refund", "compensationAmount", "20.01"),
                "refund 20.01 EUR is above what you may grant here");
        agent1.proposes("A refund", "compensationKind", "refund", "compensationAmount", 20);
    }

    @Test
    @Tag("R15")
    void two_cases_at_the_same_time_do_not_get_round_it_either() {
        callsUpToChecking("compensationKind", "refund", "compensationAmount", 30);
        Colleague first = agent1;
        isTheCase(the.another(true));
        callsAboutAnotherMatter();

        refused(
                () -> agent1.proposes("A refund", "compensationKind", "refund", "compensationAmount", 30),
                "refund 30.00 EUR is above what you may grant here");
        first.hears("agreed", "mood", 2);
    }

    @Test
    @Tag("R15")
    void a_grant_split_inside_a_case_or_over_two_counts_as_one() {
        handsOverAtOnce();
        supervisor1.takesOver("ceilingKind", "refund", "ceilingAmount", 400);
        supervisor1.resolves("agreed", "solution", "A refund", "compensationKind", "refund", "compensationAmount", 400);
        supervisor1.keepsAPromise();
        timePasses("P6D");
        the.customerRates("no", 1, "that is not all");
        assertThat(manager1.reads(USER_TASK_REVIEW_HANDOVER, "limitText"))
                .contains("refund or credit up to 1,000.00 EUR (600.00 left)");

        isTheCase(the.another(true));
        agent1.opens("title", "The landline is dead", "product", "landline");
        agent1.leaves(USER_TASK_LISTEN, "hand-over");
        assertThat(supervisor1.reads(USER_TASK_REVIEW_HANDOVER, "limitText"))
                .contains("refund or credit up to 500.00 EUR (100.00 left), with 400.00 EUR in other cases");
        supervisor1.takesOver("ceilingKind", "refund", "ceilingAmount", 101);
        assertThat(the.all("approver", "approval")).as("a manager decides").containsExactly("manager");
    }

    @Test
    @Tag("R16")
    void the_approver_is_warned_when_similar_cases_got_less_and_not_when_it_is_alike() {
        for (String amount : List.of("10.00", "25.00", "40.00")) {
            isTheCase(the.another(false));
            agent1.opens("product", "satellite dish");
            agent1.listens("product", "satellite dish");
            agent1.restates();
            agent1.proposes("A refund", "compensationKind", "refund", "compensationAmount", amount);
            agent1.hears("agreed", "mood", 2);
            agent1.keepsAPromise();
            timePasses("P25D");
            the.isClosed("agreed");
        }
        assertThat(asksAboutTheDish(620))
                .isEqualTo("620.00 EUR lies outside what the 3 similar cases got, 10.00 to 40.00.");
        assertThat(manager1.reads(USER_TASK_APPROVE_COMPENSATION, "similarText"))
                .contains("10.00 EUR", "25.00 EUR", "40.00 EUR");
        manager1.decides("approve");
        supervisor1.resolves("agreed", "solution", "A refund", "compensationKind", "refund", "compensationAmount", 620);
        supervisor1.keepsAPromise();
        timePasses("P25D");

        assertThat(asksAboutTheDish(600)).as("one got that much").isEmpty();
    }

    private String asksAboutTheDish(int amount) {
        isTheCase(the.another(false));
        agent1.opens("product", "satellite dish");
        agent1.leaves(USER_TASK_LISTEN, "hand-over");
        supervisor1.takesOver("ceilingKind", "refund", "ceilingAmount", amount);
        return manager1.reads(USER_TASK_APPROVE_COMPENSATION, "similarWarning");
    }

    @Test
    @Tag("B3")
    void a_refund_is_kept_by_its_payment_and_never_without_a_word_about_it() {
        isPromisedARefund();
        assertThat(agent1.reads(USER_TASK_KEEP_PROMISE, "toPayText")).isEqualTo("refund 18.40 EUR");
        agent1.does(USER_TASK_KEEP_PROMISE, Colleague.with(new Object[0], "paymentReference", "SEPA 4711"));
        assertThat(the.money()).containsExactly("refund 18.40 paid");
        assertThat(jdbc.sql("select reference || ' by ' || paid_by from compensation_grant where case_number = ?")
                        .param(the.number())
                        .query(String.class)
                        .single())
                .isEqualTo("SEPA 4711 by agent1");
        assertThat(the.all("kind || ' ' || state", "promise")).contains("refund kept");
        assertThat(the.all("reason", "promise"))
                .filteredOn(Objects::nonNull)
                .extracting(reason -> SayingJson.read(reason).toString())
                .contains("paid, SEPA 4711");

        isTheCase(the.another(false));
        isPromisedARefund();
        agent1.keepsAPromise();
        assertThat(the.money()).containsExactly("refund 18.40 to-pay");
        assertThat(the.all("reason", "promise"))
                .filteredOn(Objects::nonNull)
                .extracting(reason -> SayingJson.read(reason).toString())
                .contains("without the reference of a payment: refund 18.40 EUR stays listed to be paid by hand; done");

        isTheCase(the.another(false));
        isPromisedARefund();
        String grant = the.number() + ".1.1";
        assertThat(paid(the.person("supervisor2"), grant)).as("another team's").isEqualTo(403);
        assertThat(paid(supervisor1, grant)).isEqualTo(204);
        assertThat(paid(supervisor1, grant)).as("clicked twice").isEqualTo(204);
        assertThat(the.money()).containsExactly("refund 18.40 paid");
        assertThat(the.promises()).contains("refund kept");
        assertThat(the.steps()).doesNotContain(USER_TASK_KEEP_PROMISE);
    }

    private void isPromisedARefund() {
        callsUpToProposing();
        agent1.proposes("A refund", "compensationKind", "refund", "compensationAmount", "18.40");
        agent1.hears("agreed", "mood", 2);
        the.jobsRun();
    }

    private int paid(Colleague person, String grant) {
        return http.withBasicAuth(person.id(), "demo")
                .postForEntity(
                        "/api/grants/" + grant + "/payment", java.util.Map.of("reference", "SEPA 4712"), String.class)
                .getStatusCode()
                .value();
    }

    @Test
    void amounts_are_read_as_people_type_them_and_refused_when_they_can_be_read_in_two_ways() {
        handsOverAtOnce();
        refused(
                () -> supervisor1.takesOver("ceilingKind", "refund", "ceilingAmount", "1.240"),
                "\"1.240\" can be read in two ways; write it with two decimals, like 1240.00.");
        supervisor1.takesOver("ceilingKind", "refund", "ceilingAmount", "1.240,50");
        manager1.decides("reduce", "approvedAmount", "1,000.00", "approvalReason", "a round sum");
        assertThat(the.all("approved_amount", "approval")).containsExactly("1000.00");
    }

    @Test
    @Tag("R17")
    void an_approved_ceiling_ends_after_fourteen_days() {
        aCeilingIsApproved();
        the.itIs(the.now().plus(Duration.ofDays(14)).minusSeconds(60));
        assertThat(supervisor1.reads(USER_TASK_RESOLVE_ESCALATION, "limitText")).contains("refund 620.00 EUR, until ");
        the.itIs(the.now().plusSeconds(60));

        assertThat(supervisor1.reads(USER_TASK_RESOLVE_ESCALATION, "limitText")).doesNotContain("620");
        refused(this::agreesToWhatWasApproved, "is above what you may grant here");
    }

    @Test
    @Tag("R17")
    void an_approved_ceiling_ends_when_the_case_is_another_customers() {
        aCeilingIsApproved();
        accepted(posts(supervisor1, "/{case}/customer", "customerNumber", "C-10018", "reason", "Same phone."));

        assertThat(ledger.held(the.number())).isEqualByComparingTo("0");
        refused(this::agreesToWhatWasApproved, "is above what you may grant here");
    }

    @Test
    @Tag("R17")
    void an_approved_ceiling_ends_with_the_case_and_does_not_come_back_with_it() {
        aCeilingIsApproved();
        accepted(posts(supervisor1, "/{case}/closing", "reason", "The customer hung up."));
        accepted(posts(supervisor1, "/{case}/reopening", "reason", "They called again.", "level", 2));

        assertThat(approvals.ceiling(the.number()).isNone()).isTrue();
        assertThat(ledger.held(the.number())).isEqualByComparingTo("0");
    }

    @Test
    @Tag("R17")
    void an_approved_ceiling_ends_when_the_case_goes_to_the_next_level() {
        aCeilingIsApproved();
        supervisor1.resolves("escalate", "solution", "A refund", "refusalReason", "More.");

        assertThat(ledger.held(the.number())).isEqualByComparingTo("0");
        assertThat(the.all("voided_at", "approval")).doesNotContainNull();
    }

    @Test
    @Tag("R17")
    void a_ceiling_asked_for_one_customer_is_not_used_for_another_though_it_is_approved_later() {
        handsOverAtOnce();
        supervisor1.takesOver("ceilingKind", "refund", "ceilingAmount", 620);
        accepted(posts(supervisor1, "/{case}/customer", "customerNumber", "C-10018", "reason", "Same phone."));
        manager1.decides("approve");

        assertThat(ledger.held(the.number())).isEqualByComparingTo("0");
        refused(this::agreesToWhatWasApproved, "is above what you may grant here");
    }

    private void aCeilingIsApproved() {
        handsOverAtOnce();
        supervisor1.takesOver("ceilingKind", "refund", "ceilingAmount", 620);
        manager1.decides("approve");
    }

    private void agreesToWhatWasApproved() {
        supervisor1.resolves("agreed", "solution", "A refund", "compensationKind", "refund", "compensationAmount", 620);
    }

    @Test
    void what_a_ceiling_held_comes_back_when_the_offer_in_writing_expires() {
        handsOverAtOnce();
        supervisor1.takesOver("ceilingKind", "refund", "ceilingAmount", 620);
        manager1.decides("approve");
        supervisor1.resolves("unreachable", "solution", "A refund for six days");
        assertThat(ledger.held(the.number())).isEqualByComparingTo("620");
        timePasses("P20D");

        the.isClosed("unreachable");
        assertThat(ledger.held(the.number())).isEqualByComparingTo("0");
        assertThat(ledger.of(the.number()).released()).isEqualByComparingTo("620");
    }

    @Test
    @Tag("R17")
    void a_confirmation_says_that_what_was_subject_to_approval_is_approved() {
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
        manager1.decides("approve");

        assertThat(the.all("body", "message"))
                .filteredOn(body -> body.contains("700,00 EUR"))
                .singleElement()
                .asString()
                .contains("Es ist wie vereinbart genehmigt.");
    }

    @Test
    void who_may_not_decide_reads_why_in_the_form() {
        handsOverAtOnce();
        supervisor1.takesOver("ceilingKind", "refund", "ceilingAmount", 3000);
        manager1.decides("approve");

        assertThat(manager1.reads(USER_TASK_APPROVE_COMPENSATION, "hint"))
                .isEqualTo("Not yours to decide: you decided first; the second decision is another manager's.");
        assertThat(manager2.reads(USER_TASK_APPROVE_COMPENSATION, "hint")).isIn("", "null");
    }

    @Test
    void a_substitute_from_another_team_decides_for_who_is_away() {
        oneManagerWorksInTheSouthOnly();
        away("manager1", SOUTHERN_MANAGER, the.now(), the.now().plus(Duration.ofHours(8)));
        away("manager2", null, the.now(), the.now().plus(Duration.ofHours(8)));
        handsOverAtOnce();
        supervisor1.takesOver("ceilingKind", "refund", "ceilingAmount", 620);

        assertThat(the.told()).contains("manager3: approval-asked");
        the.person(SOUTHERN_MANAGER).decides("reduce", "approvedAmount", 600, "approvalReason", "600 covers it");
        assertThat(supervisor1.reads(USER_TASK_RESOLVE_ESCALATION, "approvedText"))
                .startsWith("Reduced by Sanna Holm for Mara Keller: refund 600.00 EUR.");
        assertThat(ledger.held(the.number())).isEqualByComparingTo("600");
    }

    @Test
    void who_asked_does_not_decide() {
        handsOverAtOnce();
        supervisor1.takesOver("ceilingKind", "refund", "ceilingAmount", 620);

        assertThatThrownBy(() -> supervisor1.decides("approve")).isInstanceOf(AuthorizationException.class);
        assertThat(the.all("kind", "case_event")).contains("refused");
    }

    @Test
    void who_does_not_answer_is_followed_by_the_substitute_and_then_by_the_next_level() {
        oneManagerWorksInTheSouthOnly();
        Instant soon = the.now().plus(Duration.ofMinutes(30));
        away("manager1", SOUTHERN_MANAGER, soon, soon.plus(Duration.ofHours(8)));
        handsOverAtOnce();
        supervisor1.takesOver("ceilingKind", "refund", "ceilingAmount", 620);
        timePasses("PT61M");
        assertThat(the.told()).contains("manager3: approval-asked").doesNotContain("manager: approval-waiting");

        timePasses("PT60M");
        assertThat(the.told()).contains("manager: approval-waiting");
        the.person(SOUTHERN_MANAGER).decides("approve");
        assertThat(supervisor1.reads(USER_TASK_RESOLVE_ESCALATION, "approvedText"))
                .startsWith("Approved by Sanna Holm");
    }

    @Test
    void nobody_approves_what_they_benefit_from() {
        handsOverAtOnce();
        supervisor1.takesOver("ceilingKind", "refund", "ceilingAmount", 620);
        email("manager1", the.customer().toLowerCase(java.util.Locale.ROOT) + "@example.com");

        assertThatThrownBy(() -> manager1.decides("approve"))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("you are the customer of this case");
        email("manager1", null);
        manager1.decides("approve");
    }

    @Test
    void an_administrator_may_do_much_and_approve_nothing() {
        handsOverAtOnce();
        supervisor1.takesOver("ceilingKind", "refund", "ceilingAmount", 620);

        assertThatThrownBy(() -> the.person("admin").decides("approve"))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("this is decided by a manager of team-north");
        assertThat(the.all("kind", "case_event")).contains("refused");
    }

    @Test
    void the_second_manager_decides_on_what_the_first_one_left() {
        handsOverAtOnce();
        supervisor1.takesOver("ceilingKind", "refund", "ceilingAmount", 3000);
        manager1.decides("reduce", "approvedAmount", 2500, "approvalReason", "2,500 covers it");
        manager2.decides("approve");

        assertThat(the.all("state || ' ' || approved_amount", "approval")).containsExactly("reduced 2500.00");
        assertThat(ledger.held(the.number())).isEqualByComparingTo("2500");
    }

    @Test
    void a_rejected_request_holds_nothing() {
        handsOverAtOnce();
        supervisor1.takesOver("ceilingKind", "refund", "ceilingAmount", 620);
        assertThat(ledger.held(the.number())).isEqualByComparingTo("620");
        manager1.decides("reject", "approvalReason", "not before the technician came");

        assertThat(ledger.held(the.number())).isEqualByComparingTo("0");
    }

    @Test
    void a_withdrawn_case_holds_nothing() {
        handsOverAtOnce();
        supervisor1.takesOver("ceilingKind", "refund", "ceilingAmount", 620);
        accepted(posts(manager1, "/{case}/withdrawal", "reason", "solved itself"));
        the.jobsRun();

        assertThat(ledger.held(the.number())).isEqualByComparingTo("0");
        assertThat(ledger.of(the.number()).released()).isEqualByComparingTo("620");
    }

    @Test
    void a_ceiling_that_was_used_is_not_used_again() {
        handsOverAtOnce();
        supervisor1.takesOver("ceilingKind", "refund", "ceilingAmount", 620);
        manager1.decides("approve");
        supervisor1.resolves("agreed", "solution", "A refund", "compensationKind", "refund", "compensationAmount", 600);

        assertThat(the.money()).containsExactly("refund 600.00 to-pay");
        assertThat(ledger.held(the.number())).isEqualByComparingTo("0");
        assertThat(ledger.of(the.number()).committed()).isEqualByComparingTo("600");
    }

    private void callsAboutAnotherMatter() {
        agent1.opens("title", "The landline is dead", "product", "landline");
        agent1.listens("product", "landline");
        agent1.restates();
    }

    private void theBudgetIsEmpty() {
        Budget budget = budgets.current(Team.of("team-north"));
        budgets.resize(
                Team.of("team-north"), budget.month(), budget.reserved().add(budget.committed()), "nothing is left");
    }

    private void away(String person, @Nullable String substitute, Instant from, Instant to) {
        the.as(person, () -> absences.enter(PersonId.of(person), PersonId.ofNullable(substitute), from, to));
    }

    private void oneManagerWorksInTheSouthOnly() {
        User manager = engine.getIdentityService().newUser(SOUTHERN_MANAGER);
        manager.setFirstName("Sanna");
        manager.setLastName("Holm");
        engine.getIdentityService().saveUser(manager);
        for (String group : List.of("manager", "team-south", "team-south-manager")) {
            engine.getIdentityService().createMembership(SOUTHERN_MANAGER, group);
        }
    }

    private void email(String person, @Nullable String email) {
        User user = engine.getIdentityService()
                .createUserQuery()
                .userId(person)
                .list()
                .get(0);
        user.setEmail(email);
        engine.getIdentityService().saveUser(user);
    }

    private static void refused(ThrowingCallable attempt, String sentence) {
        assertThatThrownBy(attempt)
                .isInstanceOf(FormFieldValidationException.class)
                .hasMessageContaining(sentence);
    }
}
