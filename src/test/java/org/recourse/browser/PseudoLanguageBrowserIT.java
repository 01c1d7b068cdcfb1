package org.recourse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.CustomerEscalationIds.PROCESS;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_PROPOSE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESTATE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * person's word did not come from a bundle, and is named with the page on which it stands. What there is to be walked is read from the
 * sources: a form, dialog or page that the walk does not visit is named, too.
 */
@Tag("browser")
@Tag("R27")
class PseudoLanguageBrowserIT {

    private static final Path FOLDER = Path.of("target", "pseudo-language");

    @RegisterExtension
    private static final Chromium chromium = new Chromium();

    private static Demonstration demo;

    private static final byte[] QUESTION =
            "{\"to\": \"supervisor1\", \"question\": \"The port shows errors every evening\"}".getBytes(UTF_8);

    private final Walk walk = new Walk();

    @BeforeAll
    static void starts() throws Exception {
        PseudoLanguage.writeBelow(FOLDER, FormTextsTest::textsOf);
        UnfinishedCases.writeBelow(FOLDER, PseudoLanguage.TAG);
        demo = new Demonstration(FOLDER.toString());
    }

    @AfterAll
    static void ends() throws Exception {
        demo.close();
    }

    /** One open step of each form, as somebody sees it who sees all; and the form that opens a case. */
    @Test
    void every_form_and_what_stands_beside_it() {
        JsonNode asking = taskAt(USER_TASK_PROPOSE);
        demo.posts(
                asking.path("assignee").asText(),
                "/api/cases/" + caseAt(USER_TASK_PROPOSE) + "/questions",
                "application/json",
                QUESTION);
        Map<String, JsonNode> steps = new TreeMap<>();
        demo.gets("admin", "/engine-rest/task?maxResults=500")
                .forEach(task -> steps.putIfAbsent(
                        task.path("camundaFormRef").path("key").asText(), task));
        try (Tasklist tasklist =
                new Tasklist(chromium.browser(), demo.port(), "admin", PseudoLanguage.TAG, "nothing")) {
            Page page = tasklist.page();
            walk.look(page, "lists", "body");
            steps.forEach((form, task) -> {
                tasklist.open(task.path("id").asText());
                walk.look(page, form, "body");
            });
            page.navigate(demo.address("/camunda/app/tasklist/default/#/"));
            page.click(".start-process-action a");
            page.locator(".modal-content .processes a")
                    .getByText("Customer escalation")
                    .click();
            assertThat(page.locator(".modal-content .fjs-form")).isVisible();
            walk.look(page, "open-case", ".modal-content .fjs-form");
        }
        walk.foundNothingIn(WhatThereIs.forms());
    }

    /** Everything in Tasklist's bar, the case's file with what can be done there, and the exits of a call. */
    @Test
    void every_dialog_of_tasklist_and_what_people_do_beside_the_steps() {
        try (Tasklist tasklist =
                new Tasklist(chromium.browser(), demo.port(), "supervisor1", PseudoLanguage.TAG, "nothing")) {
            Page page = tasklist.page();
            Locator bar = page.locator(".recourse-bell, a[role=button][href='']");
            assertThat(bar).hasCount(WhatThereIs.dialogs("tasklist").size());
            for (Locator opens : bar.all()) {
                opens.click();
                walk.look(page, dialogOn(page), ".recourse-dialog");
                page.evaluate("() => document.querySelectorAll('dialog').forEach(dialog => dialog.close())");
            }
            tasklist.open(taskAt(USER_TASK_REVIEW_HANDOVER).path("id").asText());
            page.locator(".nav-tabs a").nth(1).click();
            assertThat(page.locator(".recourse-case-file h2")).isVisible();
            assertThat(page.locator(".recourse-case-file .recourse-actions")).isVisible();
            walk.look(page, "case file", ".recourse-case-file");
        }
        JsonNode call = taskAt(USER_TASK_RESTATE);
        try (Tasklist tasklist = new Tasklist(
                chromium.browser(), demo.port(), call.path("assignee").asText(), PseudoLanguage.TAG, "nothing")) {
            Page page = tasklist.page();
            tasklist.open(call.path("id").asText());
            for (Locator exit :
                    page.locator("#recourse-exits button[data-exit]").all()) {
                exit.click();
                assertThat(exit).hasAttribute("aria-pressed", "true");
                walk.look(page, "exit " + exit.getAttribute("data-exit"), "body");
            }
            page.locator("#recourse-exits button[data-exit=call-back]").click();
            assertThat(page.locator(".flatpickr-calendar.open .flatpickr-weekday")
                            .first())
                    .hasText("Mon"); // form-js' own begins on Sunday, whatever the language
            for (String key : List.of("Alt+6", "Alt+7")) {
                page.keyboard().press(key);
                assertThat(page.locator("#recourse-said .recourse-sentence.urgent"))
                        .not()
                        .hasCount(0);
                walk.look(page, key, "#recourse-said");
            }
        }
        walk.foundNothingIn(WhatThereIs.dialogs("tasklist"));
    }

    @Test
    void every_page_and_dialog_of_ours_in_cockpit() throws IOException {
        String told = caseOfTheLanguage();
        try (BrowserContext context = context()) {
            Page page = cockpit(context, "manager1");
            for (String path : WhatThereIs.pagesInCockpit()) {
                page.navigate(cockpit("#" + path.replace(":caseNumber", told)));
                assertThat(page.locator("main.recourse")).isVisible();
                page.waitForLoadState(LoadState.NETWORKIDLE);
                walk.look(page, path, "body");
            }
            page.navigate(cockpit("#/budget"));
            page.locator("main.recourse tbody button.btn-link").first().click();
            walk.look(page, dialogOn(page), ".recourse-dialog");
        }
        releases();
        walk.foundNothingIn(WhatThereIs.pagesInCockpit());
        walk.foundNothingIn(WhatThereIs.dialogs("cockpit"));
    }

    /** A draft of one owner before another: published, rejected, and what it replaced brought back. */
    private void releases() throws IOException {
        try (BrowserContext context = context()) {
            draft(context);
            Page page = cockpit(context, "owner2");
            for (int button = 0; button < 2; button++) {
                inRelease(page, 0, button);
            }
            page.locator(".recourse-dialog textarea").fill("x");
            page.locator(".recourse-dialog button[type=submit]").click();
            assertThat(page.locator(".recourse-dialog")).hasCount(0);
            inRelease(page, 0, 0);
        }
    }

    private void inRelease(Page page, int release, int button) {
        page.navigate(cockpit("#/releases"));
        page.reload();
        page.locator("main.recourse th button").nth(release).click();
        Locator tools = page.locator("main.recourse .tools button");
        assertThat(tools.first()).isVisible();
        walk.look(page, "release", "main.recourse");
        tools.nth(button).click();
        walk.look(page, dialogOn(page), ".recourse-dialog");
    }

    private static void draft(BrowserContext context) throws IOException {
        String form =
                Files.readString(Path.of("forms/wrap-up.form")).replaceFirst("\"label\": \"", "\"label\": \"Now: ");
        APIResponse sent = context.request()
                .post(
                        demo.address("/engine-rest/deployment/create"),
                        RequestOptions.create()
                                .setHeader("Authorization", basic("owner1"))
                                .setMultipart(FormData.create()
                                        .set("deployment-name", PROCESS)
                                        .set(
                                                "file",
                                                new FilePayload(
                                                        "wrap-up.form", "application/json", form.getBytes(UTF_8)))));
        assertThat(sent).isOK();
    }

    @Test
    void a_case_as_a_document() throws Exception {
        try (BrowserContext context = context()) {
            APIResponse pdf = context.request()
                    .get(
                            demo.address("/api/escalations/" + caseOfTheLanguage() + "/explanation?language="
                                    + PseudoLanguage.TAG),
                            RequestOptions.create().setHeader("Authorization", basic("auditor1")));
            assertThat(pdf).isOK();
            String text;
            try (var document = Loader.loadPDF(pdf.body())) {
                text = new PDFTextStripper().getText(document);
            }
            assertThat(text).contains("«").hasSizeGreaterThan(500);
            walk.read("document", List.of(text));
        }
        walk.foundNothingIn(Set.of("document"));
    }

    /** To a customer who speaks it. */
    @Test
    void letters() {
        List<String> letters =
                demo
                        .gets("auditor1", "/api/escalations/" + caseOfTheLanguage() + "/timeline")
                        .findParents("kind")
                        .stream()
                        .filter(entry -> entry.path("kind").asText().equals("message"))
                        .map(entry -> entry.path("what").asText())
                        .toList();

        assertThat(letters).isNotEmpty().allMatch(letter -> letter.contains("«"));
        letters.forEach(letter -> walk.read("letter", List.of(letter)));
        walk.foundNothingIn(Set.of("letter"));
    }

    /** Every link that the messages of the demonstration have for customers, and one that leads nowhere. */
    @Test
    void every_page_of_customers() {
        Set<String> links = new TreeSet<>(List.of("/note/rate/nobodys-link", "/note/callback/nobodys-link"));
        try (BrowserContext context = context()) {
            Page page = context.newPage();
            page.navigate(demo.address("/demo/messages"));
            Pattern.compile("/(?:rate|callback)/[\\w-]+")
                    .matcher(page.content())
                    .results()
                    .forEach(link -> links.add(link.group()));
            for (String link : links) {
                page.navigate(demo.address(link.replace("/note", "") + "?lang=" + PseudoLanguage.TAG));
                walk.look(page, link.replaceAll("^/(\\w+)/.*", "$1"), "body");
            }
        }
        walk.foundNothingIn(WhatThereIs.pagesOfCustomers());
    }

    private static String caseOfTheLanguage() {
        return demo.gets("auditor1", "/api/escalations?customer=" + UnfinishedCases.CUSTOMER_OF_THE_LANGUAGE)
                .findPath("caseNumber")
                .asText();
    }

    private static JsonNode taskAt(String step) {
        return demo.gets("admin", "/engine-rest/task?taskDefinitionKey=" + step).path(0);
    }

    private static String caseAt(String step) {
        String instance = taskAt(step).path("processInstanceId").asText();
        return demo.gets("admin", "/engine-rest/process-instance/" + instance)
                .path("businessKey")
                .asText();
    }

    private static String dialogOn(Page page) {
        Locator dialog = page.locator("dialog[open]");
        assertThat(dialog).hasCount(1);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return dialog.getAttribute("id");
    }

    private static Page cockpit(BrowserContext context, String user) {
        Page page = context.newPage();
        page.navigate(cockpit(""));
        LoginPage.logIn(page, user);
        assertThat(page.locator("input[ng-model='username']")).hasCount(0);
        return page;
    }

    private static String cockpit(String place) {
        return demo.address("/camunda/app/cockpit/default/" + place);
    }

    private static String basic(String user) {
        return "Basic " + HttpHeaders.encodeBasicAuth(user, "demo", null);
    }

    private static BrowserContext context() {
        return chromium.browser().newContext(new Browser.NewContextOptions().setLocale(PseudoLanguage.TAG));
    }
}
