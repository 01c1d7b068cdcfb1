package org.recourse.insight;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.calendar.Calendars;
import org.recourse.customer.TestPostgres;
import org.recourse.form.Times;
import org.recourse.identifier.PersonId;
import org.recourse.identifier.Team;
import org.recourse.identity.CurrentUser;
import org.recourse.insight.figures.counting.FigureCounting;
import org.recourse.insight.figures.counting.GroupBy;
import org.recourse.insight.figures.counting.Period;
import org.recourse.insight.figures.report.Figures;
import org.recourse.insight.search.CaseQuery;
import org.recourse.insight.search.CaseSearch;
import org.recourse.insight.search.CaseTexts;
import org.recourse.record.CaseLog;
import org.recourse.storage.StoredValues;
import org.recourse.text.Speech;
import org.recourse.text.Written;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

/**
 * Figures and search over 10,000 and 100,000 closed cases on PostgreSQL. A centre of forty cases a day has them after one
 * year and after ten: the history grows, a month stays a month.
 */
@Tag("faults")
@NullUnmarked
class InsightBenchIT {

    private static final Logger LOG = LoggerFactory.getLogger(InsightBenchIT.class);
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final int ROUNDS = 9;

    private JdbcClient jdbc;
    private Figures figures;
    private CaseSearch search;
    private CaseTexts texts;
    private FigureCounting counting;

    @Test
    void ten_years_cost_what_one_year_costs() {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(TestPostgres.migrated());
        try (HikariDataSource tables = new HikariDataSource(pool);
                AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            jdbc = StoredValues.client(JdbcClient.create(tables));
            context.registerBean(DataSource.class, () -> tables);
            context.registerBean(JdbcClient.class, () -> jdbc);
            context.registerBean(Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC));
            context.registerBean(CurrentUser.class, Nobody::new);
            context.registerBean(
                    Speech.class, () -> new Speech(Written::new, ZoneOffset.UTC, new SimpleMeterRegistry()));
            context.register(Calendars.class, Times.class, CaseLog.class);
            ClassPathBeanDefinitionScanner withoutRoutes = new ClassPathBeanDefinitionScanner(context);
            withoutRoutes.addExcludeFilter(new AnnotationTypeFilter(RestController.class));
            withoutRoutes.scan("org.recourse.insight.search");
            context.scan(
                    "org.recourse.insight.figures.facts",
                    "org.recourse.insight.figures.counting",
                    "org.recourse.insight.figures.report");
            context.refresh();
            figures = context.getBean(Figures.class);
            search = context.getBean(CaseSearch.class);
            texts = context.getBean(CaseTexts.class);
            counting = context.getBean(FigureCounting.class);
            measure(0, 10_000);
            measure(10_000, 100_000);
        }
    }

    private void measure(int from, int to) {
        cases(from, to);
        long begun = System.nanoTime();
        texts.rebuild();
        LOG.info(
                "{} closed cases: words gathered in {} ms",
                to,
                Duration.ofNanos(System.nanoTime() - begun).toMillis());
        jdbc.sql("analyze").update();
        begun = System.nanoTime();
        counting.rebuild();
        LOG.info(
                "{} closed cases: figures formed in {} ms",
                to,
                Duration.ofNanos(System.nanoTime() - begun).toMillis());
        jdbc.sql("analyze").update();
        LocalDate today = LocalDate.of(2026, 11, 25);
        told(
                to,
                "figures of 30 days by team",
                () -> figures.report(new Period(today.minusDays(29), today), GroupBy.TEAM, Locale.ENGLISH));
        told(
                to,
                "figures of a year by month",
                () -> figures.report(new Period(today.minusDays(364), today), GroupBy.MONTH, Locale.ENGLISH));
        told(to, "search, first page", () -> search.find(query(Map.of()), null, 0, 25));
        told(to, "search, one word", () -> search.find(query(Map.of("words", "word4711")), null, 0, 25));
        told(to, "search, a common word", () -> search.find(query(Map.of("words", "line down")), null, 0, 25));
        told(to, "search, missed deadlines", () -> search.find(query(Map.of("deadline", "missed")), null, 0, 25));
        told(to, "search, nobody's", () -> search.find(query(Map.of("person", "agent99")), null, 0, 25));
        told(to, "search, customer", () -> search.find(query(Map.of("customer", "C-47")), null, 0, 25));
        told(
                to,
                "search, person and outcome",
                () -> search.find(query(Map.of("person", "agent7", "outcome", "agreed")), null, 0, 25));
        told(to, "search, number", () -> search.find(query(Map.of("caseNumber", "004711")), null, 0, 25));
    }

    private static void told(int cases, String what, Runnable work) {
        long[] nanos = new long[ROUNDS];
        work.run();
        for (int round = 0; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            work.run();
            nanos[round] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        LOG.info("{} closed cases: {} {} ms (median of {})", cases, what, nanos[ROUNDS / 2] / 1_000_000, ROUNDS);
    }

    /** Case n was opened n × 36 minutes before now: forty a day. */
    private void cases(int from, int to) {
        String series = " from generate_series(%d, %d) as s(n)".formatted(from, to - 1);
        String at = "(timestamp with time zone '2026-11-25 12:00:00+00' - s.n * interval '36 minutes')";
        jdbc.sql("""
                        insert into escalation_case (case_number, version, state, team, zone, customer_number, channel,
                          opened_by, opened_at, practice, title, story, product, urgency, priority, angles, agent, level,
                          level_wanted, reopened, check_ins, cause, outcome, settled_by, settled_at, closed_at,
                          hand_over_trigger)
                        select 'R-EU-2026-' || lpad(s.n::text, 6, '0'), 0, 'closed', 'team-' || case when s.n %% 2 = 0 then 'north'
                          else 'south' end, 'Europe/Berlin', 'C-' || s.n / 3, 'phone', 'agent' || s.n %% 20, %1$s, false,
                          'Title ' || s.n, repeat('the line is down again ', 20) || 'word' || s.n, 'product ' || s.n %% 12,
                          0, 50, 2, 'agent' || s.n %% 20, case when s.n %% 5 = 0 then 2 else 1 end, 1, 0, 0, 'long-wait',
                          'agreed', 'agent' || s.n %% 20, %1$s + interval '6 minutes', %1$s + interval '5 days', 'demand'
                        """.formatted(at) + series).update();
        jdbc.sql("""
                        insert into contact (case_number, kind, channel, held_by, team, level, began_at, ended_at,
                          wrapped_up_at, mood_start, mood_end)
                        select 'R-EU-2026-' || lpad(s.n::text, 6, '0'), 'first', 'phone', 'agent' || s.n %% 20, 'team-north', 1,
                          %1$s, %1$s + interval '6 minutes', %1$s + interval '9 minutes', 4, 2
                        """.formatted(at) + series).update();
        for (String kind : new String[] {"opened", "changed", "changed", "changed", "answered", "settled", "closed"}) {
            jdbc.sql("""
                            insert into case_event (case_number, at, who, step, kind, payload, code)
                            select 'R-EU-2026-' || lpad(s.n::text, 6, '0'), %s + interval '6 minutes', 'agent' || s.n %% 20,
                              'step', '%s', '{}', 'agreed'
                            """.formatted(at, kind) + series).update();
        }
        jdbc.sql("""
                        insert into promise (case_number, kind, what, owner, made_at, due_by, broken_at, state, done_at)
                        select 'R-EU-2026-' || lpad(s.n::text, 6, '0'), 'refund', '{"written":"Refund"}', 'agent1', %1$s,
                          %1$s + interval '2 days', %1$s + interval '4 days', case when s.n %% 9 = 0 then 'late' else 'kept' end,
                          %1$s + interval '1 day'
                        """.formatted(at) + series).update();
        jdbc.sql("""
                        insert into check_in (case_number, number, by_channel, business_days, answer_days, reminder_days,
                          sent_at, settled, rating, answered_at)
                        select 'R-EU-2026-' || lpad(s.n::text, 6, '0'), 1, 'mail', 3, 5, 2, %1$s + interval '3 days', 'yes',
                          1 + s.n %% 5, %1$s + interval '4 days'
                        """.formatted(at) + series).update();
    }

    private static CaseQuery query(Map<String, String> asked) {
        return new CaseQuery(
                asked.get("words"),
                asked.get("caseNumber"),
                asked.get("customer"),
                asked.get("person"),
                null,
                null,
                null,
                asked.get("outcome"),
                null,
                null,
                null,
                asked.get("deadline"),
                null,
                null,
                null);
    }

    private record Nobody() implements CurrentUser {

        @Override
        public PersonId id() {
            return PersonId.of("nobody");
        }

        @Override
        public Set<String> groups() {
            return Set.of();
        }

        @Override
        public boolean hasRole(String role) {
            return false;
        }

        @Override
        public Set<Team> teams() {
            return Set.of();
        }
    }
}
