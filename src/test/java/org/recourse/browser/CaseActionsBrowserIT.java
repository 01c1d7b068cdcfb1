package org.recourse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.PostgresApplicationTest;
import org.recourse.escalation.CaseDriver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In Tasklist, with the keyboard: a colleague's case is found and taken over, gets a file, and a supervisor closes and reopens it. */
@PostgresApplicationTest
@NullUnmarked
@Tag("browser")
@Tag("R26")
class CaseActionsBrowserIT {

    @LocalServerPort
    int port;

    @Autowired
    TestRestTemplate http;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    private final List<String> errors = new ArrayList<>();

    @Test
    void people_find_a_case_and_do_what_it_needs() {
        var caseNumber = http.withBasicAuth("agent1", "demo")
                .postForObject(
                        "/api/cases",
                        Map.of(
                                "email",
                                "router@example.com",
                                "channel",
                                "phone",
                                "title",
                                "Router broken",
                                "story",
                                "…"),
                        JsonNode.class)
                .get("caseNumber")
                .asText();
        try (var chromium = new Chromium()) {
            try (var context = context(chromium)) {
                var page = tasklist(context, "agent2");
                finds(page, caseNumber);
                does(page, "Take over", "Amira went home.");
                assertThat(page.locator(".recourse-chips")).containsText("Ben Novak");
                assertThat(page.locator(".fjs-form")).isVisible(); // the step of the call is open, too
                attaches(page);
                page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/case-actions.png")));
            }
            try (var context = context(chromium)) {
                var page = tasklist(context, "supervisor1");
                finds(page, "router@example.com");
                does(page, "Close the case", "Opened twice.");
                does(page, "Reopen the case", "It was not.");
                assertThat(page.locator(".recourse-chips")).containsText("level 2");
            }
        }
        Assertions.assertThat(errors).isEmpty();
    }

    @Test
    @Tag("R22")
    void the_holder_takes_an_answer_back_and_a_supervisor_moves_the_case_to_the_right_customer() {
        var the = new CaseDriver(engine, jdbc);
        var agent1 = the.person("agent1");
        agent1.opens("title", "Router broken");
        agent1.listens();
        agent1.restates();
        agent1.proposes("A new router");
        try (var chromium = new Chromium()) {
            try (var context = context(chromium)) {
                var page = tasklist(context, "agent1");
                finds(page, the.number().value());
                var form = unfolds(page, "Take an answer back");
                form.locator("select").selectOption("restate");
                form.locator("textarea").fill("I heard yes, it was no.");
                form.getByRole(AriaRole.BUTTON).click();
                assertThat(page.locator(".fjs-form")).containsText("Have I understood that correctly?");
                assertThat(page.locator("#recourse-drawer")).containsText("from Check agreement back to Restate");
                page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/taken-back.png")));
            }
            try (var context = context(chromium)) {
                var page = tasklist(context, "supervisor1");
                finds(page, the.number().value());
                var form = unfolds(page, "Wrong customer");
                form.locator("input").fill("C-NOBODY");
                form.locator("textarea").fill("Same phone, two people.");
                form.getByRole(AriaRole.BUTTON).click();
                assertThat(page.locator(".recourse-sentence.urgent"))
                        .containsText(
                                "Number, phone or mail address of the right customer: nobody has the number, phone or mail address “C-NOBODY”.");
                assertThat(form.locator("textarea")).hasValue("Same phone, two people.");
                form.locator("input").fill("030/23125034");
                form.locator("input").press("Enter");
                assertThat(form.locator(".recourse-which button")).hasCount(2);
                assertThat(form.getByText("Martin Vogel (C-10034-2)")).isVisible();
                page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/which-customer.png")));
                form.getByText("Sabine Vogel (C-10034)").press("Enter");
                assertThat(form.locator("input")).hasValue("C-10034");
                form.locator("input").fill("+49 (171) 392 00 18");
                form.locator("input").press("Enter");
                assertThat(page.locator("#recourse-drawer header")).containsText("Jonas Weber");
                assertThat(page.locator(".recourse-timeline").first()).containsText("Same phone, two people.");
                assertThat(page.locator(".recourse-sentence.urgent")).hasCount(0);
                page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/right-customer.png")));
            }
        } finally {
            the.end();
        }
        Assertions.assertThat(errors).isEmpty();
    }

    @Test
    @Tag("R22")
    void of_several_customers_with_one_phone_number_the_agent_chooses_and_none_is_guessed() {
        http.withBasicAuth("supervisor1", "demo")
                .exchange(
                        RequestEntity.post("/api/customers/import")
                                .contentType(MediaType.parseMediaType("text/csv"))
                                .body("""
                                        number,name,phones,emails,language
                                        C-TWIN1,Anna Twin,+49 171 5550001,a.twin@example.com,en
                                        C-TWIN2,Bert Twin,+49 171 5550001,b.twin@example.com,en
                                        """),
                        String.class);
        try (var chromium = new Chromium();
                var context = context(chromium)) {
            var page = tasklist(context, "agent1");
            page.click(".start-process-action a");
            page.locator(".modal-content .processes")
                    .getByText("Customer escalation", new Locator.GetByTextOptions().setExact(true))
                    .click();
            var form = page.locator(".modal-content .fjs-form");
            form.getByLabel("Phone").first().fill("0171 5550001");
            form.getByLabel("What is it about?").fill("Line dead");
            form.getByLabel("What is it about?").blur();
            page.locator(".modal-content button", new Page.LocatorOptions().setHasText("Start"))
                    .last()
                    .click();
            assertThat(page.locator(".recourse-which button")).hasCount(2);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Bert Twin (C-TWIN2)"))
                    .click();
            assertThat(form.getByLabel("Customer number")).hasValue("C-TWIN2");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/several-customers.png")));
            form.getByLabel("Customer number").blur();
            page.waitForTimeout(500); // the form takes what was filled in a moment later
            page.locator(".modal-content button", new Page.LocatorOptions().setHasText("Start"))
                    .last()
                    .click();
            assertThat(page.locator(".task-details")).containsText("Bert Twin");
        }
        Assertions.assertThat(errors).isEmpty();
    }

    private static void finds(Page page, String said) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Find case"))
                .focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#recourse-find input")).isFocused();
        page.keyboard().type(said);
        page.keyboard().press("Enter");
        var found = page.locator("#recourse-find li button");
        assertThat(found).hasCount(1);
        found.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#recourse-drawer h2")).containsText("Router broken");
    }

    /** The cursor is in its first field. */
    private static Locator unfolds(Page page, String action) {
        page.locator(".recourse-actions summary", new Page.LocatorOptions().setHasText(action))
                .focus();
        page.keyboard().press("Enter");
        var form = page.locator(".recourse-actions details[open] form");
        assertThat(form.locator("select, input, textarea").first()).isFocused();
        return form;
    }

    private static void does(Page page, String action, String reason) {
        var form = unfolds(page, action);
        form.locator("textarea").fill(reason);
        form.locator("textarea").press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator(".recourse-actions summary", new Page.LocatorOptions().setHasText(action)))
                .hasCount(0);
    }

    private static void attaches(Page page) {
        page.locator("#recourse-drawer input[type=file]")
                .setInputFiles(
                        new FilePayload("bill.txt", "text/plain", "Router 99.00".getBytes(StandardCharsets.UTF_8)));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add file"))
                .click();
        Locator link = page.locator(".recourse-files a");
        assertThat(link).hasText("bill.txt");
        var download = page.waitForDownload(link::click);
        Assertions.assertThat(download.suggestedFilename()).isEqualTo("bill.txt");
    }

    private Page tasklist(BrowserContext context, String user) {
        context.setDefaultTimeout(60_000);
        var page = context.newPage();
        page.onPageError(errors::add);
        page.onResponse(answer -> {
            if (answer.status() == 401) {
                errors.add("asked before anybody was logged in: " + answer.url());
            }
        });
        page.navigate("http://localhost:%d/camunda/app/tasklist/default/".formatted(port));
        LoginPage.logIn(page, user);
        page.waitForSelector(".start-process-action");
        return page;
    }

    private static BrowserContext context(Chromium chromium) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1440, 1000)
                        .setLocale("en"));
    }
}
