package org.recourse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.recourse.PostgresApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.util.FileSystemUtils;

/**
 * docs/walkthrough/a-call.md, done as it is written there: three real complaints, on the keyboard. Its pictures are taken on
 * the way (target/walkthrough) with {@code mvn -Pfaults verify -Dit.test=WalkthroughBrowserIT}, and copied when they changed.
 */
@PostgresApplicationTest
@Tag("faults")
class WalkthroughBrowserIT {

    private static final Path PICTURES = Path.of("target", "walkthrough");
    private static final Path TEXT = Path.of("docs", "walkthrough", "a-call.md");

    private static final String LATE_FEE = "7283048";
    private static final String ACCOUNT_ON_HOLD = "7278037";
    private static final String CLOSED_CLAIM = "7277566";

    @RegisterExtension
    private static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TestRestTemplate http;

    private int taken;

    @BeforeAll
    static void forget_the_last_pictures() throws Exception {
        FileSystemUtils.deleteRecursively(PICTURES);
    }

    @Test
    @Tag("R27")
    void what_the_walkthrough_says_works_as_it_is_written() throws Exception {
        try (Tasklist agent = new Tasklist(chromium.browser(), port, "agent1");
                Tasklist supervisor = new Tasklist(chromium.browser(), port, "supervisor1")) {
            settledInOneCall(agent.page(), agent.hands());
            handedOver(agent.page(), agent.hands(), supervisor);
        }
        try (Tasklist colleague = new Tasklist(chromium.browser(), port, "agent2")) {
            anotherAngle(colleague.page(), colleague.hands());
        }
        everyPictureOfTheTextWasTaken();
    }

    private void settledInOneCall(Page page, Hands hands) {
        hands.press("Alt+n");
        assertThat(page.locator(".modal-content .fjs-form input").first()).isFocused();
        hands.type("C-10017");
        hands.press("Tab", "Tab");
        hands.type("Late fee although the payment was processing");
        picture(page, "new-case");
        hands.press("Alt+Enter");
        hands.areAt("Listen");
        hands.type(complaint(LATE_FEE));
        hands.press("Tab");
        hands.type("credit card");
        hands.press("Tab", "3");
        picture(page, "listen");
        hands.press("Alt+Enter");
        hands.areAt("Restate");
        picture(page, "restate");
        hands.press("Tab", "1", "Alt+Enter");
        hands.areAt("Propose");
        hands.type("We take the late fee and the interest off by Friday and confirm it in writing.");
        hands.press("Tab");
        listIsOpen(page);
        hands.press("Enter", "Tab");
        hands.type("29.00");
        picture(page, "propose");
        hands.press("Alt+Enter");
        hands.areAt("Check agreement");
        picture(page, "check");
        hands.press("1", "Alt+Enter");
        hands.areAt("Wrap up");
        listIsOpen(page);
        hands.press("ArrowDown", "ArrowDown", "ArrowDown", "Enter", "Tab", "2");
        picture(page, "wrap-up");
        page.waitForResponse(
                answer -> answer.url().endsWith("/submit-form") && answer.ok(), () -> hands.press("Alt+Enter"));
    }

    private void handedOver(Page page, Hands hands, Tasklist supervisor) {
        opens(page, hands, "C-10088", "Account on hold, clients lost");
        hands.type(complaint(ACCOUNT_ON_HOLD));
        hands.press("Tab");
        hands.type("checking account");
        hands.press("Tab", "5", "Alt+2");
        assertThat(page.locator("[id*='Field_HandOverTrigger-0']")).isFocused();
        hands.press("1");
        assertThat(page.locator("#recourse-said")).containsText("I will gladly get my supervisor");
        picture(page, "hand-over");
        hands.press("Alt+Enter");
        hands.areAt("Prepare handover");
        hands.press("Tab");
        hands.type("Hard hold on both accounts; the third time this year.");
        hands.press("Tab");
        hands.type("Cannot pay suppliers; lost clients.");
        picture(page, "prepare-handover");

        Page second = supervisor.page();
        assertThat(second.locator(".recourse-sentence.urgent")).containsText("Account on hold");
        picture(second, "noticed");
        second.locator(".recourse-sentence.urgent").getByText("Open").click();
        tab(second, "Case file");
        assertThat(second.locator(".recourse-quality")).isVisible();
        picture(second, "case-file");
        second.getByText("Send it back as a question").click();
        assertThat(page.locator("#recourse-said")).containsText("asks you about");
        picture(page, "asked-back");
        hands.press("Alt+Enter");

        tab(second, "Form");
        supervisor.claim();
        supervisor.tick("What do you do?", "Take over now");
        supervisor.write("Problem goal", "The hold is lifted by Friday noon, in writing.");
        supervisor.write("People goal", "Believes that one person owns it; mood 3 or better at the end.");
        picture(second, "take-over");
        second.keyboard().press("Alt+Enter");
        supervisor.arrivesAt("Resolve escalation");
        supervisor.tick("Mood at the start of this call", "4 angry");
        supervisor.write("Repeat it back", "Both accounts were held for the third time, and it cost you clients.");
        supervisor.tick("Is it right?", "Yes");
        top(second);
        picture(second, "resolve");
        supervisor.write(
                "Solution you offer", "The hold is lifted by Friday 12:00, and I write to you when it is done.");
        supervisor.tick("What does the customer say?", "Yes, agreed");
        supervisor.tick("Problem goal met?", "Yes");
        supervisor.tick("People goal met?", "Yes");
        supervisor.tick("Asked again what we knew?", "No");
        second.locator("[id*='Field_ProblemGoalMet']").first().scrollIntoViewIfNeeded();
        picture(second, "goals");
        second.keyboard().press("Alt+Enter");
    }

    private void anotherAngle(Page page, Hands hands) {
        opens(page, hands, "C-10123", "A claim was closed");
        hands.type(complaint(CLOSED_CLAIM));
        hands.press("Tab");
        hands.type("debit card");
        hands.press("Tab", "4", "Alt+Enter");
        hands.areAt("Restate");
        hands.press("Tab", "1", "Alt+Enter");
        hands.areAt("Propose");
        hands.type("We open the claim again and answer within ten business days.");
        hands.press("Alt+Enter");
        hands.areAt("Check agreement");
        hands.press("3", "Tab");
        hands.type("Ten days are too long, the money is missing now.");
        hands.press("Alt+Enter");
        hands.areAt("Propose");
        picture(page, "second-angle");
        hands.type("We open the claim again today, and I call you on Friday with what was found.");
        hands.press("Alt+Enter");
        hands.areAt("Check agreement");
        picture(page, "used-up");
        hands.press("1", "Alt+Enter");
        hands.areAt("Wrap up");
    }

    private void opens(Page page, Hands hands, String customer, String title) {
        page.keyboard().press("Alt+n");
        assertThat(page.locator(".modal-content .fjs-form input").first()).isFocused();
        hands.type(customer);
        hands.press("Tab", "Tab");
        hands.type(title);
        page.waitForResponse(
                answer -> answer.url().contains("/process-definition/")
                        && answer.url().endsWith("/submit-form")
                        && answer.ok(),
                () -> hands.press("Alt+Enter"));
        hands.areAt("Listen");
    }

    private static void listIsOpen(Page page) {
        assertThat(page.locator(".fjs-dropdownlist")).isVisible();
    }

    private static void tab(Page page, String label) {
        page.getByText(label, new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
    }

    private static void top(Page page) {
        page.evaluate("document.querySelectorAll('.fjs-form').forEach("
                + "form => { for (let e = form; e; e = e.parentElement) e.scrollTop = 0; })");
    }

    private void picture(Page page, String name) {
        taken++;
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("%02d-%s.png".formatted(taken, name))));
    }

    private static void everyPictureOfTheTextWasTaken() throws Exception {
        Set<String> shown = Pattern.compile("\\((\\d\\d-[\\w-]+\\.png)\\)")
                .matcher(Files.readString(TEXT))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        try (Stream<Path> pictures = Files.list(PICTURES)) {
            assertThat(pictures.map(picture -> picture.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(shown);
        }
    }

    /** The words of a customer as the public database has them. */
    private static String complaint(String id) {
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(WalkthroughBrowserIT.class.getResourceAsStream("/complaints/complaints.csv")),
                StandardCharsets.UTF_8)) {
            return CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(file).stream()
                    .filter(row -> row.get("Complaint ID").equals(id))
                    .map((CSVRecord row) -> row.get("Consumer complaint narrative"))
                    .findFirst()
                    .orElseThrow();
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
