package org.recourse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tasklist as a person sees it, who works one form after the other. */
class Tasklist implements AutoCloseable {

    private static final double PATIENCE = 60_000;
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 1000;

    private final String root;
    private final BrowserContext context;
    private final Page page;
    private final List<String> errors = new ArrayList<>();

    Tasklist(Browser browser, int port, String user) {
        this(browser, port, user, "en", "nothing");
    }

    /** @param without what the browser does not get, as a pattern of addresses */
    Tasklist(Browser browser, int port, String user, String locale, String without) {
        this.root = "http://localhost:" + port;
        this.context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(WIDTH, HEIGHT).setLocale(locale));
        context.setDefaultTimeout(PATIENCE);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        this.page = context.newPage();
        page.onPageError(errors::add);
        page.route(without, Route::abort);
        page.navigate(root + "/camunda/app/tasklist/default/");
        logIn(user);
    }

    void logIn(String user) {
        LoginPage.logIn(page, user);
        page.waitForSelector(".start-process-action");
    }

    Page page() {
        return page;
    }

    Hands hands() {
        return new Hands(page);
    }

    /** Chooses a process in the dialog "Start process" and waits for its form. */
    void choose(String process) {
        page.click(".start-process-action a");
        page.locator(".modal-content .processes").getByText(process, exactly()).click();
        assertThat(form()).isVisible();
    }

    void start() {
        page.locator(".modal-content button", new Page.LocatorOptions().setHasText("Start"))
                .last()
                .click();
        assertThat(page.locator(".modal-content")).hasCount(0);
    }

    /** The next step of the case opens by itself. */
    void arrivesAt(String step) {
        assertThat(page.locator(".task-details h2, .task-card h2").first()).hasText(step);
        assertThat(form()).isVisible();
    }

    void open(String taskId) {
        page.navigate(root + "/camunda/app/tasklist/default/#/?task=" + taskId);
        assertThat(form()).isVisible();
    }

    /** The same after another step, of which nothing is left then: its form has fields of the same names. */
    void openAfresh(String taskId) {
        open(taskId);
        page.reload();
        assertThat(form()).isVisible();
    }

    /** Takes a step that is offered to a group: until then its form is locked. */
    void claim() {
        page.locator(".claim").first().click();
        assertThat(form().locator("textarea").first()).isEnabled();
    }

    /** And leaves the field, at which the form takes it over; while it is in the field the form waits for more. */
    void write(String label, String text) {
        field(label).fill(text);
        field(label).blur();
    }

    void tick(String question, String answer) {
        page.locator(".fjs-form-field", new Page.LocatorOptions().setHasText(question))
                .last()
                .getByText(answer, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    /** Selects an entry of a drop-down list. */
    void select(String label, String entry) {
        Locator field = page.locator(".fjs-form-field-select", new Page.LocatorOptions().setHasText(label))
                .first();
        Locator entries = field.locator(".fjs-dropdownlist");
        if (!entries.isVisible()) { // the first field of a form has the focus and is open already
            field.locator(".fjs-input-group").click();
        }
        entries.getByText(entry).click();
    }

    void sees(String text) {
        assertThat(form()).containsText(text);
    }

    /** Presses "Complete" and waits until the engine took the form. */
    void complete() {
        Response answer =
                page.waitForResponse(response -> response.url().endsWith("/submit-form"), this::pressComplete);
        if (answer.status() >= 300) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
    }

    private void pressComplete() {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Complete").setExact(true))
                .click();
    }

    /** The whole form, as long as it is, under {@code target/screenshots}. */
    void photograph(String name) {
        page.setViewportSize(WIDTH, 2600);
        photographScreen(name);
        page.setViewportSize(WIDTH, HEIGHT);
    }

    /** What is on the screen. */
    void photographScreen(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }

    /** The list of the chosen filter shows a case. */
    void isOffered(String title) {
        assertThat(page.locator(".tasks-list").getByText(title).first()).isVisible();
    }

    /** A picture of docs/tour.md, from the top of the form, under {@code target/tour}. */
    void pictureForTour(String name) {
        page.setViewportSize(1280, 860);
        page.evaluate("document.querySelectorAll('.fjs-form').forEach("
                + "form => { for (let e = form; e; e = e.parentElement) e.scrollTop = 0; })");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/tour", name + ".png")));
        page.setViewportSize(WIDTH, HEIGHT);
    }

    List<String> errors() {
        return errors;
    }

    private Locator field(String label) {
        return form().getByLabel(label, new Locator.GetByLabelOptions().setExact(false))
                .first();
    }

    private Locator form() {
        return page.locator(".fjs-form").first();
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    @Override
    public void close() {
        context.close();
    }
}
