package org.recourse.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.AfterCallIds.USER_TASK_PREPARE_HANDOVER;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.recourse.PostgresApplicationTest;
import org.recourse.escalation.CaseDriver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;

/** What a customer or a colleague typed is shown as they typed it, wherever it is shown, and never becomes part of a page. */
@PostgresApplicationTest
@NullUnmarked
@Tag("browser")
class EscapingBrowserIT {

    private static final String ATTACK =
            "<img src=x onerror=\"window.pwned=1\"><script>window.pwned=2</script><a href=\"javascript:window.pwned=3\">"
                    + "[b](javascript:window.pwned=4) {{7*7}} ${7*7} ![c](x) 'q' &amp;";

    /** What of the attack became part of the page: nothing, in words. */
    private static final String DAMAGE = """
            () => [
              window.pwned === undefined ? '' : 'ran ' + window.pwned,
              document.querySelector('img[src="x"]') ? 'image' : '',
              [...document.scripts].some(script => script.textContent.includes('window.pwned')) ? 'script' : '',
              document.querySelector('a[href^="javascript:window" i]') ? 'link' : '',
              document.querySelector('[onerror]') ? 'handler' : ''
            ].filter(damage => damage).join(', ')""";

    @RegisterExtension
    private static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestRestTemplate http;

    private final List<String> damaged = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();

    @Test
    void nothing_that_is_stored_runs_or_becomes_markup_in_any_page() {
        var caseNumber = aCaseFullOfAttacks();

        try (var context = context()) {
            var page = logIn(context, "tasklist", "agent1", ".start-process-action");
            page.navigate(tasklist(caseNumber, USER_TASK_PREPARE_HANDOVER));
            page.waitForSelector(".fjs-form textarea");
            look(page, "prepare-handover");
        }
        try (var context = context()) {
            var page = logIn(context, "tasklist", "supervisor1", ".start-process-action");
            page.navigate(tasklist(caseNumber, USER_TASK_REVIEW_HANDOVER));
            page.waitForSelector(".fjs-form");
            look(page, "review-handover");
            page.keyboard().press("Alt+K");
            page.waitForSelector("#recourse-drawer section");
            page.locator(".recourse-files a").first().scrollIntoViewIfNeeded();
            look(page, "case-file");
            page.getByText("onerror").first().waitFor();
            page.keyboard().press("Alt+K");
            page.waitForSelector(".tasks-list :text('onerror')");
            look(page, "cards");
            page.getByText("Find case").click();
            page.keyboard().type(caseNumber);
            page.keyboard().press("Enter");
            page.waitForSelector("#recourse-find li");
            look(page, "find");
        }
        try (var context = context()) {
            var page = logIn(context, "cockpit", "auditor1", ".processes-dashboard, [ng-controller], .dashboard");
            page.navigate(root() + "/camunda/app/cockpit/default/#/escalations");
            page.waitForSelector("a[href*='" + caseNumber + "']");
            look(page, "escalations");
            page.navigate(root() + "/camunda/app/cockpit/default/#/escalations/" + caseNumber);
            page.getByText("onerror").first().waitFor();
            look(page, "escalation");
        }
        try (var context = context()) {
            var page = context.newPage();
            page.navigate(root() + "/demo");
            look(page, "demo");
            page.navigate(root() + aCallbackLink());
            page.waitForSelector("select");
            look(page, "callback");
            rates(page);
        }

        assertThat(damaged).isEmpty();
        assertThat(seen)
                .contains(
                        "prepare-handover",
                        "review-handover",
                        "case-file",
                        "cards",
                        "find",
                        "demo",
                        "rate-refused",
                        "escalations",
                        "escalation");
    }

    /** What a customer wrote comes back to them when the page has to ask again: as they wrote it. */
    private void rates(Page page) {
        page.navigate(root() + aRatingLink());
        look(page, "rate");
        page.fill("textarea", ATTACK);
        page.evaluate("document.querySelector('form').noValidate = true");
        page.click("button");
        page.waitForSelector("[role=alert]");
        look(page, "rate-refused");
    }

    /** The customer was offered the attack in writing, and is asked whether it is settled. */
    private String aRatingLink() {
        var the = new CaseDriver(engine, jdbc);
        var agent = the.person("agent1");
        agent.opens("title", ATTACK.substring(0, 150));
        agent.listens("story", ATTACK);
        agent.restates();
        agent.proposes(ATTACK);
        agent.hears("agreed", "mood", 2);
        agent.wrapsUp();
        agent.keepsAPromise();
        the.timePasses(Duration.ofDays(6));
        return lastLinkOf(the);
    }

    private String aCallbackLink() {
        var the = new CaseDriver(engine, jdbc);
        var agent = the.person("agent1");
        agent.opens("title", ATTACK.substring(0, 150));
        agent.leaves(USER_TASK_LISTEN, "call-back", "story", ATTACK, "product", ATTACK.substring(0, 150), "mood", 3);
        the.jobsRun();
        return lastLinkOf(the);
    }

    private String lastLinkOf(CaseDriver the) {
        var link = Pattern.compile("/(rate|callback)/[\\w-]+")
                .matcher(jdbc.sql("select body from message where case_number = ? order by id desc limit 1")
                        .param(the.number())
                        .query(String.class)
                        .single());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private void attach(String caseNumber) {
        var part = new HttpHeaders();
        part.setContentType(MediaType.TEXT_PLAIN);
        var form = new LinkedMultiValueMap<String, Object>();
        form.add(
                "file",
                new HttpEntity<>(
                        new ByteArrayResource("A note.".getBytes(StandardCharsets.UTF_8)) {
                            @Override
                            public String getFilename() {
                                return "<img src=x onerror='window.pwned=5'>.txt";
                            }
                        },
                        part));
        var answer = http.withBasicAuth("agent1", "demo")
                .postForEntity("/api/cases/" + caseNumber + "/attachments", new HttpEntity<>(form), String.class);
        assertThat(answer.getStatusCode().is2xxSuccessful())
                .as(answer.getBody())
                .isTrue();
    }

    @Test
    void what_somebody_typed_is_no_formula_in_a_spreadsheet() {
        var title = "=HYPERLINK(\"https://evil.example\",\"pay\")";
        http.withBasicAuth("agent1", "demo")
                .postForEntity(
                        "/api/cases",
                        Map.of(
                                "email", "formula@example.com",
                                "channel", "phone",
                                "title", title,
                                "story", "+1",
                                "product", "@SUM(1)"),
                        String.class);
        var headers = new HttpHeaders();
        headers.setAccept(List.of(MediaType.parseMediaType("text/csv")));
        var csv = http.withBasicAuth("auditor1", "demo")
                .exchange("/api/escalations?words=HYPERLINK", HttpMethod.GET, new HttpEntity<>(headers), String.class);

        assertThat(csv.getHeaders().getContentType()).isNotNull();
        assertThat(csv.getHeaders().getContentType().toString()).startsWith("text/csv");
        assertThat(csv.getBody()).contains("'=HYPERLINK").doesNotContainPattern("(^|,)\"?[=@+]");
    }

    /** A page that shows the attack must show it as it was typed. */
    private void look(Page page, String name) {
        page.waitForTimeout(500);
        var damage = String.valueOf(page.evaluate(DAMAGE));
        if (!damage.isEmpty()) {
            damaged.add(name + ": " + damage);
        }
        var shown = String.valueOf(
                page.evaluate(
                        "() => document.body.innerText + [...document.querySelectorAll('textarea, input')].map(e => e.value).join()"));
        if (shown.contains("onerror=")) {
            seen.add(name);
        }
        if (shown.contains("[b](javascript") && !shown.contains("{{7*7}}")) {
            damaged.add(name + ": computed");
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", "escaping-" + name + ".png"))
                .setFullPage(true));
    }

    private String aCaseFullOfAttacks() {
        var agent = http.withBasicAuth("agent1", "demo");
        var caseNumber = agent.postForObject(
                        "/api/cases",
                        Map.of(
                                "email",
                                "attacker@example.com",
                                "channel",
                                "phone",
                                "title",
                                ATTACK.substring(0, 150),
                                "story",
                                ATTACK,
                                "product",
                                ATTACK.substring(0, 150),
                                "desiredOutcome",
                                ATTACK),
                        JsonNode.class)
                .get("caseNumber")
                .asText();
        var customer = jdbc.sql("select customer_number from escalation_case where case_number = ?")
                .param(caseNumber)
                .query(String.class)
                .single();
        var renamed = agent.exchange(
                "/api/customers/" + customer,
                HttpMethod.PUT,
                new HttpEntity<>(Map.of("name", ATTACK.substring(0, 90))),
                JsonNode.class);
        assertThat(renamed.getStatusCode().is2xxSuccessful())
                .as(String.valueOf(renamed.getBody()))
                .isTrue();
        submit(
                caseNumber,
                USER_TASK_LISTEN,
                Map.of(
                        "facts",
                        ATTACK,
                        "effect",
                        ATTACK,
                        "mood",
                        5,
                        "callState",
                        "hand-over",
                        "handOverTrigger",
                        "demand",
                        "connection",
                        "call-back"));
        attach(caseNumber);
        agent.postForEntity("/api/cases/" + caseNumber + "/comments", Map.of("text", ATTACK), String.class);
        agent.postForEntity(
                "/api/cases/" + caseNumber + "/contacts", Map.of("channel", "letter", "story", ATTACK), String.class);
        engine.getManagementService()
                .createJobQuery()
                .executable()
                .list()
                .forEach(job -> engine.getManagementService().executeJob(job.getId()));
        return caseNumber;
    }

    private void submit(String caseNumber, String step, Map<String, Object> answers) {
        var variables = new HashMap<String, Object>();
        answers.forEach((field, value) -> variables.put(field, Map.of("value", value)));
        var answer = http.withBasicAuth("agent1", "demo")
                .postForEntity(
                        "/engine-rest/task/" + task(caseNumber, step) + "/submit-form",
                        Map.of("variables", variables),
                        String.class);
        assertThat(answer.getStatusCode().is2xxSuccessful())
                .as(answer.getBody())
                .isTrue();
    }

    private String task(String caseNumber, String step) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(step)
                .singleResult()
                .getId();
    }

    private Page logIn(BrowserContext context, String application, String user, String sign) {
        var page = context.newPage();
        page.navigate(root() + "/camunda/app/" + application + "/default/");
        LoginPage.logIn(page, user);
        page.waitForSelector(sign);
        return page;
    }

    private String tasklist(String caseNumber, String step) {
        return root() + "/camunda/app/tasklist/default/#/?detailsTab=task-detail-form&task=" + task(caseNumber, step);
    }

    private String root() {
        return "http://localhost:" + port;
    }

    private static BrowserContext context() {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1440, 1000)
                        .setLocale("en"));
    }
}
