package org.recourse.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;

/** Somebody's hands on mouse and keyboard, who counts what they do. Typed text is the same everywhere and not counted. */
final class Hands {

    private final Page page;
    private int clicks;
    private int keys;

    Hands(Page page) {
        this.page = page;
    }

    void click(Locator on) {
        on.click();
        clicks++;
    }

    void press(String... those) {
        for (String key : those) {
            page.keyboard().press(key);
            keys++;
        }
    }

    void type(String text) {
        page.keyboard().insertText(text);
    }

    /** The form of that step is open, and the next key goes to its first field. */
    void areAt(String step) {
        page.waitForFunction("""
                ([step]) => document.querySelector('.task-details h2')?.innerText.trim() === step
                  && document.activeElement === document.querySelector('.task-details .fjs-container')
                    ?.querySelector('input:not([type=hidden]):not([disabled]), textarea:not([disabled])')""", new String[] {step});
    }

    Map<String, Integer> count() {
        return Map.of("clicks", clicks, "keys", keys);
    }
}
