package org.recourse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.PostgresApplicationTest;
import org.recourse.absence.Absences;
import org.recourse.escalation.CaseDriver;
import org.recourse.identifier.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A manager enters an absence in the real Tasklist, with the keyboard, and ends it. */
@PostgresApplicationTest
@NullUnmarked
@Tag("browser")
@Tag("R17")
class AbsenceBrowserIT {

    @LocalServerPort
    int port;

    @Autowired
    Absences absences;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void it_is_tuesday() {
        ClockUtil.setCurrentTime(Date.from(CaseDriver.TUESDAY_MORNING));
    }

    @AfterEach
    void everybody_is_back() {
        jdbc.sql("delete from absence").update();
        ClockUtil.reset();
    }

    @Test
    void an_absence_is_entered_and_ended_in_tasklist() {
        try (Chromium chromium = new Chromium();
                BrowserContext context =
                        chromium.browser().newContext(new Browser.NewContextOptions().setLocale("en"))) {
            context.setDefaultTimeout(60_000);
            Page page = context.newPage();
            page.navigate("http://localhost:%d/camunda/app/tasklist/default/".formatted(port));
            LoginPage.logIn(page, "manager1");
            Locator absence = page.getByRole(
                    AriaRole.BUTTON,
                    new Page.GetByRoleOptions().setName("Absence").setExact(true));
            absence.focus();
            page.keyboard().press("Enter");

            Locator dialog = page.getByRole(AriaRole.DIALOG);
            assertThat(dialog.getByLabel("Who is away")).isFocused();
            dialog.getByLabel("Who stands in").selectOption("manager2");
            dialog.getByLabel("First day away").fill("2026-11-24");
            dialog.getByLabel("Last day away").fill("2026-11-25");
            page.keyboard().press("Enter");
            assertThat(dialog.getByText("The absence is entered.")).isVisible();
            assertThat(dialog.getByText("24 Nov 2026 – 25 Nov 2026")).isVisible();
            assertThat(absences.substituteOf(PersonId.of("manager1"))).contains(PersonId.of("manager2"));

            dialog.getByText("End now").click();
            assertThat(dialog.getByText("The absence has ended.")).isVisible();
            assertThat(absences.substituteOf(PersonId.of("manager1"))).isEmpty();
            page.keyboard().press("Escape");
            assertThat(dialog).hasCount(0);
        }
    }
}
