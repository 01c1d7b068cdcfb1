package org.recourse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.recourse.engine.gate.FormTextsTest;
import org.recourse.text.PseudoLanguage;
import org.springframework.http.HttpHeaders;

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
                page.evaluate("() => document.querySelectorAll('details').forEach(details => details.open = true)");
                look(page, step, "body");
            });
        }
        assertThat(found).isEmpty();
    }

    @Test
    void the_start_form() {
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
            for (String address :
                    List.of("#/escalations", "#/figures", "#/budget", "#/releases", "#/escalations/" + anyCase())) {
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
            APIResponse pdf = context.request()
                    .get(
                            demo.address(
                                    "/api/escalations/" + anyCase() + "/explanation?language=" + PseudoLanguage.TAG),
                            RequestOptions.create()
                                    .setHeader(
                                            "Authorization",
                                            "Basic " + HttpHeaders.encodeBasicAuth("auditor1", "demo", null)));
            assertThat(pdf).isOK();
            byte[] body = pdf.body();
            String text;
            try (var document = Loader.loadPDF(new ByteArrayInputStream(body).readAllBytes())) {
                text = new PDFTextStripper().getText(document);
            }
            assertThat(text).contains("«").hasSizeGreaterThan(500);
            List<String> bare = notSaid.in(List.of(text));
            assertThat(bare).isEmpty();
        }
    }

    /** Every link that the messages of the demonstration have for customers, and one that leads nowhere. */
    @Test
    void the_pages_of_customers() {
        Set<String> links = new TreeSet<>(List.of("/rate/nobodys-link", "/callback/nobodys-link"));
        try (BrowserContext context = context()) {
            Page page = context.newPage();
            page.navigate(demo.address("/demo/messages"));
            Pattern.compile("/(?:rate|callback)/[\\w-]+")
                    .matcher(page.content())
                    .results()
                    .forEach(link -> links.add(link.group()));
            assertThat(links).anyMatch(link -> link.startsWith("/callback/") && !link.endsWith("nobodys-link"));
            for (String link : links) {
                page.navigate(demo.address(link + "?lang=" + PseudoLanguage.TAG));
                assertThat(page.locator("body")).containsText("«");
                look(page, link.replaceAll("/[\\w-]+$", ""), "body");
            }
        }
        assertThat(found).isEmpty();
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
