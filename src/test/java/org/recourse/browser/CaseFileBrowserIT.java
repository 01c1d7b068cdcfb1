package org.recourse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER;
import static org.recourse.model.QuestionIds.USER_TASK_ANSWER_QUESTION;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.recourse.PostgresApplicationTest;
import org.recourse.worklist.HandOverWatch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the plugins put beside a form: the case file, the exits, what cannot wait. For every eye, and without the mouse. */
@PostgresApplicationTest
@Tag("browser")
class CaseFileBrowserIT {

    private static final String LISTEN = USER_TASK_LISTEN;
    private static final String REVIEW = USER_TASK_REVIEW_HANDOVER;

    @RegisterExtension
    private static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TestRestTemplate http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HandOverWatch watch;

    private Desk desk;

    @BeforeEach
    void desk() {
        desk = new Desk(http, engine);
    }

    /** One plugin is broken on purpose: a file that is no JavaScript. */
    @Test
    @Tag("R27")
    void tasklist_starts_with_a_broken_plugin_and_the_case_file_is_read_by_everybody() {
        String caseNumber = desk.opens("C-10017", "A plugin is broken");
        try (Tasklist agent = new Tasklist(chromium.browser(), port, "agent1")) {
            Page page = agent.page();
            page.route(
                    "**/recourse-exits.js*",
                    route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                            .setContentType("text/javascript")
                            .setBody("this is no JavaScript (")));
            page.reload();
            page.waitForSelector("ol.tasks-list .task");
            agent.open(desk.task(caseNumber, LISTEN));
            assertThat(page.locator("#recourse-exits")).hasCount(0);

            page.getByText("Case file", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            assertThat(page.locator(".recourse-case-file h2")).containsText(caseNumber);
            assertThat(page.locator(".recourse-case-file")).containsText("Maria Keller");
            assertThat(page.locator(".recourse-clocks")).containsText("left");
            page.locator(".recourse-comment textarea").first().fill("@supervisor1 please look at this one");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add comment"))
                    .click();
            assertThat(page.locator(".recourse-comments")).containsText("please look at this one");
            assertThat(Accessibility.findingsIn(page, ".recourse-case-file")).isEmpty();
        }
        assertThat(desk.as("supervisor1").getForObject("/api/notices", String.class))
                .contains("names you in " + caseNumber);
    }

    @Test
    @Tag("R9")
    void exits_and_case_file_are_beside_the_form_on_their_keys() {
        String caseNumber = desk.opens("C-10018", "Everything on keys");
        try (Tasklist agent = new Tasklist(chromium.browser(), port, "agent1")) {
            Page page = agent.page();
            agent.open(desk.task(caseNumber, LISTEN));
            assertThat(page.locator("#recourse-exits")).isVisible();
            assertThat(Accessibility.findingsIn(page, "#recourse-exits")).isEmpty();

            page.keyboard().press("Alt+k");
            assertThat(page.locator("#recourse-drawer h2")).isFocused();
            assertThat(page.locator(".task-details .fjs-form")).isVisible();
            assertThat(Accessibility.findingsIn(page, "#recourse-drawer")).isEmpty();
            page.keyboard().press("Escape");
            assertThat(page.locator("#recourse-drawer")).hasCount(0);

            page.keyboard().press("Alt+6");
            assertThat(page.locator("#recourse-said")).containsText("First warning. Say calmly:");
            page.keyboard().press("Alt+5");
            page.keyboard().press("Alt+Enter");
            agent.arrivesAt("Prepare handover");
            assertThat(page.locator("#recourse-said")).not().containsText("First warning");
            assertThat(page.locator("#recourse-said"))
                    .containsText(caseNumber + " goes on with Supervisors of team north: Review handover.");
            assertThat(page.locator("#recourse-said")).containsText("Why: the agent passes it on");
            assertThat(agent.errors()).isEmpty();
        }
    }

    @Test
    @Tag("R9")
    @Tag("R10")
    void a_hand_over_is_noticed_its_brief_goes_back_as_a_question_and_nobody_holds_the_line_for_ever() {
        try (Tasklist supervisor = new Tasklist(chromium.browser(), port, "supervisor1");
                Tasklist agent = new Tasklist(chromium.browser(), port, "agent1")) {
            Page offered = supervisor.page();
            offered.waitForResponse(answer -> answer.url().contains("/api/work/attention"), () -> {});
            String caseNumber = desk.opens("C-10021", "Noticed at once");
            agent.open(desk.task(caseNumber, LISTEN));
            assertThat(agent.page().locator("#recourse-exits")).isVisible();
            agent.page().keyboard().press("Alt+2");
            assertThat(agent.page().locator("[id*='Field_HandOverTrigger-0']")).isFocused();
            agent.page().keyboard().press("2");
            agent.page().keyboard().press("Alt+Enter");

            var noticed = offered.locator(".recourse-sentence.urgent").getByText(caseNumber);
            assertThat(noticed).isVisible();
            assertThat(offered).hasTitle(java.util.regex.Pattern.compile("^\\(\\d+\\) .*"));
            assertThat(Accessibility.findingsIn(offered, "#recourse-said")).isEmpty();
            offered.screenshot(shot("noticed"));

            pausesAfterwards(agent.page(), caseNumber);
            sendsTheBriefBack(offered, agent.page(), caseNumber);
            nobodyTakesIt(agent.page(), caseNumber);
        }
    }

    private void pausesAfterwards(Page agent, String caseNumber) {
        agent.locator(".recourse-sentence").getByText("No, thank you").click();
        agent.waitForCondition(() -> desk.file(caseNumber).path("timeline").findValuesAsText("after").stream()
                .anyMatch("a pause was offered and not taken"::equals));
    }

    private void sendsTheBriefBack(Page supervisor, Page agent, String caseNumber) {
        supervisor
                .locator(".recourse-sentence.urgent")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(caseNumber))
                .getByText("Open")
                .click();
        supervisor
                .getByText("Case file", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        assertThat(supervisor.locator(".recourse-quality")).containsText("% complete. Missing: ");
        supervisor.getByText("Send it back as a question").click();
        assertThat(supervisor.locator("#recourse-said")).containsText("The agent is asked. Your review stays open.");
        assertThat(agent.locator("#recourse-said")).containsText("asks you about " + caseNumber);
        supervisor.screenshot(shot("sent-back"));
        agent.screenshot(shot("asked-back"));
        assertThat(desk.task(caseNumber, REVIEW)).isNotEmpty();
        assertThat(desk.task(caseNumber, USER_TASK_ANSWER_QUESTION)).isNotEmpty();
    }

    /** A minute goes by: the managers are offered it as well, the agent is told to offer a callback, and does. */
    private void nobodyTakesIt(Page agent, String caseNumber) {
        jdbc.sql(
                        "update escalation_case set handed_over_at = handed_over_at - interval '70' second where case_number = ?")
                .param(caseNumber)
                .update();
        watch.watch();
        assertThat(groups(caseNumber)).contains("team-north-manager");
        var sentence = agent.locator(".recourse-sentence.urgent")
                .filter(new com.microsoft.playwright.Locator.FilterOptions()
                        .setHasText("Nobody has taken " + caseNumber));
        assertThat(sentence).containsText("may we call you back?");
        agent.screenshot(shot("nobody-takes-it"));
        sentence.getByText("They take the callback").click();
        assertThat(agent.locator("#recourse-said"))
                .containsText("The supervisor sees that they are to be called back.");
        assertThat(desk.file(caseNumber).at("/brief/handOverText").asText())
                .endsWith("The customer is to be called back.");
    }

    private List<String> groups(String caseNumber) {
        return engine.getTaskService().getIdentityLinksForTask(desk.task(caseNumber, REVIEW)).stream()
                .map(link -> String.valueOf(link.getGroupId()))
                .toList();
    }

    /** Both speak English to whoever asks in English; in German nothing of ours is left in English. */
    @Test
    @Tag("R27")
    void steps_lists_bar_and_case_file_speak_german() {
        String caseNumber = desk.opens("C-10022", "Auf Deutsch gelesen");
        desk.submits(
                caseNumber,
                LISTEN,
                Map.of("product", "Router", "mood", 4, "callState", "hand-over", "handOverTrigger", "authority"));
        try (Tasklist supervisor = new Tasklist(chromium.browser(), port, "supervisor1", "de-DE", "nothing")) {
            Page page = supervisor.page();
            assertThat(page.locator(".task-filters").first()).containsText("Übergaben");
            supervisor.open(desk.task(caseNumber, REVIEW));
            assertThat(page.locator(".task-details h2")).hasText("Übergabe durchsehen");
            supervisor.sees("Übergeben von Amira Haddad");
            supervisor.sees("es braucht mehr, als der Agent gewähren darf");
            page.getByText("Fallakte", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            assertThat(page.locator(".recourse-quality")).containsText("vollständig. Es fehlt:");
            page.screenshot(shot("german-case-file"));
        }
    }

    private static Page.ScreenshotOptions shot(String name) {
        return new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png"));
    }
}
