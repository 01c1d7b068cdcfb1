package org.recourse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.recourse.engine.gate.FormTextsTest;
import org.recourse.text.PseudoLanguage;

/**
 * Recourse in a language of nobody, which is made by adding files: what is ours, is shown without brackets and is not a
 * person's word did not come from a bundle, and is named with the page on which it stands.
 */
@Tag("browser")
@Tag("R27")
class PseudoLanguageBrowserIT {

    private static final Path FOLDER = Path.of("target", "pseudo-language");

    @RegisterExtension
    private static final Chromium chromium = new Chromium();

    private static Demonstration demo;

    private final NotSaid notSaid = new NotSaid();
    private final Map<String, List<String>> found = new TreeMap<>();

    @BeforeAll
    static void starts() throws Exception {
        demo = new Demonstration(
                PseudoLanguage.writeBelow(FOLDER, FormTextsTest::textsOf).toString());
    }

    @AfterAll
    static void ends() throws Exception {
        demo.close();
    }

    /** One open step of each form, as somebody sees it who sees all. */
    @Test
    void every_form_and_what_stands_beside_it() {
        Map<String, JsonNode> steps = new LinkedHashMap<>();
        demo.gets("admin", "/engine-rest/task?maxResults=500")
                .forEach(
                        task -> steps.putIfAbsent(task.path("taskDefinitionKey").asText(), task));
        assertThat(steps).isNotEmpty();
        try (Tasklist tasklist =
                new Tasklist(chromium.browser(), demo.port(), "admin", PseudoLanguage.TAG, "nothing")) {
            Page page = tasklist.page();
            look(page, "lists", "body");
            steps.forEach((step, task) -> {
                tasklist.open(task.path("id").asText());
                look(page, step, "body");
            });
        }
        assertThat(found).isEmpty();
    }

    @Test
    void the_start_form_and_the_dialogs_of_tasklist() {
        try (Tasklist tasklist =
                new Tasklist(chromium.browser(), demo.port(), "supervisor1", PseudoLanguage.TAG, "nothing")) {
            Page page = tasklist.page();
            Locator plugins = page.locator(".navbar button[class*='recourse'], .navbar [data-recourse] button");
            for (int n = 0; n < plugins.count(); n++) {
                plugins.nth(n).click();
                look(page, "dialog " + n + " of Tasklist's bar", "body");
                page.keyboard().press("Escape");
            }
        }
        try (Tasklist tasklist =
                new Tasklist(chromium.browser(), demo.port(), "agent1", PseudoLanguage.TAG, "nothing")) {
            Page page = tasklist.page();
            page.click(".start-process-action a");
            page.locator(".modal-content .processes")
                    .getByText("Customer escalation")
                    .click();
            assertThat(page.locator(".modal-content .fjs-form")).isVisible();
            look(page, "open-case", ".modal-content .fjs-form");
        }
        assertThat(found).isEmpty();
    }

    @Test
    void our_pages_in_cockpit() {
        try (BrowserContext context = context()) {
            Page page = context.newPage();
            page.navigate(demo.address("/camunda/app/cockpit/default/"));
            LoginPage.logIn(page, "manager1");
            for (String address : List.of("#/escalations", "#/figures", "#/budget", "#/escalations/" + anyCase())) {
                page.navigate(demo.address("/camunda/app/cockpit/default/" + address));
                page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
                look(page, address.startsWith("#/escalations/") ? "#/escalations/{caseNumber}" : address, "body");
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void a_case_as_a_document() throws Exception {
        try (BrowserContext context = context()) {
            Page page = context.newPage();
            page.navigate(demo.address("/camunda/app/cockpit/default/"));
            LoginPage.logIn(page, "auditor1");
            Response pdf = null;
            byte[] body = context.request()
                    .get(demo.address("/api/escalations/" + anyCase() + "/explanation?language=" + PseudoLanguage.TAG))
                    .body();
            String text;
            try (var document = Loader.loadPDF(new ByteArrayInputStream(body).readAllBytes())) {
                text = new PDFTextStripper().getText(document);
            }
            List<String> bare = notSaid.in(List.of(text));
            assertThat(bare).isEmpty();
        }
    }

    private static String anyCase() {
        return demo.gets("auditor1", "/api/escalations").findPath("caseNumber").asText();
    }

    private static BrowserContext context() {
        return chromium.browser()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions().setLocale(PseudoLanguage.TAG));
    }

    @SuppressWarnings("unchecked")
    private void look(Page page, String where, String inside) {
        List<String> shown = (List<String>) page.evaluate(NotSaid.SHOWN, inside);
        List<String> bare = notSaid.in(shown);
        if (!bare.isEmpty()) {
            found.put(where, bare);
        }
    }
}
