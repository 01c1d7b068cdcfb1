package org.recourse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.recourse.bench.Measurements.Rounds;
import org.recourse.cost.StockEngine;
import org.recourse.customer.Customers;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whole cases: 70 % agreed at first, 7 % with a second angle, 18 % with a supervisor, 5 % with a manager; promise kept,
 * checked in, rated, closed. Four clients submit forms, each engine's own job executor does the rest; days pass by moving
 * the engine's clock. The sides take turns, after a long round that is not counted: whoever works all day is compiled.
 */
final class MixBench {

    private static final int CLIENTS = 4;
    private static final String FOR_STATEMENTS = """
            select coalesce(sum(calls), 0) from pg_stat_statements
            where dbid = (select oid from pg_database where datname = ?)
              and query !~* '^(begin|commit|rollback|set |show |savepoint|release|deallocate|discard)'""";

    private final Server server;
    private final Measurements figures;
    private final int cases;
    private final int rounds;
    private long daysPassed;
    private int customers;

    MixBench(Server server, Measurements figures, int cases, int rounds) {
        this.server = server;
        this.figures = figures;
        this.cases = cases;
        this.rounds = rounds;
    }

    /** What one round cost, per case. */
    record Cost(double perSecond, double statements, double commits, double wal) {}

    void run() {
        Sides.recourse(server.create("mix_recourse"))
                .withPropertyValues("camunda.bpm.job-execution.enabled=true")
                .run(recourse -> {
                    assertThat(recourse).hasNotFailed();
                    Sides.stock(server.create("mix_stock"))
                            .withPropertyValues("camunda.bpm.job-execution.enabled=true")
                            .run(stock -> {
                                assertThat(stock).hasNotFailed();
                                StockEngine.deploy(stock);
                                Workforce.hire(recourse.getBean(ProcessEngine.class));
                                measure(
                                        recourse.getBean(ProcessEngine.class),
                                        recourse.getBean(Customers.class),
                                        stock.getBean(ProcessEngine.class));
                            });
                });
    }

    private void measure(ProcessEngine recourse, Customers known, ProcessEngine stock) throws Exception {
        start(recourse);
        start(stock);
        List<Cost> ours = new ArrayList<>();
        List<Cost> theirs = new ArrayList<>();
        try {
            for (int round = -1; round < rounds; round++) {
                int of = round < 0 ? cases * 2 : cases;
                Cost our = round(recourse, "mix_recourse", false, known, of);
                Cost their = round(stock, "mix_stock", true, known, of);
                if (round >= 0) {
                    ours.add(our);
                    theirs.add(their);
                }
            }
        } finally {
            ClockUtil.reset();
        }
        ratio("casesPerSecondRatio", ours, theirs, Cost::perSecond);
        ratio("statementsPerCaseRatio", ours, theirs, Cost::statements);
        ratio("commitsPerCaseRatio", ours, theirs, Cost::commits);
        ratio("walPerCaseRatio", ours, theirs, Cost::wal);
    }

    private static void start(ProcessEngine engine) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getJobExecutor()
                .start();
    }

    private void ratio(String key, List<Cost> ours, List<Cost> theirs, java.util.function.ToDoubleFunction<Cost> of) {
        Rounds ratio = Rounds.of(IntStream.range(0, ours.size())
                .mapToObj(i -> of.applyAsDouble(ours.get(i)) / of.applyAsDouble(theirs.get(i)))
                .toList());
        double our = Rounds.of(ours.stream().map(of::applyAsDouble).toList()).median();
        double their =
                Rounds.of(theirs.stream().map(of::applyAsDouble).toList()).median();
        figures.put(key, ratio, "%.1f against %.1f".formatted(our, their));
    }

    private Cost round(ProcessEngine engine, String database, boolean stock, Customers known, int of) throws Exception {
        JdbcClient root = server.root();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < of; i++) {
            names.add("M-" + ++customers);
            if (!stock) {
                known.meet(
                        names.get(i),
                        "Somebody",
                        null,
                        names.get(i).toLowerCase(java.util.Locale.ROOT) + "@example.org");
            }
        }
        double statements = number(root, FOR_STATEMENTS, database);
        double commits = number(root, "select pg_snapshot_xmax(pg_current_snapshot())::text::bigint");
        double wal = number(root, "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')");
        long began = System.nanoTime();
        work(engine, stock, names);
        double seconds = (System.nanoTime() - began) / 1e9;
        Cost cost = new Cost(
                of / seconds,
                (number(root, FOR_STATEMENTS, database) - statements) / of,
                (number(root, "select pg_snapshot_xmax(pg_current_snapshot())::text::bigint") - commits) / of,
                (number(root, "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')") - wal) / of / 1024);
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .as("instances left over")
                .isZero();
        return cost;
    }

    private void work(ProcessEngine engine, boolean stock, List<String> names) throws Exception {
        CaseWalk walk = new CaseWalk(engine, stock);
        List<Owned> open = inParallel(names.size(), i -> call(walk, names.get(i), i));
        jobsDone(engine);
        inParallel(open.size(), i -> {
            walk.keepPromise(
                    open.get(i).number(), open.get(i).who(), open.get(i).groups());
            return i;
        });
        daysPassed += 7;
        ClockUtil.offset(TimeUnit.DAYS.toMillis(daysPassed));
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getJobExecutor()
                .jobWasAdded();
        jobsDone(engine);
        inParallel(open.size(), i -> {
            walk.rate(open.get(i).number());
            return i;
        });
        jobsDone(engine);
    }

    private record Owned(String number, String who, List<String> groups) {}

    private static Owned call(CaseWalk walk, String customer, int i) {
        String number = walk.open("agent1", CaseWalk.AGENT, customer);
        walk.listen(number);
        walk.restate(number);
        walk.propose(number, "We refund the double charge to your bank account.");
        int of100 = i * 37 % 100;
        if (of100 < 77) {
            if (of100 >= 70) {
                walk.refuse(number);
                walk.propose(number, "We refund it in cash today.");
            }
            walk.agree(number);
            walk.wrapUp(number);
            return new Owned(number, "agent1", CaseWalk.AGENT);
        }
        walk.escalate(number);
        walk.completeBrief(number);
        walk.takeOver(number, "supervisor1", CaseWalk.SUPERVISOR);
        if (of100 < 95) {
            walk.resolve(number, "supervisor1", CaseWalk.SUPERVISOR, "agreed");
            return new Owned(number, "supervisor1", CaseWalk.SUPERVISOR);
        }
        walk.resolve(number, "supervisor1", CaseWalk.SUPERVISOR, "escalate");
        walk.takeOver(number, "manager1", CaseWalk.MANAGER);
        walk.resolve(number, "manager1", CaseWalk.MANAGER, "agreed");
        return new Owned(number, "manager1", CaseWalk.MANAGER);
    }

    private static <T> List<T> inParallel(int of, java.util.function.IntFunction<T> work) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<T>> all = IntStream.range(0, of)
                    .mapToObj(i -> (Callable<T>) () -> work.apply(i))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> done : clients.invokeAll(all)) {
                results.add(done.get());
            }
            return results;
        } finally {
            clients.shutdown();
        }
    }

    static void jobsDone(ProcessEngine engine) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (engine.getManagementService().createJobQuery().executable().count() > 0
                || engine.getManagementService()
                                .createJobQuery()
                                .messages()
                                .withRetriesLeft()
                                .count()
                        > 0) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("jobs are left: "
                        + engine.getManagementService()
                                .createJobQuery()
                                .executable()
                                .list());
            }
            Thread.sleep(20);
        }
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .noRetriesLeft()
                        .count())
                .as("failed jobs")
                .isZero();
    }

    private static double number(JdbcClient jdbc, String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(Double.class).single();
    }
}
