package org.recourse.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.FollowUpIds.INTERMEDIATE_EVENT_FOLLOW_UP_DUE;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.recourse.bench.Measurements.Rounds;
import org.recourse.customer.Customers;
import org.recourse.identity.Browser;
import org.recourse.insight.figures.counting.FigureKeeper;
import org.recourse.insight.search.CaseTexts;

/** An auditor's search and the page of figures over closed cases. */
final class SearchBench {

    private static final List<String> SEARCHES = List.of(
            "/api/escalations?words=roaming&size=50",
            "/api/escalations?customer=S-1-1&size=50",
            "/api/escalations?state=closed&sort=openedAt&size=50");

    /** Copied grants have no bookings: a hundred thousand findings would be written while others are measured. */
    private static final String NO_LEDGER_CHECK = "recourse.money.check-after=PT24H";

    private final Server server;
    private final Measurements figures;
    private String closed = "";

    SearchBench(Server server, Measurements figures) {
        this.server = server;
        this.figures = figures;
    }

    void run(int small, int large) throws Exception {
        Sides.recourse(server.create("search")).run(context -> {
            assertThat(context).hasNotFailed();
            ProcessEngine engine = context.getBean(ProcessEngine.class);
            Workforce.hire(engine);
            Workforce.add(engine, "auditor1", List.of("auditor"));
            context.getBean(Customers.class).meet("S-1", "Somebody", null, "s-1@example.org");
            closed = close(new CaseWalk(engine, false), engine.getManagementService());
        });
        measure(1, small);
        measure(small, large);
    }

    private static String close(CaseWalk walk, ManagementService jobs) {
        String number = walk.open("agent1", CaseWalk.AGENT, "S-1");
        walk.listen(number);
        walk.restate(number);
        walk.propose(number, "We refund the double charge.");
        walk.agree(number);
        walk.wrapUp(number);
        runMessages(jobs);
        walk.keepPromise(number, "agent1", CaseWalk.AGENT);
        jobs.createJobQuery()
                .activityId(INTERMEDIATE_EVENT_FOLLOW_UP_DUE)
                .list()
                .forEach(job -> jobs.executeJob(job.getId()));
        runMessages(jobs);
        walk.rate(number);
        runMessages(jobs);
        return number;
    }

    static void runMessages(ManagementService jobs) {
        for (var due = jobs.createJobQuery().messages().list();
                !due.isEmpty();
                due = jobs.createJobQuery().messages().list()) {
            due.forEach(job -> jobs.executeJob(job.getId()));
        }
    }

    private void measure(int from, int until) throws Exception {
        new MassData(server.url("search")).multiplyClosed(closed, from, until);
        server.settle("search");
        Sides.recourse(server.url("search"))
                .withPropertyValues(NO_LEDGER_CHECK)
                .run(
                        context -> { // what an operator runs after rows came in past the application
                            var texts = CompletableFuture.runAsync(context.getBean(CaseTexts.class)::rebuild);
                            context.getBean(FigureKeeper.class).rebuild();
                            texts.join();
                        });
        server.settle("search");
        String label = ListBench.label(until);
        try (Node node = Node.recourse(server.url("search"), "700m", "--" + NO_LEDGER_CHECK)) {
            Browser auditor = new Browser(node.port());
            assertThat(auditor.logIn("auditor1", Workforce.PASSWORD, "cockpit")).isEqualTo(200);
            List<Double> searches = new ArrayList<>();
            List<Double> reports = new ArrayList<>();
            for (int round = -3; round < 10; round++) {
                for (String search : SEARCHES) {
                    double millis = millis(auditor, search);
                    if (round >= 0) {
                        searches.add(millis);
                    }
                }
                double millis = millis(auditor, "/api/metrics?groupBy=team");
                if (round >= 0) {
                    reports.add(millis);
                }
            }
            figures.put("searchMs" + label, Rounds.of(searches), "by words, by customer, first page of all closed");
            figures.put("metricsMs" + label, Rounds.of(reports), "by team");
        }
    }

    private static double millis(Browser auditor, String path) throws Exception {
        return ListBench.millis(() -> {
            var answer = auditor.get(path);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        });
    }
}
