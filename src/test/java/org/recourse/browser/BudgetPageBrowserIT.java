package org.recourse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.PromiseIds.USER_TASK_KEEP_PROMISE;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.recourse.PostgresApplicationTest;
import org.recourse.compensation.ledger.Budget;
import org.recourse.compensation.ledger.Budgets;
import org.recourse.compensation.ledger.LedgerCheck;
import org.recourse.compensation.payment.MisbehavingPayments;
import org.recourse.compensation.payment.MisbehavingPayments.Mood;
import org.recourse.compensation.payment.PaymentSystem;
import org.recourse.compensation.payment.PaymentUnclear;
import org.recourse.escalation.CaseDriver;
import org.recourse.escalation.Colleague;
import org.recourse.identifier.Team;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** The budget page in the real Cockpit. */
@PostgresApplicationTest
@NullUnmarked
@Tag("browser")
@Tag("B1")
class BudgetPageBrowserIT {

    private static final double PATIENCE = 60_000;

    @RegisterExtension
    private static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Budgets budgets;

    @Autowired
    PaymentSystem payments;

    @Autowired
    LedgerCheck check;

    private CaseDriver the;

    private final List<String> errors = new ArrayList<>();

    @BeforeEach
    void aCase() {
        the = new CaseDriver(engine, jdbc);
    }

    @AfterEach
    void nothing_failed_in_the_page() {
        the.end();
        assertThat(errors).isEmpty();
    }

    @Test
    void a_manager_sees_each_figure_with_its_entries_and_pays_by_hand_with_the_keyboard() throws IOException {
        String grant = aRefundThatIsToBePaidByHand();
        try (BrowserContext context = context("en")) {
            Page page = budgetPageOf("manager1", context);
            Budget budget = budgets.current(Team.of("team-north"));

            Locator committed = figure(page, "Committed, Team north: ");
            assertThat(committed).hasText(euros(budget.committed()));
            committed.focus();
            page.keyboard().press("Enter");
            Locator title = page.getByRole(
                    AriaRole.HEADING, new Page.GetByRoleOptions().setName("Entries behind “Committed”: Team north"));
            assertThat(title).isFocused();
            assertThat(page.getByText("Sum: " + euros(budget.committed()))).isVisible();

            Path csv = page.waitForDownload(() -> button(page, "Entries as CSV").click())
                    .path();
            assertThat(Files.readString(csv))
                    .startsWith("at,team,kind,account,amount,currency,caseNumber")
                    .contains(caseOf(grant) + ",")
                    .doesNotContain(",reserved,");

            button(page, "Prove the ledger now").click();
            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The ledger balances");

            page.getByLabel("Reference: " + grant).fill("transfer 4711");
            page.keyboard().press("Enter");
            assertThat(page.getByText(grant + " is marked as paid.")).isVisible();
            assertThat(page.getByLabel("Reference: " + grant)).hasCount(0);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/screenshots/budget-manager.png")));
        }
    }

    @Test
    @Tag("R18")
    void a_manager_sends_an_unclear_payment_again_and_reads_what_came_of_it() throws IOException {
        MisbehavingPayments bank = new MisbehavingPayments();
        ReflectionTestUtils.setField(payments, "url", bank.url());
        try (BrowserContext context = context("en")) {
            bank.next(Mood.FAILS, Mood.FAILS);
            org.assertj.core.api.Assertions.assertThatThrownBy(this::aRefundIsAgreed)
                    .isInstanceOf(PaymentUnclear.class);
            String grant = grant("sending");
            Page page = budgetPageOf("manager1", context);
            assertThat(page.getByText("Payments that are not clear (")).isVisible();

            button(page, "Send again: " + grant).click();
            assertThat(page.getByRole(AriaRole.STATUS).first())
                    .containsText("That did not work: Still unclear: the payment system answered 500");
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/screenshots/budget-unclear.png")));

            button(page, "Send again: " + grant).click();
            assertThat(page.getByText(grant + " was sent again and is paid.")).isVisible();
            assertThat(button(page, "Send again: " + grant)).hasCount(0);
            the.jobsRun();
        } finally {
            ReflectionTestUtils.setField(payments, "url", "");
            bank.close();
        }
        assertThat(bank.booked()).containsExactly("payment 18.40");
        assertThat(check.check()).isEmpty();
    }

    @Test
    void a_supervisor_writes_down_in_tasklist_under_which_reference_was_paid() {
        aRefundIsAgreed();
        String grant = grant("to-pay");
        try (BrowserContext context = context("en")) {
            Page page = context.newPage();
            page.onPageError(errors::add);
            page.navigate("http://localhost:%d/camunda/app/tasklist/default/".formatted(port));
            LoginPage.logIn(page, "supervisor1");
            button(page, "To be paid").focus();
            page.keyboard().press("Enter");
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            dialog.getByLabel("Reference: " + grant).fill("SEPA 4713");
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/payments-supervisor.png")));
            page.keyboard().press("Enter");

            assertThat(dialog.getByText(grant + " is marked as paid.")).isVisible();
            assertThat(dialog.getByLabel("Reference: " + grant)).hasCount(0);
        }
        assertThat(grant("paid")).isEqualTo(grant);
        assertThat(the.steps()).as("the refund is kept with it").doesNotContain(USER_TASK_KEEP_PROMISE);
    }

    @Test
    void a_manager_changes_a_budget_with_a_reason() {
        try (BrowserContext context = context("en")) {
            Page page = budgetPageOf("manager2", context);
            BigDecimal before = budgets.current(Team.of("team-south")).amount();

            button(page, "Change budget: Team south").click();
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            dialog.getByLabel("Amount").fill(before.add(BigDecimal.TEN).toPlainString());
            dialog.getByLabel("Reason").fill("ten more for the storm");
            page.keyboard().press("Enter");

            assertThat(page.getByText("The budget is changed.")).isVisible();
            assertThat(budgets.current(Team.of("team-south")).amount())
                    .isEqualByComparingTo(before.add(BigDecimal.TEN));
            figure(page, "Budget, Team south: ").click();
            assertThat(page.getByText("ten more for the storm").first()).isVisible();
        }
    }

    @Test
    void an_auditor_reads_it_in_german_and_changes_nothing() {
        try (BrowserContext context = context("de-DE")) {
            Page page = budgetPageOf("auditor1", context);

            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Kulanzbudgets")))
                    .isVisible();
            assertThat(figure(page, "Übrig, Team north: ")).isVisible();
            assertThat(page.getByText("Budget ändern")).hasCount(0);
            assertThat(page.getByText("Als gezahlt vermerken")).hasCount(0);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/screenshots/budget-auditor.png")));
        }
    }

    @Test
    void a_process_owner_sees_neither_the_link_nor_a_figure() {
        try (BrowserContext context = context("en")) {
            Page page = budgetPageOf("owner1", context);

            assertThat(page.getByText("Budgets are for managers and auditors.")).isVisible();
            assertThat(page.locator(".figure")).hasCount(0);
            assertThat(page.locator("a[href='#/budget']")).hasCount(0);
        }
    }

    private BrowserContext context(String language) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1440, 1000)
                        .setLocale(language));
        context.setDefaultTimeout(PATIENCE);
        return context;
    }

    private Page budgetPageOf(String user, BrowserContext context) {
        Page page = context.newPage();
        page.onPageError(errors::add);
        page.navigate("http://localhost:%d/camunda/app/cockpit/default/".formatted(port));
        LoginPage.logIn(page, user);
        page.waitForSelector(".processes-dashboard, [ng-controller], .dashboard");
        page.navigate("http://localhost:%d/camunda/app/cockpit/default/#/budget".formatted(port));
        page.waitForSelector(".recourse-budget table, .recourse-budget [role=status]:has-text('Budgets')");
        return page;
    }

    private static Locator figure(Page page, String name) {
        return button(page, name).first();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static String euros(BigDecimal amount) {
        return "€" + String.format(java.util.Locale.ENGLISH, "%,.2f", amount);
    }

    private static String caseOf(String grant) {
        return grant.substring(0, grant.indexOf('.'));
    }

    /** There is no payment system here. @return the grant's key */
    private String aRefundThatIsToBePaidByHand() {
        aRefundIsAgreed();
        return grant("to-pay");
    }

    private void aRefundIsAgreed() {
        Colleague agent = the.person("agent1");
        agent.opens();
        agent.listens();
        agent.restates();
        agent.proposes("A refund", "compensationKind", "refund", "compensationAmount", "18.40");
        agent.hears("agreed", "mood", 2);
        the.jobsRun();
    }

    private String grant(String state) {
        return jdbc.sql("select grant_key from compensation_grant where case_number = ? and state = ?")
                .params(the.number(), state)
                .query(String.class)
                .single();
    }
}
