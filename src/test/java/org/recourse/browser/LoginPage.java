package org.recourse.browser;

import com.microsoft.playwright.Page;

/**
 * Camunda's page to log in on. It puts the focus into its first field some time after that field is shown, on a slow
 * machine twice, and what is typed just then lands in the wrong field: a person looks at what stands there and writes it
 * again, and so do the tests.
 */
final class LoginPage {

    private static final String USER = "input[ng-model='username']";
    private static final String PASSWORD = "input[ng-model='password']";

    private LoginPage() {}

    static void logIn(Page page, String user) {
        fillIn(page, user);
        page.click("button[type='submit']");
    }

    static void fillIn(Page page, String user) {
        page.waitForFunction("document.activeElement?.getAttribute('ng-model') === 'username'");
        do {
            page.fill(USER, user);
            page.fill(PASSWORD, "demo");
        } while (!page.inputValue(USER).equals(user)
                || !page.inputValue(PASSWORD).equals("demo"));
    }
}
