package org.recourse.browser;

import com.microsoft.playwright.Page;

/**
 * Camunda's page to log in on. It puts the focus into its first field some time after that field is shown, and what was
 * typed until then is lost or lands in the wrong field: a person sees the cursor first, and so do the tests.
 */
final class LoginPage {

    private LoginPage() {}

    static void logIn(Page page, String user) {
        fillIn(page, user);
        page.click("button[type='submit']");
    }

    static void fillIn(Page page, String user) {
        page.waitForFunction("document.activeElement?.getAttribute('ng-model') === 'username'");
        page.fill("input[ng-model='username']", user);
        page.fill("input[ng-model='password']", "demo");
    }
}
