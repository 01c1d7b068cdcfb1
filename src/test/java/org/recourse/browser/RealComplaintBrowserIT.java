package org.recourse.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.CallbackIds.USER_TASK_CALL_BACK;
import static org.recourse.model.CompensationApprovalIds.USER_TASK_APPROVE_COMPENSATION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER;
import static org.recourse.model.PromiseIds.USER_TASK_KEEP_PROMISE;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.util.FileSystemUtils;

/**
 * A stranger's first day: the demonstration starts with thirteen cases, and a real complaint goes from the import to the
 * customer's rating, worked by four people in four browsers. The pictures of docs/tour.md are taken on the way
 * (target/tour).
 */
@Tag("browser")
@TestMethodOrder(MethodName.class)
class RealComplaintBrowserIT {

    private static final String COMPLAINT = "7262911";
    private static final String CUSTOMER = "C-I" + COMPLAINT;

    @RegisterExtension
    private static final Chromium chromium = new Chromium();

    private static Demonstration demo;

    @BeforeAll
    static void start() throws Exception {
        FileSystemUtils.deleteRecursively(Path.of("target/tour"));
        demo = new Demonstration();
    }

    @AfterAll
    static void stop() throws Exception {
        if (demo != null) {
            demo.close();
        }
    }

    /** Healthy means complete: nothing is waited for here. */
    @Test
    @Tag("R27")
    void a_demonstration_that_is_healthy_has_thirteen_cases_in_every_state() {
        TreeMap<String, Integer> states = new TreeMap<>();
        for (JsonNode instance : demo.gets(
                "admin",
                "/engine-rest/history/process-instance?processDefinitionKey=CustomerEscalation&rootProcessInstances=true")) {
            String number = instance.get("businessKey").asText();
            String state =
                    demo.gets("manager1", "/api/cases/" + number).get("state").asText();
            List<String> steps = demo.tasks(number).stream()
                    .map(task -> task.get("taskDefinitionKey").asText().replace("UserTask_", ""))
                    // a supervisor is asked beside the case while its step is overdue
                    .filter(step -> !step.equals("ReassignCase"))
                    .sorted()
                    .toList();
            states.merge((state + " " + String.join("+", steps)).strip(), 1, Integer::sum);
        }

        assertThat(states)
                .as("waiting for a callback: open without a step; for the check-in: settled without one")
                .isEqualTo(Map.of(
                        "open Listen", 1,
                        "open Propose", 2,
                        "open", 2,
                        "open ReviewHandover", 1,
                        "open ApproveCompensation", 1,
                        "open DecideFinalPosition", 1,
                        "settled KeepPromise+KeepPromise", 1,
                        "settled", 1,
                        "withdrawn", 1,
                        "closed", 2));
    }

    @Test
    @Tag("R10")
    @Tag("R17")
    @Tag("R19")
    @Tag("R21")
    @Tag("R22")
    @Tag("R32")
    void a_real_complaint_goes_from_the_import_to_the_customers_rating() throws Exception {
        String caseNumber = imported();
        handsItOver(caseNumber);
        asksForACeiling(caseNumber);
        approvesLess(caseNumber);
        callsAndSettles(caseNumber);
        rates(caseNumber);

        JsonNode file = demo.gets("auditor1", "/api/cases/" + caseNumber);
        assertThat(file.get("state").asText()).isEqualTo("closed");
        assertThat(demo.tasks(caseNumber)).isEmpty();
        isAudited(caseNumber);
    }

    @Test
    void every_picture_of_the_tour_was_taken_on_the_way() throws IOException {
        String tour = Files.readString(Path.of("docs/tour.md"));
        Set<String> shown = Pattern.compile("\\(tour/([\\w-]+\\.png)\\)")
                .matcher(tour)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        try (Stream<Path> taken = Files.list(Path.of("target/tour"))) {
            assertThat(taken.map(picture -> picture.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(shown);
        }
        assertThat(shown)
                .allSatisfy(picture -> assertThat(Path.of("docs/tour", picture)).exists());
    }

    /** A supervisor sends the complaint, as the public database has it, and who wrote it. */
    private static String imported() throws IOException {
        JsonNode opened = demo.posts("supervisor1", "/api/imports", "text/csv", complaint());
        assertThat(opened.get("opened").asInt()).isEqualTo(1);
        demo.posts("supervisor1", "/api/customers/import", "text/csv", """
                number,name,phones,emails,language
                %s,Grace Whitfield,0171 3921911,grace.whitfield@example.com,en
                """.formatted(CUSTOMER)
                .getBytes(StandardCharsets.UTF_8));
        return demo
                .gets("admin", "/engine-rest/task?taskDefinitionKey=UserTask_Listen&sortBy=created&sortOrder=desc")
                .findParents("processInstanceId")
                .stream()
                .map(task -> demo.gets(
                                "admin",
                                "/engine-rest/process-instance/"
                                        + task.get("processInstanceId").asText())
                        .get("businessKey")
                        .asText())
                .findFirst()
                .orElseThrow();
    }

    private static byte[] complaint() throws IOException {
        String file = new String(
                Objects.requireNonNull(RealComplaintBrowserIT.class.getResourceAsStream("/complaints/complaints.csv"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        List<CSVRecord> rows = CSVFormat.RFC4180.parse(new StringReader(file)).getRecords();
        StringWriter one = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(one, CSVFormat.RFC4180)) {
            printer.printRecord(rows.get(0));
            for (CSVRecord row : rows) {
                if (row.get(row.size() - 1).equals(COMPLAINT)) {
                    printer.printRecord(row);
                }
            }
        }
        return one.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void handsItOver(String caseNumber) {
        try (Tasklist agent = new Tasklist(chromium.browser(), demo.port(), "agent1")) {
            agent.isOffered("Managing an account");
            agent.pictureForTour("01-tasklist");
            agent.open(task(caseNumber, USER_TASK_LISTEN));
            agent.claim();
            agent.sees("high yield");
            agent.tick("Mood of what they wrote", "4 angry");
            agent.pictureForTour("02-listen");
            agent.write("What they want to happen next", "The interest that a high-yield account should have earned.");
            agent.tick("How does it go on?", "Hand over now");
            agent.tick("Why is it handed over?", "I may not decide this");
            agent.complete();
            agent.arrivesAt("Prepare handover");
            agent.write("Facts", "Account opened in 2005 with 2,000; about 80 of interest in 18 years.");
            agent.write("Your view", "The rate was cut in 2009 and nobody told her.");
            agent.pictureForTour("03-prepare-handover");
            agent.complete();
            assertThat(agent.errors()).isEmpty();
        }
    }

    private static void asksForACeiling(String caseNumber) {
        try (Tasklist supervisor = new Tasklist(chromium.browser(), demo.port(), "supervisor1")) {
            supervisor.open(task(caseNumber, USER_TASK_REVIEW_HANDOVER));
            supervisor.sees("The rate was cut in 2009 and nobody told her.");
            supervisor.claim();
            supervisor.tick("What do you do?", "Call the customer back myself");
            supervisor.write("Problem goal", "The lost interest is made good this week.");
            supervisor.write("People goal", "She believes that somebody has read her letter; mood 2 at the end.");
            supervisor.select("Ceiling: kind", "Refund");
            supervisor.write("Up to", "620");
            supervisor.pictureForTour("04-review-handover");
            supervisor.complete();
            assertThat(supervisor.errors()).isEmpty();
        }
    }

    private static void approvesLess(String caseNumber) {
        try (Tasklist manager = new Tasklist(chromium.browser(), demo.port(), "manager1")) {
            manager.open(task(caseNumber, USER_TASK_APPROVE_COMPENSATION));
            manager.claim();
            manager.tick("Your decision", "Approve less");
            manager.write("Approved amount", "560");
            manager.write("Reason", "As in the other cases of this account.");
            manager.pictureForTour("05-approve-compensation");
            manager.complete();
            assertThat(manager.errors()).isEmpty();
        }
    }

    private static void callsAndSettles(String caseNumber) {
        passTime(caseNumber, "PT30M", 300, USER_TASK_CALL_BACK);
        try (Tasklist supervisor = new Tasklist(chromium.browser(), demo.port(), "supervisor1")) {
            supervisor.open(task(caseNumber, USER_TASK_CALL_BACK));
            supervisor.tick("How did the call go?", "Reached: the conversation goes on in the next step");
            supervisor.complete();
            supervisor.arrivesAt("Resolve escalation");
            supervisor.sees("560");
            supervisor.tick("Mood at the start of this call", "3 annoyed");
            supervisor.write("Repeat it back", "The account was sold as high yield and earned 80 in 18 years.");
            supervisor.tick("Is it right?", "Yes");
            supervisor.write("Solution you offer", "We pay 540 and move the account to the current rate.");
            supervisor.select("Money: kind", "Refund");
            supervisor.write("Amount", "540");
            supervisor.tick("What does the customer say?", "Yes, agreed");
            supervisor.tick("Problem goal met?", "Yes");
            supervisor.tick("People goal met?", "Yes");
            supervisor.tick("Asked again what we knew?", "No");
            supervisor.select("Root cause", "Poor information sharing");
            supervisor.pictureForTour("06-resolve-escalation");
            supervisor.complete();
            assertThat(supervisor.errors()).isEmpty();
        }
    }

    private static void rates(String caseNumber) {
        readsTheMailbox(caseNumber);
        keepsThePromises(caseNumber);
        String link = null;
        for (int days = 0; days < 30 && link == null; days++) {
            demo.timePasses("P1D");
            link = linkOf(caseNumber, "check-in");
        }
        assertThat(link).isNotNull();
        try (BrowserContext telephone = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(390, 844)
                        .setIsMobile(true)
                        .setHasTouch(true))) {
            Page page = telephone.newPage();
            page.navigate(Objects.requireNonNull(link));
            page.getByLabel("Yes, it is settled").tap();
            page.getByLabel("5, very satisfied").tap();
            page.locator("textarea").fill("Somebody read it. Thank you.");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/tour/08-rate.png")));
            page.waitForNavigation(() -> page.getByText("Send").tap());
            assertThat(page.locator("h1").textContent()).isEqualTo("Thank you");
        }
    }

    private static void keepsThePromises(String caseNumber) {
        try (Tasklist supervisor = new Tasklist(chromium.browser(), demo.port(), "supervisor1")) {
            for (String comment : List.of("Moved to the current rate.", "Paid.")) {
                supervisor.openAfresh(task(caseNumber, USER_TASK_KEEP_PROMISE));
                if (supervisor.page().getByLabel("Reference of the payment").isVisible()) {
                    supervisor.write("Reference of the payment", "BANK-2026-4711");
                }
                supervisor.write("Comment", comment);
                supervisor.complete();
            }
            assertThat(supervisor.errors()).isEmpty();
        }
        for (JsonNode promise :
                demo.gets("supervisor1", "/api/cases/" + caseNumber).get("promises")) {
            assertThat(promise.get("state").asText())
                    .as("%s", promise)
                    .isEqualTo(isTheFollowUp(promise) ? "open" : "kept");
        }
        assertThat(demo.gets("supervisor1", "/api/cases/" + caseNumber)
                        .get("grants")
                        .toString())
                .contains("BANK-2026-4711");
    }

    /** It is kept by the check-in, some days later. */
    private static boolean isTheFollowUp(JsonNode promise) {
        return promise.get("kind").asText().replace('-', '_').equalsIgnoreCase("FOLLOW_UP");
    }

    /** The demonstration's own page, worked with the mouse: what the customer was sent, and days that pass. */
    private static void readsTheMailbox(String caseNumber) {
        try (BrowserContext anybody =
                chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(1280, 860))) {
            Page page = anybody.newPage();
            page.navigate(demo.address("/demo"));
            page.getByLabel("Messages of one case").fill(caseNumber);
            page.waitForNavigation(() -> page.getByText("Show").click());
            assertThat(page.locator("details").first().textContent()).contains("540.00", "Grace Whitfield");
            assertThat(Accessibility.findings(page)).isEmpty();
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/tour/07-demo.png")));
            String before = page.locator("#now").textContent();
            page.waitForNavigation(() -> page.getByText("1 day", new Page.GetByTextOptions().setExact(true))
                    .click());
            assertThat(page.locator("#now").textContent()).isNotEqualTo(before);
            assertThat(page.locator("#said").textContent()).isEqualTo("Everything that was due is done.");
            page.getByLabel("Or this long").fill("tomorrow");
            page.getByText("Move", new Page.GetByTextOptions().setExact(true)).click();
            PlaywrightAssertions.assertThat(page.locator("#said")).containsText("like P3D or PT2H");
        }
    }

    /** In Cockpit the auditor reads what happened and why. */
    private static void isAudited(String caseNumber) {
        try (BrowserContext auditor =
                chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(1280, 860))) {
            Page page = auditor.newPage();
            page.navigate(demo.address("/camunda/app/cockpit/default/#/escalations/" + caseNumber));
            LoginPage.logIn(page, "auditor1");
            PlaywrightAssertions.assertThat(page.locator("body")).containsText("Managing an account");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/tour/09-cockpit.png")));
        }
    }

    private static String linkOf(String caseNumber, String kind) {
        for (JsonNode message : demo.gets("auditor1", "/demo/messages?caseNumber=" + caseNumber)) {
            if (message.get("kind").asText().equals(kind)) {
                return message.get("links").get(0).asText();
            }
        }
        return null;
    }

    private static void passTime(String caseNumber, String by, int most, String step) {
        for (int times = 0; times < most && task(caseNumber, step) == null; times++) {
            demo.timePasses(by);
        }
    }

    private static String task(String caseNumber, String step) {
        return demo.tasks(caseNumber).stream()
                .filter(task -> task.get("taskDefinitionKey").asText().equals(step))
                .map(task -> task.get("id").asText())
                .findFirst()
                .orElse(null);
    }
}
