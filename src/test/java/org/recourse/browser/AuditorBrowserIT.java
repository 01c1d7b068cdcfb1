package org.recourse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.recourse.PostgresApplicationTest;
import org.recourse.stories.StoryBWorked;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of Cockpit as the auditor, the manager and the agent, who has no business there, see them. */
@Tag("browser")
@Tag("R29")
@NullUnmarked
@PostgresApplicationTest
class AuditorBrowserIT extends StoryBWorked {

    private static final double PATIENCE = 60_000;
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

    @RegisterExtension
    private static final Chromium chromium = new Chromium();

    private final List<String> errors = new ArrayList<>();

    @LocalServerPort
    int port;

    @AfterEach
    void nothing_failed_in_the_page() {
        assertThat(errors).isEmpty();
    }

    @Test
    @Tag("B2")
    void an_auditor_finds_story_b_and_reads_who_approved_by_which_row_how_long_she_waited_and_what_was_promised()
            throws IOException {
        workedToTheEnd();
        try (BrowserContext context = context("en")) {
            Page page = cockpit("auditor1", context);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Escalations"))
                    .click();
            page.getByLabel("Words in story or comments").fill("down six");
            page.getByLabel("Case number").fill(caseNumber.value());
            page.getByText("More filters").click();
            page.locator("select[name='state']").selectOption("closed");
            page.keyboard().press("Tab");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Search").setExact(true))
                    .click();
            assertThat(page.getByText("1 case, 1 to 1 shown")).isVisible();
            assertThat(page.getByText("Times in Europe/Berlin")).isVisible();
            assertThat(page.locator(".ce-eol-banner")).isHidden();
            keepsTheSearch(page);
            photograph(page, "escalations-search");
            accessible(page);

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(caseNumber.value()))
                    .click();
            Locator glance = page.locator(".glance");
            assertThat(glance).containsText("(manager2) for");
            assertThat(glance).containsText("reduced it to refund 560.00 EUR and goodwill 60.00 EUR");
            assertThat(glance).containsText("of CompensationAuthority, version 1");
            assertThat(glance).containsText("1 h 8 min from the hand-over");
            assertThat(glance).containsText("Technician on Wed 25 Nov, 12:00");
            assertThat(page.locator(".why")).containsText("because the customer threatened to go to the media");
            assertThat(page.locator(".diagram .taken").first()).isAttached();
            assertThat(page.locator(".diagram .djs-container > svg").first()).isVisible();
            assertThat(page.getByText("Approve compensation").first()).isVisible();
            accessible(page);
            page.setViewportSize(1440, 5200);
            photograph(page, "escalations-case");

            Path pdf = page.waitForDownload(() -> page.getByRole(
                                    AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Download as PDF"))
                            .click())
                    .path();
            assertThat(Files.readString(pdf, StandardCharsets.ISO_8859_1)).startsWith("%PDF");
        }
    }

    /** On the server: it is there after the browser has forgotten everything. */
    private void keepsTheSearch(Page page) {
        page.getByText("Saved searches, sample, download").click();
        page.getByLabel("Name of the search").fill("Six days");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save this search"))
                .click();
        Locator saved = page.locator("label:has-text('Saved searches') select");
        assertThat(saved.locator("option", new Locator.LocatorOptions().setHasText("Six days")))
                .hasCount(1);
        page.evaluate("localStorage.clear()");
        page.reload();
        page.getByText("Saved searches, sample, download").click();
        assertThat(saved.locator("option", new Locator.LocatorOptions().setHasText("Six days")))
                .hasCount(1);
    }

    @Test
    @Tag("R23")
    void a_supervisor_corrects_the_root_cause_in_tasklist_and_the_auditor_sees_the_trail() throws IOException {
        workedToTheEnd();
        try (BrowserContext context = context("en")) {
            Page page = context.newPage();
            page.onPageError(errors::add);
            page.navigate("http://localhost:%d/camunda/app/tasklist/default/".formatted(port));
            LoginPage.logIn(page, "supervisor1");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Root cause"))
                    .click();
            Locator dialog = page.locator("#recourse-classification");
            dialog.getByLabel("Case number").fill(caseNumber.value());
            dialog.getByLabel("Root cause").selectOption("long-wait");
            dialog.getByLabel("Was the complaint right?").selectOption("partly-upheld");
            Locator correct = dialog.getByRole(
                    AriaRole.BUTTON,
                    new Locator.GetByRoleOptions().setName("Correct").setExact(true));
            correct.click();
            assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("what in the case shows it?");
            dialog.getByLabel("What in the case shows it?").fill("Six days without an answer");
            correct.click();
            assertThat(dialog).containsText("Sofia Lindgren (supervisor1): Was the complaint right? “partly upheld”");
            accessible(page, "#recourse-classification");
            photograph(page, "root-cause-supervisor");
        }
        try (BrowserContext context = context("en")) {
            Page page = cockpit("auditor1", context);
            page.navigate(address("#/escalations/" + caseNumber));
            assertThat(page.locator(".glance")).containsText("The complaint was: partly upheld");
            assertThat(page.locator(".glance")).containsText("finding “partly upheld”");
            assertThat(page.getByText("Correct root cause or finding")).hasCount(0);
        }
    }

    @Test
    @Tag("R24")
    void a_manager_reads_the_figures_in_german_with_definition_and_the_cases_behind() throws IOException {
        workedUntilTheSettlement();
        try (BrowserContext context = context("de-DE")) {
            Page page = cockpit("manager1", context);
            page.navigate(address("#/figures?groupBy=team&from=2026-11-01&to=2026-11-30"));
            Locator card = page.locator("[data-figure='escalation-rate']");
            assertThat(card).containsText("Anteil eskalierter Fälle");
            assertThat(card.locator("canvas")).isVisible();
            card.getByText("Definition", new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(card).containsText("Ein Fall zählt einmal");
            card.getByText("Die Fälle dahinter").click();
            assertThat(card.getByText(caseNumber.value())).isVisible();
            assertThat(page.getByText("Wo Fälle warten")).isVisible();
            assertThat(page.locator(".diagram .djs-container > svg").first()).isVisible();
            accessible(page);
            page.setViewportSize(1440, 3600);
            photograph(page, "figures-manager");
        }
    }

    @Test
    void an_agent_comes_neither_into_Cockpit_nor_to_what_its_pages_show() {
        try (BrowserContext context = context("en")) {
            Page page = context.newPage();
            page.onPageError(errors::add);
            page.navigate(address(""));
            LoginPage.fillIn(page, "agent1");
            int login = page.waitForResponse(
                            answer -> answer.url().endsWith("/login/cockpit"),
                            () -> page.click("button[type='submit']"))
                    .status();
            assertThat(login).isEqualTo(403);
            assertThat(page.locator("[cam-widget-header], .navbar").getByText("Escalations"))
                    .hasCount(0);
            int status =
                    ((Number) page.evaluate("fetch('/api/escalations').then((answer) => answer.status)")).intValue();
            assertThat(status).isEqualTo(401);
            photograph(page, "escalations-agent");
        }
    }

    @Test
    void a_process_owner_reads_figures_but_no_cases() {
        try (BrowserContext context = context("en")) {
            Page page = cockpit("owner1", context);
            page.navigate(address("#/escalations"));
            assertThat(page.getByText("These pages are for auditors and managers."))
                    .isVisible();
            assertThat(page.locator("a[href='#/figures']")).isVisible();
            assertThat(page.locator("a[href='#/escalations']")).hasCount(0);
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

    private String address(String page) {
        return "http://localhost:%d/camunda/app/cockpit/default/%s".formatted(port, page);
    }

    private Page login(String user, BrowserContext context) {
        Page page = context.newPage();
        page.onPageError(errors::add);
        page.navigate(address(""));
        LoginPage.logIn(page, user);
        return page;
    }

    private Page cockpit(String user, BrowserContext context) {
        Page page = login(user, context);
        page.waitForSelector("a[href='#/processes']");
        return page;
    }

    /** WCAG 2.1, levels A and AA, of what is ours on the page. */
    private static void accessible(Page page) throws IOException {
        accessible(page, ".recourse");
    }

    private static void accessible(Page page, String part) throws IOException {
        try (InputStream axe = Objects.requireNonNull(AuditorBrowserIT.class.getResourceAsStream(AXE))) {
            page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        Object found = page.evaluate("""
                axe.run('%s', {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']})
                  .then((result) => result.violations.map((each) => each.id + ': ' + each.nodes[0].html))""".formatted(part));
        assertThat((List<?>) found).isEmpty();
    }

    private static void photograph(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }
}
