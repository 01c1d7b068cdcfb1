package org.recourse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.recourse.bench.MassData.Copies;
import org.recourse.bench.Measurements.Rounds;
import org.recourse.cost.StockEngine;
import org.recourse.customer.Customers;
import org.recourse.identity.Browser;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An agent's list, a case file and the columns of a list, with few and with very many open cases. */
final class ListBench {

    private static final String LIST_BODY = "{\"sorting\":[],\"active\":true}";
    private static final int OFFERED = 40;
    private static final int OWN = 10;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 25);

    /** Tasklist asks every ten seconds for each agent: fifty agents ask this often within a minute. */
    private static final int WARM_UP = 300;

    /** Again after the cases became many: plans, buffers. */
    private static final int SETTLING = 100;

    private static final int SECONDS = 20;

    private final Server server;
    private final Measurements figures;
    private final Map<String, String> offered = new HashMap<>();
    private final Map<String, String> held = new HashMap<>();

    ListBench(Server server, Measurements figures) {
        this.server = server;
        this.figures = figures;
    }

    /** The nodes run on while the cases become many, as they do in life; what is measured is code that is compiled. */
    void run(int small, int large) throws Exception {
        prepare();
        fill(100, small);
        try (Node recourse = Node.recourse(server.url("recourse"), "700m");
                Node stock = Node.stock(server.url("stock"), "700m")) {
            var ours = new TaskList(recourse);
            var theirs = new TaskList(stock);
            for (int i = 0; i < WARM_UP; i++) {
                ours.look();
                theirs.look();
            }
            Agents agents = new Agents(recourse);
            agents.work(SECONDS);
            measure(label(small), agents, ours, theirs, false);
            fill(small, large);
            agents.work(SECONDS);
            measure(label(large), agents, ours, theirs, true);
            measureQueue(label(large), ours, theirs);
        }
    }

    static String label(int cases) {
        return cases >= 1000 ? cases / 1000 + "k" : String.valueOf(cases);
    }

    private void prepare() {
        Sides.recourse(server.create("recourse")).run(context -> {
            assertThat(context).hasNotFailed();
            var engine = context.getBean(ProcessEngine.class);
            Workforce.hire(engine);
            for (int i = 0; i < Agents.HOW_MANY; i++) {
                Workforce.agent(engine, Agents.name(i));
            }
            for (String customer : List.of("C-1", "C-2")) {
                context.getBean(Customers.class).meet(customer, "Somebody", null, customer + "@example.org");
            }
            var walk = new CaseWalk(engine, false);
            offered.put("recourse", walk.open("supervisor1", CaseWalk.SUPERVISOR, "C-1"));
            held.put("recourse", walk.open("agent1", CaseWalk.AGENT, "C-2"));
            walk.listen(held.get("recourse"));
        });
        Sides.stock(server.create("stock"))
                .withPropertyValues("camunda.bpm.authorization.enabled=true")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    var engine = context.getBean(ProcessEngine.class);
                    StockEngine.deploy(context);
                    Workforce.hire(engine);
                    Workforce.permitStock(engine);
                    var walk = new CaseWalk(engine, true);
                    offered.put("stock", walk.open("supervisor1", CaseWalk.SUPERVISOR, "C-1"));
                    engine.getTaskService()
                            .addCandidateGroup(
                                    task(engine, offered.get("stock")).getId(), "team-north-agent");
                    held.put("stock", walk.open("agent1", CaseWalk.AGENT, "C-2"));
                    engine.getTaskService()
                            .setAssignee(task(engine, held.get("stock")).getId(), "agent1");
                    walk.listen(held.get("stock"));
                    engine.getTaskService()
                            .setAssignee(task(engine, held.get("stock")).getId(), "agent1");
                });
        for (String side : List.of("recourse", "stock")) {
            var data = new MassData(server.url(side));
            data.multiply(offered.get(side), 1, OFFERED);
            data.multiply(held.get(side), 1, OWN);
        }
    }

    private static Task task(ProcessEngine engine, String key) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(key)
                .singleResult();
    }

    /** A fifth waits in the queues of other teams, the rest is held by other agents. */
    private void fill(int from, int until) {
        for (String side : List.of("recourse", "stock")) {
            var data = new MassData(server.url(side));
            int queued = (until - from) / 5;
            data.multiplyElsewhere(
                    new Copies(offered.get(side), from, from + queued),
                    new Copies(held.get(side), from + queued, until));
            server.stopWhatRuns(side);
            server.settle(side);
        }
    }

    private void measure(String label, Agents agents, TaskList ours, TaskList theirs, boolean many) throws Exception {
        assertThat(ours.size())
                .as("what both lists hold")
                .isEqualTo(theirs.size())
                .isEqualTo(OFFERED + OWN);
        List<Double> ourTimes = new ArrayList<>();
        List<Double> theirTimes = new ArrayList<>();
        List<Double> cards = new ArrayList<>();
        List<Double> files = new ArrayList<>();
        String ids = String.join(",", ours.ids());
        for (int round = -SETTLING; round < ROUNDS; round++) {
            double our = millis(ours::look);
            double their = millis(theirs::look);
            double card = millis(
                    () -> ok(ours.browser().get("/api/work/cards?tasks=" + ids).statusCode()));
            double file = millis(() ->
                    ok(ours.browser().get("/api/cases/" + held.get("recourse")).statusCode()));
            if (round >= 0) {
                ourTimes.add(our);
                theirTimes.add(their);
                cards.add(card);
                files.add(file);
            }
        }
        figures.put("taskListMs" + label, Rounds.of(ourTimes), "list and count of 50, 3 groups");
        String theirKey = "taskListStockMs" + label;
        if (many) {
            figures.put(theirKey, Rounds.of(theirTimes), "");
        } else {
            figures.tell(theirKey, Rounds.of(theirTimes), "");
        }
        figures.tell("cardsMs" + label, Rounds.of(cards), "the columns of 15 tasks");
        figures.put("caseFileMs" + label, Rounds.of(files), "");
        List<Double> steps = agents.work(SECONDS);
        figures.put(
                "stepP95Ms" + label, Rounds.percentile(steps, 0.95), "%d steps of 50 agents".formatted(steps.size()));
    }

    /** A crowded list: what waits in the queues of six other teams is offered to this agent's team. */
    private void measureQueue(String label, TaskList ours, TaskList theirs) throws Exception {
        for (String side : List.of("recourse", "stock")) {
            JdbcClient jdbc = server.in(side);
            for (String table : List.of("act_ru_identitylink", "act_ru_authorization")) {
                jdbc.sql("update %s set group_id_ = 'team-north-agent' where group_id_ ~ '^team-[1-6]-agent$'"
                                .formatted(table))
                        .update();
                jdbc.sql("vacuum analyze " + table).update();
            }
        }
        int all = ours.size();
        assertThat(all).isEqualTo(theirs.size()).isGreaterThan(OFFERED + OWN);
        List<Double> ourTimes = new ArrayList<>();
        List<Double> theirTimes = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            ourTimes.add(millis(ours::look));
            theirTimes.add(millis(theirs::look));
        }
        figures.tell("taskListOneQueueMs" + label, Rounds.of(ourTimes), "%d tasks in one list".formatted(all));
        figures.tell("taskListOneQueueStockMs" + label, Rounds.of(theirTimes), "");
    }

    /** The list of agent1, in a browser of their own. */
    private record TaskList(Browser browser, String path) {

        private static final ObjectMapper JSON = new ObjectMapper();

        TaskList(Node node) throws Exception {
            this(loggedIn(node));
        }

        private TaskList(Browser browser) throws Exception {
            this(browser, "/camunda/api/engine/engine/default/filter/" + filter(browser));
        }

        private static Browser loggedIn(Node node) throws Exception {
            Browser browser = new Browser(node.port());
            assertThat(browser.logIn("agent1", Workforce.PASSWORD, "tasklist")).isEqualTo(200);
            return browser;
        }

        private static String filter(Browser browser) throws Exception {
            return JSON.readTree(
                            browser.get("/camunda/api/engine/engine/default/filter?resourceType=Task&name=My%20calls")
                                    .body())
                    .get(0)
                    .get("id")
                    .asText();
        }

        /** List and count, as Tasklist asks every ten seconds. */
        void look() throws Exception {
            list();
            count();
        }

        int size() throws Exception {
            int counted = JSON.readTree(count()).get("count").asInt();
            assertThat(JSON.readTree(list()).get("count").asInt()).isEqualTo(counted);
            return counted;
        }

        List<String> ids() throws Exception {
            return StreamSupport.stream(
                            JSON.readTree(list()).get("_embedded").get("task").spliterator(), false)
                    .map(task -> task.get("id").asText())
                    .toList();
        }

        private String list() throws Exception {
            return told(browser.list(path + "/list?firstResult=0&maxResults=15", LIST_BODY));
        }

        private String count() throws Exception {
            return told(browser.post(path + "/count", "{}"));
        }

        private static String told(HttpResponse<String> answer) {
            ok(answer.statusCode());
            return answer.body();
        }
    }

    private static void ok(int status) {
        assertThat(status).isEqualTo(200);
    }

    interface Work {
        void run() throws Exception;
    }

    static double millis(Work work) throws Exception {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e6;
    }
}
