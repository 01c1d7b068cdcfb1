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
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.RecourseApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;

/** In Tasklist, with the keyboard: a colleague's case is found and taken over, gets a file, and a supervisor closes and reopens it. */
@RecourseApplicationTest
@NullUnmarked
@Tag("browser")
@Tag("R26")
class CaseActionsBrowserIT {

    @LocalServerPort
    int port;

    @Autowired
    TestRestTemplate http;

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

    private static void finds(Page page, String said) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Find case"))
                .focus();
        page.keyboard().press("Enter");
        page.keyboard().type(said);
        page.keyboard().press("Enter");
        var found = page.locator("#recourse-find li button").first();
        found.focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#recourse-drawer h2")).containsText("Router broken");
    }

    /** The button unfolds, the cursor is in its first field. */
    private static void does(Page page, String action, String reason) {
        page.locator(".recourse-actions summary", new Page.LocatorOptions().setHasText(action))
                .focus();
        page.keyboard().press("Enter");
        var form = page.locator(".recourse-actions details[open] form");
        assertThat(form.locator("select, input, textarea").first()).isFocused();
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
