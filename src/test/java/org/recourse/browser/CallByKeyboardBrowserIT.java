package org.recourse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.recourse.PostgresApplicationTest;
import org.recourse.model.CustomerEscalationIds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A whole call of the first line, from "new case" to the work after it, with nothing but the keyboard. */
@PostgresApplicationTest
@Tag("browser")
@Tag("R27")
class CallByKeyboardBrowserIT {

    private static final Logger LOG = LoggerFactory.getLogger(CallByKeyboardBrowserIT.class);

    private static final String STORY = "I was charged twice for roaming. I have explained this already.";
    private static final String SOLUTION = "We pay the second charge back by Friday.";

    @RegisterExtension
    private static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    TestRestTemplate http;

    /** Both agents type the same words into the same forms; counted is everything else that their hands do. */
    @Test
    void a_whole_call_needs_no_click_and_half_of_what_stock_tasklist_needs() {
        Map<String, Integer> inRecourse = inRecourse();
        Map<String, Integer> inStock = inStock();

        LOG.info("Hands in a whole call beside the typed words: Recourse {}, stock Tasklist {}", inRecourse, inStock);
        System.out.printf(
                "%nHands in a whole first-line call, beside the typed words:%n  Recourse        %s%n  stock Tasklist  %s%n",
                inRecourse, inStock);
        assertThat(inRecourse).containsEntry("clicks", 0);
        assertThat(inRecourse.get("keys")).isLessThanOrEqualTo(15);
        assertThat(inStock.get("clicks")).isGreaterThanOrEqualTo(15);
    }

    private Map<String, Integer> inRecourse() {
        try (Tasklist agent = new Tasklist(chromium.browser(), port, "agent1")) {
            Page page = agent.page();
            Hands hands = agent.hands();
            hands.press("Alt+n");
            assertThat(page.locator(".modal-content .fjs-form input").first()).isFocused();
            hands.type("C-10017");
            hands.press("Tab", "Tab");
            hands.type("Roaming charged twice, by keyboard");
            hands.press("Alt+Enter");

            hands.areAt("Listen");
            hands.type(STORY);
            hands.press("Tab");
            hands.type("mobile phone by keyboard");
            hands.press("Tab", "4", "Alt+Enter");

            hands.areAt("Restate");
            hands.press("Tab", "1", "Alt+Enter");

            hands.areAt("Propose");
            hands.type(SOLUTION);
            hands.press("Alt+Enter");

            hands.areAt("Check agreement");
            hands.press("1", "Alt+Enter");

            hands.areAt("Wrap up");
            assertThat(agent.errors()).isEmpty();
            JsonNode file = file("Roaming charged twice, by keyboard");
            assertThat(file.at("/brief/story").asText()).isEqualTo(STORY);
            assertThat(file.at("/brief/moodStart").asText()).isEqualTo("4");
            assertThat(file.at("/proposals/0/solution").asText()).isEqualTo(SOLUTION);
            assertThat(file.at("/proposals/0/answer").asText()).isEqualTo("agreed");
            return hands.count();
        }
    }

    /** Without our plugins and styles: the message about the next step must be found and clicked, then its first field. */
    private Map<String, Integer> inStock() {
        try (Tasklist agent =
                new Tasklist(chromium.browser(), port, "agent1", "en", "**/{recourse-*.js*,user-styles.css*}")) {
            Page page = agent.page();
            Hands hands = agent.hands();
            hands.click(page.locator(".start-process-action a"));
            hands.click(page.locator(".modal-content .processes").getByText("Customer escalation"));
            hands.click(page.locator(".modal-content .fjs-form input").first());
            hands.type("C-10018");
            hands.press("Tab", "Tab");
            hands.type("Roaming charged twice, in stock");
            hands.click(page.locator(".modal-footer .btn-primary"));

            next(page, hands, "Listen");
            hands.click(page.locator(".task-details .fjs-form textarea").first());
            hands.type(STORY);
            hands.press("Tab");
            hands.type("mobile phone in stock");
            hands.click(answer(page, "Mood now", "4 angry"));
            complete(page, hands);

            next(page, hands, "Restate");
            hands.click(answer(page, "Have I understood that correctly?", "Yes"));
            complete(page, hands);

            next(page, hands, "Propose");
            hands.click(page.locator(".task-details .fjs-form textarea").first());
            hands.type(SOLUTION);
            complete(page, hands);

            next(page, hands, "Check agreement");
            hands.click(answer(page, "What does the customer say?", "Yes, agreed"));
            complete(page, hands);

            // of another process, hence in the list only; there is one of the first call, too, and a click on it before
            // the completed step has left the page is lost
            assertThat(page.locator(".task-details h2")).hasCount(0);
            hands.click(page.locator(".tasks-list .task h4 a", new Page.LocatorOptions().setHasText("Wrap up"))
                    .first());
            assertThat(page.locator(".task-details h2")).hasText("Wrap up");
            return hands.count();
        }
    }

    private static void next(Page page, Hands hands, String step) {
        hands.click(page.locator(".page-notifications a", new Page.LocatorOptions().setHasText(step))
                .last());
        assertThat(page.locator(".task-details h2")).hasText(step);
        assertThat(page.locator(".task-details .fjs-form")).isVisible();
    }

    private static void complete(Page page, Hands hands) {
        hands.click(page.locator(".task-details .form-actions .btn-primary"));
    }

    private static Locator answer(Page page, String question, String answer) {
        return page.locator(".task-details .fjs-form-field-radio", new Page.LocatorOptions().setHasText(question))
                .getByText(answer, new Locator.GetByTextOptions().setExact(true));
    }

    /** Whoever types fast and completes at once, on the keyboard or with Tasklist's own button, loses no word. */
    @Test
    void the_last_words_before_complete_are_taken_over_however_it_is_pressed() {
        try (Tasklist agent = new Tasklist(chromium.browser(), port, "agent1")) {
            Page page = agent.page();
            String caseNumber = opened("Fast typing");
            agent.open(task(caseNumber));
            answer(page, "Mood now", "4 angry").click();
            page.locator(".task-details .fjs-form textarea").first().fill("");
            page.keyboard().insertText("All of it");
            page.keyboard().press("Tab");
            page.keyboard().insertText("and this");
            page.waitForResponse(
                    answer -> answer.url().endsWith("/submit-form") && answer.ok(),
                    () -> page.evaluate("document.querySelector('.task-details .form-actions .btn-primary').click()"));
            JsonNode brief = file("Fast typing").path("brief");
            assertThat(brief.path("story").asText()).isEqualTo("All of it");
            assertThat(brief.path("product").asText()).isEqualTo("and this");
        }
    }

    private String opened(String title) {
        return Objects.requireNonNull(http.withBasicAuth("agent1", "demo")
                        .postForObject(
                                "/api/cases",
                                Map.of(
                                        "customerNumber",
                                        "C-10017",
                                        "channel",
                                        "phone",
                                        "title",
                                        title,
                                        "story",
                                        "Well,"),
                                JsonNode.class))
                .path("caseNumber")
                .asText();
    }

    private String task(String caseNumber) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .singleResult()
                .getId();
    }

    private JsonNode file(String title) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(CustomerEscalationIds.PROCESS).list().stream()
                .map(instance -> Objects.requireNonNull(http.withBasicAuth("agent1", "demo")
                        .getForObject("/api/cases/" + instance.getBusinessKey(), JsonNode.class)))
                .filter(file -> file.at("/brief/title").asText().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
