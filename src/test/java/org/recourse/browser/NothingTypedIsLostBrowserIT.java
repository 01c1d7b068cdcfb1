package org.recourse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.recourse.PostgresApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A lost session, another browser, a step that is gone, somebody who was quicker: it is said, and no word is lost. */
@PostgresApplicationTest
@Tag("browser")
@Tag("R27")
class NothingTypedIsLostBrowserIT {

    private static final String LISTEN = USER_TASK_LISTEN;

    @RegisterExtension
    private static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TestRestTemplate http;

    private Desk desk;

    @BeforeEach
    void desk() {
        desk = new Desk(http, engine);
    }

    @Test
    void it_comes_back_in_another_browser_and_after_a_lost_session() {
        String caseNumber = desk.opens("C-10017", "Words in another browser");
        try (Tasklist first = new Tasklist(chromium.browser(), port, "agent1")) {
            first.open(desk.task(caseNumber, LISTEN));
            kept(first.page(), () -> story(first.page()).fill("It began in May."));
        }
        try (Tasklist second = new Tasklist(chromium.browser(), port, "agent1")) {
            Page page = second.page();
            second.open(desk.task(caseNumber, LISTEN));
            assertThat(page.locator(".recourse-restored")).containsText("What you typed before is back.");
            assertThat(story(page)).hasValue("It began in May.");
            photograph(page, "typed-1-back");

            // the new session's token comes late, as on a slow line
            page.route("**/camunda/api/engine/engine/", route -> {
                page.waitForTimeout(1_500);
                route.resume();
            });
            page.context().clearCookies();
            story(page).fill("It began in May. And again in June.");
            assertThat(said(page)).containsText("Your session has ended. What you typed is kept");
            page.keyboard().press("Alt+Enter");
            assertThat(page.locator("input[ng-model='username']")).isVisible();
            photograph(page, "typed-2-session-over");
            second.logIn("agent1");
            assertThat(story(page)).hasValue("It began in May. And again in June.");
        }
    }

    @Test
    void a_step_that_a_colleague_has_by_now_says_so_and_the_words_go_into_the_case_file() {
        String caseNumber = desk.opens("C-10018", "Taken by a colleague");
        try (Tasklist agent = new Tasklist(chromium.browser(), port, "agent1")) {
            Page page = agent.page();
            agent.open(desk.task(caseNumber, LISTEN));
            desk.gives(caseNumber, LISTEN, "agent2");
            story(page).fill("Nobody came on Sunday at noon.");

            assertThat(said(page)).containsText("This step is done already, or a colleague took it over.");
            assertThat(said(page)).containsText("Nobody came on Sunday at noon.");
            photograph(page, "typed-3-taken-over");
            said(page).getByText("Add it to the case as a comment").click();
            assertThat(said(page)).containsText("It is in the case file as a comment.");
            assertThat(desk.file(caseNumber).at("/comments/0/text").asText())
                    .contains("Nobody came on Sunday at noon.");
        }
    }

    @Test
    void a_step_that_was_submitted_elsewhere_says_so_and_keeps_the_words() {
        String caseNumber = desk.opens("C-10021", "Submitted elsewhere");
        try (Tasklist agent = new Tasklist(chromium.browser(), port, "agent1")) {
            Page page = agent.page();
            agent.open(desk.task(caseNumber, LISTEN));
            desk.submits(caseNumber, LISTEN, Map.of("product", "router", "mood", 3));
            story(page).fill("These words came a moment too late.");
            page.keyboard().press("Alt+Enter");

            assertThat(said(page)).containsText("This step is done already");
            assertThat(said(page)).containsText("These words came a moment too late.");
        }
    }

    /** Two people on one case in the same moment: the engine refuses one of them, here once, and the second Complete goes through. */
    @Test
    void whoever_was_slower_is_told_keeps_the_words_and_completes_again() {
        String caseNumber = desk.opens("C-10022", "At the same moment");
        try (Tasklist agent = new Tasklist(chromium.browser(), port, "agent1")) {
            Page page = agent.page();
            AtomicInteger attempts = new AtomicInteger();
            page.route("**/submit-form", route -> {
                if (attempts.getAndIncrement() == 0) {
                    route.fulfill(new Route.FulfillOptions()
                            .setStatus(409)
                            .setContentType("application/json")
                            .setBody("{\"type\":\"RestException\",\"message\":\"changed\"}"));
                } else {
                    route.resume();
                }
            });
            agent.open(desk.task(caseNumber, LISTEN));
            story(page).fill("Both of us wrote.");
            page.getByLabel("Product or order").first().fill("modem");
            agent.tick("Mood now", "3 annoyed");
            page.keyboard().press("Alt+Enter");
            assertThat(said(page)).containsText("Somebody else changed this case at the same moment.");
            assertThat(story(page)).hasValue("Both of us wrote.");
            photograph(page, "typed-4-conflict");

            page.keyboard().press("Alt+Enter");
            agent.arrivesAt("Restate");
            assertThat(desk.file(caseNumber).at("/brief/story").asText()).isEqualTo("Both of us wrote.");
        }
    }

    /** A refused answer names its field, in the language of the browser, and everything stays as it was typed. */
    @Test
    void a_refused_answer_is_told_in_german_and_everything_stays_typed() {
        String caseNumber = desk.opens("C-10023", "Auf Deutsch");
        try (Tasklist agent = new Tasklist(chromium.browser(), port, "agent1", "de-DE", "nothing")) {
            Page page = agent.page();
            agent.open(desk.task(caseNumber, LISTEN));
            story(page).fill("Seit sechs Tagen keine Leitung.");
            page.keyboard().press("Alt+Enter");

            assertThat(page.locator(".page-notifications"))
                    .containsText("„Produkt oder Bestellung“ fehlt: um welches Produkt oder welche Leistung geht es?");
            assertThat(story(page)).hasValue("Seit sechs Tagen keine Leitung.");
            assertThat(page.locator(".task-details h2")).hasText("Zuhören");
            assertThat(page.locator("ol.tasks-list")).containsText("offen");
            photograph(page, "typed-5-german");
        }
    }

    private static void kept(Page page, Runnable typing) {
        page.waitForResponse(
                answer -> answer.url().contains("/api/drafts/")
                        && answer.request().method().equals("PUT")
                        && answer.ok(),
                typing);
    }

    private static Locator story(Page page) {
        return page.locator(".task-details .fjs-form textarea").first();
    }

    private static Locator said(Page page) {
        return page.locator("#recourse-said");
    }

    private static void photograph(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }
}
