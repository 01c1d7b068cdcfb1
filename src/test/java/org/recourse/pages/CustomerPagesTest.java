package org.recourse.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.CasesPutAway;
import org.recourse.RecourseApplicationTest;
import org.recourse.escalation.CaseDriver;
import org.recourse.escalation.Colleague;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code /rate} and {@code /callback} over real HTTP, opened by the links in the messages. */
@RecourseApplicationTest
class CustomerPagesTest {

    private static final Pattern LINK = Pattern.compile("https?://\\S+?(/(?:rate|callback)/[\\w-]+)");
    private static final Pattern WINDOW = Pattern.compile("<option value=\"(2[^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    private final PageVisitor customer = new PageVisitor("fr");
    private CaseDriver the;
    private Colleague agent1;

    @BeforeEach
    void a_fresh_case() {
        the = new CaseDriver(engine, jdbc);
        agent1 = the.person("agent1");
    }

    @AfterEach
    void end() {
        the.end();
        CasesPutAway.from(jdbc);
    }

    @Test
    @Tag("R20")
    @Tag("R21")
    void the_first_answer_counts_and_the_link_opens_nothing_afterwards() {
        String link = isAsked();
        HttpResponse<String> page = customer.opens(link);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("lang=\"de\"").contains("Ist alles erledigt?");
        assertThat(customer.sends(link, "settled", "yes", "rating", "5", "comment", "Danke <b>&</b> gut")
                        .statusCode())
                .isEqualTo(200);
        assertThat(answers()).containsExactly("yes 5 Danke <b>&</b> gut");
        HttpResponse<String> again = customer.sends(link, "settled", "no", "rating", "1");
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body()).contains("Dieser Link wurde schon benutzt");
        assertThat(customer.opens(link).statusCode()).isEqualTo(410);
        assertThat(answers()).containsExactly("yes 5 Danke <b>&</b> gut");
        the.jobsRun();
        the.isClosed("agreed");
    }

    @Test
    @Tag("R20")
    void two_answers_at_the_same_moment_are_one() throws Exception {
        String link = isAsked();
        ExecutorService fingers = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> tap =
                    () -> customer.sends(link, "settled", "yes", "rating", "4").statusCode();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> status : fingers.invokeAll(List.of(tap, tap, tap, tap))) {
                statuses.add(status.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(200, 410, 410, 410);
        } finally {
            fingers.shutdownNow();
        }
        assertThat(answers()).containsExactly("yes 4 null");
    }

    @Test
    @Tag("R20")
    void what_is_missing_or_too_long_is_said_and_nothing_of_what_was_typed_is_lost() {
        String link = isAsked();
        HttpResponse<String> nothingChosen =
                customer.sends(link, "rating", "2", "comment", "Der Fleck ist \"noch\" da");

        assertThat(nothingChosen.statusCode()).isEqualTo(400);
        assertThat(nothingChosen.body())
                .contains("role=\"alert\"")
                .contains("Bitte wählen Sie zuerst")
                .contains("value=\"2\" checked")
                .contains("Der Fleck ist &quot;noch&quot; da");
        HttpResponse<String> tooLong = customer.sends(link, "settled", "one-thing-left", "comment", "ä".repeat(20_001));
        assertThat(tooLong.statusCode()).isEqualTo(400);
        assertThat(tooLong.body()).contains("20.000").contains("value=\"one-thing-left\" required checked");
        assertThat(answers()).isEmpty();
        assertThat(customer.sends(link, "settled", "one-thing-left", "rating", "99", "comment", "ä".repeat(20_000))
                        .statusCode())
                .isEqualTo(200);
        assertThat(answers()).containsExactly("one-thing-left null " + "ä".repeat(20_000));
    }

    @Test
    @Tag("R20")
    void a_card_number_that_a_customer_writes_is_not_kept() {
        String link = isAsked();
        customer.sends(link, "settled", "no", "comment", "Buchen Sie auf 4111 1111 1111 1111 zurück");

        assertThat(answers()).containsExactly("no null Buchen Sie auf **** **** **** 1111 zurück");
        assertThat(jdbc.sql("select count(*) from case_event where case_number = ? and words like '%4111 1111%'")
                        .param(the.number())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @Tag("R20")
    void a_check_in_can_be_answered_for_thirty_days() {
        String link = isAsked();
        Instant sent = jdbc.sql("select sent_at from check_in where case_number = ?")
                .param(the.number())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        the.itIs(sent.plus(Duration.ofDays(30)).minusSeconds(1));
        assertThat(customer.opens(link).statusCode()).isEqualTo(200);
        the.itIs(sent.plus(Duration.ofDays(30)));

        HttpResponse<String> late = customer.sends(link, "settled", "yes");
        assertThat(late.statusCode()).isEqualTo(410);
        assertThat(late.body()).contains("abgelaufen");
        assertThat(answers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rate/", "/callback/"})
    @Tag("R20")
    void a_link_that_nobody_sent_opens_nothing(String path) {
        HttpResponse<String> page = customer.opens(here(path) + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("lang=\"en\"").contains("This link is not known");
        assertThat(customer.opens(here(path)).statusCode()).isIn(403, 404);
        assertThat(customer.opens(here(path) + "..%2f..%2fapi%2fcases").statusCode())
                .isIn(400, 401, 403, 404);
    }

    @Test
    @Tag("R20")
    void a_page_says_nothing_personal_and_is_kept_and_passed_on_by_nobody() {
        String rate = isAsked();
        HttpResponse<String> page = customer.opens(rate);

        assertThat(page.body())
                .doesNotContain(the.number().value())
                .doesNotContainIgnoringCase(the.field("customer_number"))
                .doesNotContain("Charged twice");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("X-Robots-Tag")).hasValue("noindex, nofollow");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'")
                .doesNotContain("script-src")
                .contains("frame-ancestors 'none'");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    @Tag("R20")
    void the_language_is_the_one_chosen_else_the_customers_else_the_browsers() {
        String rate = isAsked();

        assertThat(customer.opens(rate).body()).contains("lang=\"de\"");
        assertThat(customer.opens(rate + "?lang=en").body()).contains("Is everything settled?");
        assertThat(customer.opens(rate + "?lang=xx").body()).contains("lang=\"de\"");
        assertThat(new PageVisitor("de-AT").opens(here("/rate/none")).body()).contains("lang=\"de\"");
        assertThat(customer.sends(rate + "?lang=en", "comment", "x").body()).contains("Please choose first");
    }

    @Test
    @Tag("R19")
    void a_callback_is_moved_to_a_free_window_and_the_confirmation_brings_another_link() {
        String link = isToBeCalledBack();
        HttpResponse<String> page = customer.opens(link);
        List<String> windows = windows(page);

        assertThat(page.body()).contains("Ihr Rückruf");
        assertThat(windows).hasSizeGreaterThan(3).doesNotHaveDuplicates();
        assertThat(customer.sends(link, "wish", "move", "window", "").statusCode())
                .isEqualTo(400);
        assertThat(customer.sends(link, "wish", "move", "window", "2026-11-28T02:00:00Z")
                        .statusCode())
                .as("at three in the morning")
                .isEqualTo(409);
        HttpResponse<String> moved = customer.sends(link, "wish", "move", "window", windows.get(3));

        assertThat(moved.statusCode()).isEqualTo(200);
        assertThat(moved.body()).contains("Ihr Rückruf ist verschoben");
        the.jobsRun();
        assertThat(jdbc.sql("select window_from from callback where case_number = ?")
                        .param(the.number())
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isEqualTo(Instant.parse(windows.get(3)));
        assertThat(customer.opens(link).statusCode()).isEqualTo(410);
        String next = link("callback-booked");
        assertThat(next).isNotEqualTo(link);
        assertThat(customer.opens(next).statusCode()).isEqualTo(200);
        assertThat(the.all("who", "case_event")).contains("customer");
    }

    @Test
    @Tag("R19")
    void a_window_that_somebody_else_took_meanwhile_is_not_given_twice() {
        String mine = isToBeCalledBack();
        String wanted = windows(customer.opens(mine)).get(2);
        CaseDriver first = the;
        the = new CaseDriver(engine, jdbc);
        the.itIs(first.now());
        agent1 = the.person("agent1");
        String other = isToBeCalledBack();
        assertThat(customer.sends(other, "wish", "move", "window", wanted).statusCode())
                .isEqualTo(200);

        HttpResponse<String> late = customer.sends(mine, "wish", "move", "window", wanted);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(windows(late)).isNotEmpty().doesNotContain(wanted);
        assertThat(customer.opens(mine).statusCode())
                .as("the link is still good")
                .isEqualTo(200);
    }

    @Test
    @Tag("R19")
    void a_callback_is_cancelled_once_and_the_case_stays_with_its_owner() {
        String link = isToBeCalledBack();
        assertThat(customer.sends(link, "wish", "cancel").body()).contains("abgesagt");
        the.jobsRun();

        assertThat(the.all("state", "callback")).containsExactly("declined");
        assertThat(the.field("state")).isEqualTo("open");
        assertThat(the.steps()).containsExactly(USER_TASK_LISTEN);
        assertThat(customer.sends(link, "wish", "cancel").statusCode()).isEqualTo(410);
    }

    @Test
    @Tag("R19")
    void when_the_window_has_begun_the_link_has_expired() {
        String link = isToBeCalledBack();
        the.itIs(the.now().plus(Duration.ofDays(1)));
        HttpResponse<String> page = customer.opens(link);

        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains("abgelaufen");
    }

    private String isAsked() {
        agent1.opens();
        agent1.listens();
        agent1.restates();
        agent1.proposes("A corrected bill");
        agent1.hears("agreed", "mood", 2);
        agent1.wrapsUp();
        agent1.keepsAPromise();
        the.timePasses(Duration.ofDays(6));
        return link("check-in");
    }

    private String isToBeCalledBack() {
        agent1.opens();
        agent1.leaves(USER_TASK_LISTEN, "call-back", "story", "Later, please.", "product", "Roaming", "mood", 3);
        the.jobsRun();
        return link("callback-booked");
    }

    /** The link in the latest message of the kind, at the port of this test. */
    private String link(String kind) {
        String body = jdbc.sql("select body from message where case_number = ? and kind = ? order by id desc limit 1")
                .params(the.number(), kind)
                .query(String.class)
                .single();
        return here(LINK.matcher(body)
                .results()
                .findFirst()
                .map(found -> found.group(1))
                .orElseThrow());
    }

    private String here(String path) {
        return "http://localhost:" + port + path;
    }

    private static List<String> windows(HttpResponse<String> page) {
        return WINDOW.matcher(page.body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private List<String> answers() {
        return jdbc.sql("""
                        select settled || ' ' || coalesce(cast(rating as varchar(10)), 'null')
                          || ' ' || coalesce(comment, 'null') from check_in
                        where case_number = ? and answered_at is not null""").param(the.number()).query(String.class).list();
    }
}
