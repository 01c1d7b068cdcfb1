package org.recourse.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.calendar.Window;
import org.recourse.callback.CallbackWish;
import org.recourse.callback.Callbacks;
import org.recourse.form.Step;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.Team;
import org.recourse.identity.WithoutWebServer;
import org.recourse.model.AfterCallIds;
import org.recourse.model.CustomerEscalationIds;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** On a real PostgreSQL: two callbacks never book one person at once, due clocks are all handled, timers fire in time. */
@Tag("B4")
class OnTimeIT {

    private static final int SOME = 200;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        ClockUtil.reset();
        postgres.close();
    }

    @Test
    @Tag("R19")
    void failure_9_due_items_are_all_handled_bookings_never_overlap_and_an_idle_executor_fires_in_time() {
        run("ontime", context -> {
            Cases cases = new Cases(context);
            concurrentBookingsNeverBookOnePersonTwice(context, cases);
            failure9(context, cases, SOME);
            anIdleExecutorFiresInTime(context, cases);
        });
    }

    @Test
    @Tag("faults")
    void failure_9_forty_thousand_due_items_are_all_handled_and_the_count_is_true() {
        run("many", context -> failure9(context, new Cases(context), 40_000));
    }

    private static void concurrentBookingsNeverBookOnePersonTwice(ApplicationContext context, Cases cases) {
        Callbacks callbacks = context.getBean(Callbacks.class);
        TransactionTemplate transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        Instant from = Instant.parse("2030-11-26T15:30:00Z");
        List<Callable<Window>> bookings = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String caseNumber = cases.open();
            bookings.add(() -> transaction.execute(status -> {
                Step step = Step.byRoute(CaseNumber.of(caseNumber), "test");
                callbacks.want(
                        step, 1, Team.of("team-north"), "agent1", new CallbackWish(from, from.plusSeconds(3600), null));
                return callbacks.book(step).window();
            }));
        }
        List<Window> booked = together(bookings, 8);

        assertThat(booked).hasSize(8);
        for (Window one : booked) {
            assertThat(booked)
                    .filteredOn(other -> other != one)
                    .allSatisfy(other -> assertThat(other.overlap(one)).isEmpty());
        }
    }

    /** Two nodes look at the same time: each clock is started by one of them. */
    private static void failure9(ApplicationContext context, Cases cases, int many) {
        String template = cases.open();
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        jdbc.sql("update clock set next_step_at = null").update();
        copy(jdbc, "escalation_case", "case_number", template, many);
        copy(jdbc, "clock", "case_number", template, many);
        copy(jdbc, "clock_interval", "case_number", template, many);
        jdbc.sql("update clock set next_step_at = ?, warn_at = ? where case_number like 'R-MANY-%'")
                .params(past(), past())
                .update();
        ClockSteps steps = context.getBean(ClockSteps.class);
        long began = System.nanoTime();
        List<ClockSteps.Run> runs = together(Collections.nCopies(2, steps::run), 2);
        System.out.printf(
                "%d clocks that run low were handled by two nodes in %.1f s%n",
                many, (System.nanoTime() - began) / 1e9);

        assertThat(runs.stream().mapToInt(ClockSteps.Run::started).sum()).isEqualTo(many);
        assertThat(runs).allMatch(run -> run.failed() == 0);
        assertThat(count(jdbc, "select count(*) from clock where watched and case_number like 'R-MANY-%'"))
                .isEqualTo(many);
        assertThat(count(jdbc, "select count(distinct case_number) from notice where kind = 'clock-runs-low'"))
                .isEqualTo(many);
        assertThat(count(jdbc, "select count(*) from notice where kind = 'clock-runs-low'"))
                .isEqualTo(many);
        assertThat(count(jdbc, "select count(*) from act_ru_execution where business_key_ like 'R-MANY-%'"))
                .isEqualTo(many);
        assertThat(steps.run()).isEqualTo(new ClockSteps.Run(0, 0));
    }

    private static java.time.OffsetDateTime past() {
        return Instant.parse("2026-01-02T09:00:00Z").atOffset(java.time.ZoneOffset.UTC);
    }

    private static int count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private static void copy(JdbcClient jdbc, String table, String key, String template, int many) {
        String columns = String.join(
                ", ",
                jdbc.sql("select column_name from information_schema.columns where table_name = ? and column_name <> ?")
                        .params(table, key)
                        .query(String.class)
                        .list());
        jdbc.sql(
                        "insert into %s (%s, %s) select 'R-MANY-2026-' || (100000 + n), %s from %s, generate_series(1, %d) n where %s = ?"
                                .formatted(table, key, columns, columns, table, many, key))
                .param(template)
                .update();
    }

    /** The executor looks as rarely as it does when it has idled for long; then the clock moves past a timer. */
    private static void anIdleExecutorFiresInTime(ApplicationContext context, Cases cases) {
        ProcessEngine engine = context.getBean(ProcessEngine.class);
        MeterRegistry meters = context.getBean(MeterRegistry.class);
        JobExecutor executor =
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        String handedOver = cases.handOver();
        engine.getManagementService()
                .createJobQuery()
                .list()
                .forEach(job -> engine.getManagementService().setJobRetries(job.getId(), 0));
        Job timer = afterCall(engine, handedOver);
        engine.getManagementService().setJobRetries(timer.getId(), 3);
        long before = meters.get("recourse.timer.lag").timer().count();
        executor.setWaitTimeInMillis((int) executor.getMaxWait());
        executor.start();
        try {
            await(Duration.ofMillis(500), () -> false);
            ClockUtil.offset(Duration.ofMinutes(10).plusMillis(100).toMillis());
            long moved = System.nanoTime();
            boolean fired = await(
                    Duration.ofSeconds(60),
                    () -> meters.get("recourse.timer.lag").timer().count() > before);
            System.out.printf(
                    "An idle job executor fired a timer %.1f s after it was due (configured to %.1f s)%n",
                    (System.nanoTime() - moved) / 1e9, executor.getMaxWait() / 1e3);
            assertThat(fired).isTrue();
            assertThat(executor.getMaxWait()).isLessThanOrEqualTo(5_000);
        } finally {
            executor.shutdown();
            ClockUtil.reset();
        }
    }

    private static Job afterCall(ProcessEngine engine, String caseNumber) {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .processDefinitionKey(AfterCallIds.PROCESS)
                .list()
                .stream()
                .flatMap(instance ->
                        engine
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .list()
                                .stream())
                .findFirst()
                .orElseThrow();
    }

    private static boolean await(Duration atMost, java.util.function.BooleanSupplier reached) {
        long until = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < until && !reached.getAsBoolean()) {
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return reached.getAsBoolean();
    }

    private static <T> List<T> together(List<? extends Callable<T>> work, int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<T> done = new ArrayList<>();
            for (Future<T> each : pool.invokeAll(work)) {
                done.add(each.get());
            }
            return done;
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static void run(String database, java.util.function.Consumer<ApplicationContext> test) {
        JdbcClient.create(postgres.getPostgresDatabase())
                .sql("create database " + database)
                .update();
        WithoutWebServer.with("production")
                .withPropertyValues(
                        "RECOURSE_DB_URL=" + postgres.getJdbcUrl("postgres", database),
                        "RECOURSE_DB_USERNAME=postgres",
                        "RECOURSE_DB_PASSWORD=postgres",
                        "recourse.admin.id=boss",
                        "recourse.admin.password=not-a-known-one",
                        "camunda.bpm.job-execution.enabled=true")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    test.accept(context);
                });
    }

    /** Opens cases as an agent of the north team. */
    private record Cases(ApplicationContext context) {

        private static final List<String> GROUPS = List.of("agent", "team-north", "team-north-agent");

        private Cases {
            var identities = context.getBean(ProcessEngine.class).getIdentityService();
            identities.saveUser(identities.newUser("agent1"));
            GROUPS.forEach(group -> identities.createMembership("agent1", group));
        }

        String open() {
            ProcessEngine engine = context.getBean(ProcessEngine.class);
            String definition = engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(CustomerEscalationIds.PROCESS)
                    .latestVersion()
                    .singleResult()
                    .getId();
            String number = "C-" + System.nanoTime();
            return Objects.requireNonNull(as(
                    engine,
                    () -> engine.getFormService()
                            .submitStartForm(
                                    definition,
                                    Map.of(
                                            "customerNumber",
                                            number,
                                            "email",
                                            number + "@example.org",
                                            "channel",
                                            "phone",
                                            "title",
                                            "Charged twice"))
                            .getBusinessKey()));
        }

        String handOver() {
            String caseNumber = open();
            ProcessEngine engine = context.getBean(ProcessEngine.class);
            String task = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(caseNumber)
                    .singleResult()
                    .getId();
            as(engine, () -> {
                engine.getFormService().submitTaskForm(task, Map.of("callState", "hand-over"));
                return task;
            });
            return caseNumber;
        }

        private static <T> T as(ProcessEngine engine, java.util.function.Supplier<T> work) {
            engine.getIdentityService().setAuthentication("agent1", GROUPS);
            try {
                return work.get();
            } finally {
                engine.getIdentityService().clearAuthentication();
            }
        }
    }
}
