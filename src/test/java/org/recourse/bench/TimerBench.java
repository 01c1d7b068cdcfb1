package org.recourse.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.CallbackIds.INTERMEDIATE_EVENT_CALLBACK_DUE;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.recourse.bench.Measurements.Rounds;
import org.recourse.cost.StockEngine;
import org.recourse.customer.Customers;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Callbacks that come due all together, in turns on both sides, and one that comes due when nothing else does. */
final class TimerBench {

    private static final LocalDateTime FAR = LocalDateTime.of(2090, 1, 1, 0, 0);
    private static final int IDLE_LAPS = 3;
    private static final String WAITING = INTERMEDIATE_EVENT_CALLBACK_DUE;

    private final Server server;
    private final Measurements figures;
    private final int callbacks;
    private final int rounds;
    private String ours = "";
    private String theirs = "";
    private int made = 1;

    TimerBench(Server server, Measurements figures, int callbacks, int rounds) {
        this.server = server;
        this.figures = figures;
        this.callbacks = callbacks;
        this.rounds = rounds;
    }

    void run() {
        Sides.recourse(server.create("timer_recourse"))
                .withPropertyValues("camunda.bpm.job-execution.enabled=true")
                .run(recourse -> {
                    assertThat(recourse).hasNotFailed();
                    Sides.stock(server.create("timer_stock"))
                            .withPropertyValues("camunda.bpm.job-execution.enabled=true")
                            .run(stock -> {
                                assertThat(stock).hasNotFailed();
                                StockEngine.deploy(stock);
                                ProcessEngine our = recourse.getBean(ProcessEngine.class);
                                ProcessEngine their = stock.getBean(ProcessEngine.class);
                                Workforce.hire(our);
                                recourse.getBean(Customers.class).meet("T-1", "Somebody", "+4915112345678", null);
                                ours = waiting(our, false, "timer_recourse");
                                theirs = waiting(their, true, "timer_stock");
                                idle(our);
                                storms(our, their);
                            });
                });
    }

    /** A case that waits for its callback until the end of time; it is copied for each storm. */
    private String waiting(ProcessEngine engine, boolean stock, String database) {
        CaseWalk walk = new CaseWalk(engine, stock);
        String number = walk.open("agent1", CaseWalk.AGENT, "T-1");
        walk.callBack(number);
        SearchBench.runMessages(engine.getManagementService());
        assertThat(server.in(database)
                        .sql("update act_ru_job set duedate_ = ?")
                        .param(FAR)
                        .update())
                .isPositive();
        return number;
    }

    /** Due within one minute of the clock, and all of it past when the executors start: what a node finds after a stop. */
    private void storms(ProcessEngine our, ProcessEngine their) throws Exception {
        List<Double> ratios = new ArrayList<>();
        List<Double> ourRates = new ArrayList<>();
        List<Double> theirRates = new ArrayList<>();
        List<Double> lags = new ArrayList<>();
        List<Double> theirLags = new ArrayList<>();
        for (int round = -1; round < rounds; round++) {
            int of = round < 0 ? 200 : callbacks / rounds;
            Storm ourStorm = storm(our, "timer_recourse", ours, of);
            Storm theirStorm = storm(their, "timer_stock", theirs, of);
            if (round >= 0) {
                ratios.add(ourStorm.perSecond() / theirStorm.perSecond());
                ourRates.add(ourStorm.perSecond());
                theirRates.add(theirStorm.perSecond());
                lags.add(ourStorm.lagP95());
                theirLags.add(theirStorm.lagP95());
            }
        }
        figures.put(
                "timerStormPerSecondRatio",
                Rounds.of(ratios),
                "%.0f against %.0f per second; %d callbacks at a time, due within one minute, all past"
                        .formatted(
                                Rounds.of(ourRates).median(),
                                Rounds.of(theirRates).median(),
                                callbacks / rounds));
        figures.put(
                "timerStormLagP95Ms",
                Rounds.of(lags),
                "%.0f on the stock side; since the executor could begin"
                        .formatted(Rounds.of(theirLags).median()));
    }

    /** How many were fired per second until the last one, and after how long 95 % were. */
    private record Storm(double perSecond, double lagP95) {}

    private Storm storm(ProcessEngine engine, String database, String template, int of) throws Exception {
        JdbcClient jdbc = server.in(database);
        new MassData(server.url(database)).multiply(template, made, made + of);
        made += of;
        dueAgain(jdbc, template, "?::timestamp - random() * interval '60 seconds'", now());
        jdbc.sql("analyze").update();
        LocalDateTime began = now();
        long beganNanos = System.nanoTime();
        executor(engine).start();
        try {
            long until = beganNanos + TimeUnit.MINUTES.toNanos(5);
            while (left(jdbc) > 0) {
                assertThat(System.nanoTime()).as("end of the storm").isLessThan(until);
                Thread.sleep(100);
            }
            double perSecond = of / ((System.nanoTime() - beganNanos) / 1e9);
            MixBench.jobsDone(engine); // what the callbacks left behind does not weigh on the other side
            return new Storm(perSecond, lagP95(jdbc, began, of));
        } finally {
            executor(engine).shutdown();
        }
    }

    private static double lagP95(JdbcClient jdbc, LocalDateTime since, int of) {
        return jdbc.sql("""
                        select percentile_cont(0.95) within group
                          (order by extract(epoch from timestamp_ - ?::timestamp)) * 1000
                        from (select * from act_hi_job_log where job_state_ = 2 and act_id_ = ?
                          order by timestamp_ desc limit ?) l""")
                .params(since.toString(), WAITING, of)
                .query(Double.class)
                .single();
    }

    private static LocalDateTime now() {
        return LocalDateTime.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneOffset.UTC);
    }

    /** The copies come due, the case that they were copied from never does. */
    private static void dueAgain(JdbcClient jdbc, String template, String due, LocalDateTime at) {
        jdbc.sql("""
                        update act_ru_job set duedate_ = %s
                        where duedate_ >= ? and process_instance_id_ not in
                          (select proc_inst_id_ from act_ru_execution where business_key_ = ?)
                          and job_def_id_ in (select id_ from act_ru_jobdef where act_id_ = ?)""".formatted(due))
                .params(at.toString(), FAR, template, WAITING)
                .update();
    }

    private static long left(JdbcClient jdbc) {
        return jdbc.sql("""
                        select count(*) from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
                        where d.act_id_ = ? and j.duedate_ < ?""").params(WAITING, FAR).query(Long.class).single();
    }

    /** An hour passes in which nothing is due; then one job comes due that nobody announces. The first lap warms up. */
    private void idle(ProcessEngine engine) throws Exception {
        JdbcClient jdbc = server.in("timer_recourse");
        List<Double> lags = new ArrayList<>();
        executor(engine).start();
        try {
            for (int lap = 0; lap <= IDLE_LAPS; lap++) {
                jdbc.sql("update act_ru_job set duedate_ = ? where type_ = 'timer'")
                        .param(FAR)
                        .update();
                new MassData(server.url("timer_recourse")).multiply(ours, made, made + 1);
                made++;
                ClockUtil.offset(TimeUnit.HOURS.toMillis(lap));
                Thread.sleep(7_000 + 700L * lap);
                LocalDateTime due = now().plus(Duration.ofMillis(200));
                dueAgain(jdbc, ours, "?::timestamp", due);
                while (left(jdbc) > 0) {
                    Thread.sleep(5);
                }
                if (lap > 0) {
                    lags.add((double) Duration.between(due, now()).toMillis());
                }
            }
        } finally {
            executor(engine).shutdown();
            ClockUtil.reset();
        }
        figures.put(
                "timerLagIdleMs",
                lags.stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
                "the longest of " + lags.size());
    }

    private static org.camunda.bpm.engine.impl.jobexecutor.JobExecutor executor(ProcessEngine engine) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }
}
