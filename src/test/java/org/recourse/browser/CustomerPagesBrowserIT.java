package org.recourse.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.CasesPutAway;
import org.recourse.PostgresApplicationTest;
import org.recourse.escalation.CaseDriver;
import org.recourse.escalation.Colleague;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The customer's pages on a telephone, without JavaScript, by keyboard, in both languages, looked at by axe. */
@PostgresApplicationTest
@Tag("browser")
class CustomerPagesBrowserIT {

    private static final Pattern PATH = Pattern.compile("/(?:rate|callback)/[\\w-]+");
    private static final int PHONE_WIDTH = 360;
    private static final int PHONE_HEIGHT = 740;

    @RegisterExtension
    private static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    private CaseDriver the;
    private Colleague agent1;
    private BrowserContext phone;
    private Page page;

    @BeforeEach
    void a_fresh_case_and_a_telephone() {
        the = new CaseDriver(engine, jdbc);
        agent1 = the.person("agent1");
        phone = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(PHONE_WIDTH, PHONE_HEIGHT)
                        .setIsMobile(true)
                        .setHasTouch(true)
                        .setJavaScriptEnabled(false));
        page = phone.newPage();
    }

    @AfterEach
    void end() {
        phone.close();
        the.end();
        CasesPutAway.from(jdbc);
    }

    @ParameterizedTest
    @CsvSource({
        "de, 'Fast, eine Sache fehlt noch', '4, zufrieden', Vielen Dank, Dieser Link wurde schon benutzt",
        "en, 'Almost, one thing is left', '4, satisfied', Thank you, This link has been used"
    })
    @Tag("R20")
    @Tag("R21")
    void a_customer_rates_on_the_telephone(String language, String left, String stars, String thanks, String usedUp) {
        String link = isAsked() + "?lang=" + language;
        visit(link, 200);
        looksRight("rate-" + language);

        page.getByLabel(left).tap();
        page.getByLabel(stars).tap();
        page.locator("textarea").fill("Die Gutschrift fehlt noch.");
        sends(() -> page.locator("button").tap());

        assertThat(page.locator("h1").textContent()).isEqualTo(thanks);
        looksRight("rated-" + language);
        assertThat(jdbc.sql(
                                "select settled || ' ' || rating || ' ' || comment from check_in where answered_at is not null and case_number = ?")
                        .param(the.number())
                        .query(String.class)
                        .single())
                .isEqualTo("one-thing-left 4 Die Gutschrift fehlt noch.");
        visit(link, 410);
        assertThat(page.locator("h1").textContent()).isEqualTo(usedUp);
        looksRight("rate-used-" + language);
    }

    @ParameterizedTest
    @CsvSource({
        "de, Anruf verschieben, Ihr Rückruf ist verschoben, Ihr Rückruf ist abgesagt",
        "en, Move the call, Your callback has been moved, Your callback has been cancelled"
    })
    @Tag("R19")
    void a_customer_moves_a_callback_and_cancels_it_later(
            String language, String move, String moved, String cancelled) {
        String first = isToBeCalledBack();
        visit(first + "?lang=" + language, 200);
        looksRight("callback-" + language);
        String window = page.locator("option").nth(4).getAttribute("value");
        String told = page.locator("option").nth(4).textContent();
        assertThat(told).matches("[A-Z][a-z]{1,2}\\W.* \\d\\d:\\d\\d–\\d\\d:\\d\\d");
        page.locator("select").selectOption(window);
        sends(() ->
                page.getByText(move, new Page.GetByTextOptions().setExact(true)).tap());
        assertThat(page.locator("h1").textContent()).isEqualTo(moved);
        assertThat(page.locator("main").textContent()).contains(told.substring(told.lastIndexOf(' ')));
        looksRight("callback-moved-" + language);

        the.jobsRun();
        visit(latestLink() + "?lang=" + language, 200);
        sends(() -> page.locator("button.quiet").tap());
        assertThat(page.locator("h1").textContent()).isEqualTo(cancelled);
        looksRight("callback-cancelled-" + language);
        the.jobsRun();
        assertThat(the.steps()).containsExactly(USER_TASK_LISTEN);
    }

    @ParameterizedTest
    @CsvSource({"de", "en"})
    @Tag("R20")
    void the_page_is_worked_with_the_keyboard_alone(String language) {
        visit(isAsked() + "?lang=" + language, 200);
        page.locator("nav a").last().focus();
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().press("Space");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Tab");
        page.keyboard().type("ok");
        page.keyboard().press("Tab");
        sends(() -> page.keyboard().press("Enter"));

        assertThat(jdbc.sql(
                                "select settled || ' ' || rating || ' ' || comment from check_in where answered_at is not null and case_number = ?")
                        .param(the.number())
                        .query(String.class)
                        .single())
                .isEqualTo("yes 2 ok");
    }

    private void looksRight(String name) {
        assertThat(Accessibility.findings(page)).as(name).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("%s needs no scrolling to the side", name)
                .isEqualTo(PHONE_WIDTH);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", name + ".png"))
                .setFullPage(true));
    }

    /** Does what sends the form, and waits for the page that answers. */
    private void sends(Runnable click) {
        page.waitForNavigation(click);
    }

    private void visit(String link, int status) {
        Response answer = Objects.requireNonNull(page.navigate(link));
        assertThat(answer.status()).isEqualTo(status);
    }

    private String isAsked() {
        agent1.opens();
        agent1.listens();
        agent1.restates();
        agent1.proposes("A corrected bill");
        agent1.hears("agreed", "mood", 2);
        agent1.wrapsUp();
        agent1.keepsAPromise();
        the.timePasses(Duration.ofDays(6));
        return latestLink();
    }

    private String isToBeCalledBack() {
        agent1.opens();
        agent1.leaves(USER_TASK_LISTEN, "call-back", "story", "Later, please.", "product", "Roaming", "mood", 3);
        the.jobsRun();
        return latestLink();
    }

    /** At the port of this test. */
    private String latestLink() {
        String body = jdbc.sql("select body from message where case_number = ? order by id desc limit 1")
                .param(the.number())
                .query(String.class)
                .single();
        return "http://localhost:" + port
                + PATH.matcher(body)
                        .results()
                        .findFirst()
                        .map(found -> found.group())
                        .orElseThrow();
    }
}
