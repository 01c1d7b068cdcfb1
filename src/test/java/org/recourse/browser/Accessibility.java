package org.recourse.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Looks at a page with axe: WCAG 2.1, levels A and AA, and axe's best practices. */
final class Accessibility {

    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

    private static final String RUN = """
            async () => {
              const found = await axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]});
              return found.violations.flatMap(rule => rule.nodes.map(node => rule.id + ": " + rule.help + " at " + node.html));
            }""";

    private Accessibility() {}

    /**
     * Each finding with the element it is about; none when the page is fine. A copy of the page is looked at, because
     * axe needs JavaScript and the page may be shown without.
     */
    @SuppressWarnings("unchecked")
    static List<String> findings(Page page) {
        Browser browser = Objects.requireNonNull(page.context().browser());
        try (BrowserContext scripted = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(page.viewportSize().width, page.viewportSize().height))) {
            Page copy = scripted.newPage();
            copy.setContent(page.content());
            copy.evaluate(axe());
            return (List<String>) Objects.requireNonNull(copy.evaluate(RUN));
        }
    }

    /** The same for a part of a page that needs its scripts, looked at where it is. Frames and the rest are not ours. */
    @SuppressWarnings("unchecked")
    static List<String> findingsIn(Page page, String part) {
        page.evaluate(axe());
        return (List<String>)
                Objects.requireNonNull(page.evaluate(RUN.replace("axe.run(document", "axe.run('" + part + "'")));
    }

    private static String axe() {
        try (InputStream script = Objects.requireNonNull(Accessibility.class.getResourceAsStream(AXE), AXE)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
