package org.recourse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.recourse.bench.Figures.Rounds;
import org.recourse.cost.StockEngine;
import org.recourse.customer.Customers;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Callbacks that come due all together, in turns on both sides, and one that comes due when nothing else does. */
final class TimerBench {

    private static final LocalDateTime FAR = LocalDateTime.of(2090, 1, 1, 0, 0);
    private static final String WAITING = "IntermediateEvent_CallbackDue";

    private final Server server;
    private final Figures figures;
    private final int callbacks;
    private final int rounds;
    private String ours = "";
    private String theirs = "";
    private int made = 1;

    TimerBench(Server server, Figures figures, int callbacks, int rounds) {
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
                                People.hire(our);
                                recourse.getBean(Customers.class).create("T-1", "Somebody", "+4915112345678", null);
                                ours = waiting(new CaseWalk(our, false), "timer_recourse");
                                theirs = waiting(new CaseWalk(their, true), "timer_stock");
                                storms(our, their);
                                idle(our);
                            });
                });
    }

    /** A case that waits for its callback until the end of time; it is copied for each storm. */
    private String waiting(CaseWalk walk, String database) {
        String number = walk.open("agent1", CaseWalk.AGENT, "T-1");
        walk.callBack(number);
        assertThat(server.in(database)
                        .sql("update act_ru_job set duedate_ = ?")
                        .param(FAR)
                        .update())
                .isPositive();
        return number;
    }

    private void storms(ProcessEngine our, ProcessEngine their) throws Exception {
        executor(our).start();
        executor(their).start();
        List<Double> ratios = new ArrayList<>();
        List<Double> ourRates = new ArrayList<>();
        List<Double> lags = new ArrayList<>();
        for (int round = -1; round < rounds; round++) {
            int of = round < 0 ? 100 : callbacks / rounds;
            double ourRate = storm(our, "timer_recourse", ours, of);
            double lag = server.in("timer_recourse")
                    .sql("""
                            select percentile_cont(0.95) within group
                              (order by extract(epoch from timestamp_ - job_duedate_)) * 1000
                            from (select * from act_hi_job_log where job_state_ = 2 and act_id_ = ?
                              order by timestamp_ desc limit ?) l""")
                    .params(WAITING, of)
                    .query(Double.class)
                    .single();
            double theirRate = storm(their, "timer_stock", theirs, of);
            if (round >= 0) {
                ratios.add(ourRate / theirRate);
                ourRates.add(ourRate);
                lags.add(lag);
            }
        }
        figures.put(
                "timerStormPerSecondRatio",
                Rounds.of(ratios),
                "%.0f per second".formatted(Rounds.of(ourRates).median()));
        figures.put(
                "timerStormLagP95Ms",
                Rounds.of(lags),
                "%d due within %d s".formatted(callbacks / rounds, spread(callbacks / rounds)));
    }

    /** As dense as ten thousand in a minute. */
    private static int spread(int callbacks) {
        return Math.max(1, callbacks * 60 / 10_000);
    }

    private double storm(ProcessEngine engine, String database, String template, int of) throws Exception {
        JdbcClient jdbc = server.in(database);
        new MassData(server.url(database)).multiply(template, made, made + of, false);
        made += of;
        jdbc.sql("analyze").update();
        jdbc.sql("""
                        update act_ru_job set duedate_ = ?::timestamp + random() * ? * interval '1 second'
                        where duedate_ >= ? and process_instance_id_ not in
                          (select proc_inst_id_ from act_ru_execution where business_key_ = ?)
                          and job_def_id_ in (select id_ from act_ru_jobdef where act_id_ = ?)""")
                .params(
                        LocalDateTime.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneOffset.UTC)
                                .toString(),
                        spread(of),
                        FAR,
                        template,
                        WAITING)
                .update();
        long began = System.nanoTime();
        executor(engine).jobWasAdded();
        long until = began + TimeUnit.MINUTES.toNanos(5);
        while (left(jdbc) > 0) {
            assertThat(System.nanoTime()).as("end of the storm").isLessThan(until);
            Thread.sleep(50);
        }
        return of / ((System.nanoTime() - began) / 1e9);
    }

    private static long left(JdbcClient jdbc) {
        return jdbc.sql("""
                        select count(*) from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
                        where d.act_id_ = ? and j.duedate_ < ?""").params(WAITING, FAR).query(Long.class).single();
    }

    /** An hour passes in which nothing is due; then one job comes due that nobody announces. */
    private void idle(ProcessEngine engine) throws Exception {
        JdbcClient jdbc = server.in("timer_recourse");
        List<Double> lags = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            new MassData(server.url("timer_recourse")).multiply(ours, made, made + 1, false);
            made++;
            ClockUtil.offset(TimeUnit.HOURS.toMillis(i));
            Thread.sleep(8_000 + 700L * i);
            long due = ClockUtil.getCurrentTime().getTime() + 200;
            jdbc.sql("update act_ru_job set duedate_ = ? where duedate_ >= ? and process_instance_id_ not in"
                            + " (select proc_inst_id_ from act_ru_execution where business_key_ = ?)"
                            + " and job_def_id_ in (select id_ from act_ru_jobdef where act_id_ = ?)")
                    .params(
                            LocalDateTime.ofEpochSecond(due / 1000, (int) (due % 1000) * 1_000_000, ZoneOffset.UTC),
                            FAR,
                            ours,
                            WAITING)
                    .update();
            while (left(jdbc) > 0) {
                Thread.sleep(5);
            }
            lags.add((double) ClockUtil.getCurrentTime().getTime() - due);
        }
        ClockUtil.reset();
        figures.put(
                "timerLagIdleMs",
                lags.stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
                "the longest of five");
    }

    private static org.camunda.bpm.engine.impl.jobexecutor.JobExecutor executor(ProcessEngine engine) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }
}
