package org.recourse.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.FollowUpIds.INTERMEDIATE_EVENT_FOLLOW_UP_DUE;
import static org.recourse.model.PromiseIds.USER_TASK_KEEP_PROMISE;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.bench.CaseWalk;
import org.recourse.customer.Customers;
import org.recourse.identity.WithoutWebServer;
import org.recourse.knowledge.Article;
import org.recourse.knowledge.Articles;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a settled first-line case costs a real PostgreSQL, in Recourse as it runs in production and in the stock engine
 * with the same diagrams and the same submitted values. Each walks the path once before it is counted.
 */
class CostIT {

    private static final String[] TWO_CUSTOMERS = {"C-4711", "C-4712"};
    private static final String RECORD = "/cost/%s-statements.txt";
    private static final String NOW = "target/%s-statements.txt";

    private static EmbeddedPostgres postgres;
    private static FirstLinePath recourse;
    private static FirstLinePath stock;
    private static final Map<String, Cost> paths = new TreeMap<>();

    @BeforeAll
    static void walkBoth() throws Exception {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("autovacuum", "off")
                .start();
        server().sql("create extension pg_stat_statements").update();
        walkRecourse();
        walkStock();
        System.out.println(table());
        paths.put("first-line", recourse.together());
        for (var path : paths.entrySet()) {
            Files.writeString(
                    Path.of(NOW.formatted(path.getKey())), lines(path.getValue().statements()));
        }
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    private static void walkRecourse() {
        WithoutWebServer.with("production")
                .withPropertyValues(
                        "RECOURSE_DB_URL=" + database("recourse"),
                        "RECOURSE_DB_USERNAME=postgres",
                        "RECOURSE_DB_PASSWORD=postgres",
                        "spring.session.jdbc.cleanup-cron=-", // comes by once a minute, whatever the path
                        "recourse.admin.id=boss",
                        "recourse.admin.password=not-a-known-one")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    addAgent(context);
                    addArticles(context);
                    for (String customer : TWO_CUSTOMERS) {
                        context.getBean(Customers.class).meet(customer, "Somebody", null, customer + "@example.org");
                        recourse = walked(context, "recourse", customer, null);
                    }
                    walkOthers(context);
                });
    }

    /** Each once for the caches, and once counted; looking for the next step and job is counted too. */
    private static void walkOthers(ApplicationContext context) {
        var engine = context.getBean(ProcessEngine.class);
        addPerson(engine, "supervisor1", CaseWalk.SUPERVISOR);
        addPerson(engine, "manager1", CaseWalk.MANAGER);
        var walk = new CaseWalk(engine, false);
        var counter = new StatementCounter(server(), "recourse");
        for (int time = 1; time <= 2; time++) {
            for (String path : List.of("second-line", "manager", "callback")) {
                String customer = "C-%s-%d".formatted(path, time);
                context.getBean(Customers.class)
                        .meet(customer, "Somebody", "+49301234567" + time, customer + "@example.org");
                paths.put(path, counter.of(() -> walk(walk, path, customer)));
                engine.getManagementService()
                        .createJobQuery()
                        .messages()
                        .list()
                        .forEach(job -> engine.getManagementService().executeJob(job.getId()));
            }
        }
    }

    private static void walk(CaseWalk walk, String path, String customer) {
        String number = walk.open("agent1", CaseWalk.AGENT, customer);
        if (path.equals("callback")) {
            walk.callBack(number);
            return;
        }
        walk.listen(number);
        walk.restate(number);
        walk.propose(number, "We refund the double charge.");
        walk.escalate(number);
        walk.completeBrief(number);
        walk.takeOver(number, "supervisor1", CaseWalk.SUPERVISOR);
        if (path.equals("manager")) {
            walk.resolve(number, "supervisor1", CaseWalk.SUPERVISOR, "escalate");
            walk.takeOver(number, "manager1", CaseWalk.MANAGER);
            walk.resolve(number, "manager1", CaseWalk.MANAGER, "agreed");
        } else {
            walk.resolve(number, "supervisor1", CaseWalk.SUPERVISOR, "agreed");
        }
    }

    private static void walkStock() {
        StockEngine.on(database("stock")).run(context -> {
            assertThat(context).hasNotFailed();
            StockEngine.deploy(context);
            for (String customer : TWO_CUSTOMERS) {
                stock = walked(context, "stock", customer, "case of " + customer);
            }
        });
    }

    private static FirstLinePath walked(
            ApplicationContext context, String database, String customer, String businessKey) {
        var engine = context.getBean(ProcessEngine.class);
        var path = new FirstLinePath(engine, new StatementCounter(server(), database));
        path.walk(customer, businessKey);
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .timers()
                        .activityId(INTERMEDIATE_EVENT_FOLLOW_UP_DUE)
                        .count())
                .isEqualTo(engine.getTaskService()
                        .createTaskQuery()
                        .taskDefinitionKey(USER_TASK_KEEP_PROMISE)
                        .count())
                .isPositive();
        return path;
    }

    @Test
    void the_first_line_needs_no_more_statements_than_the_stock_engine() {
        assertThat(recourse.together().total())
                .as(CostIT::table)
                .isLessThanOrEqualTo(stock.together().total());
    }

    /** With a payment system one more: the order to pay is on record before money moves, so that a crash pays once. */
    @Test
    void the_first_line_needs_no_more_commits_than_the_stock_engine() {
        assertThat(recourse.together().commits())
                .as(CostIT::table)
                .isLessThanOrEqualTo(stock.together().commits());
    }

    @ParameterizedTest
    @ValueSource(strings = {"first-line", "second-line", "manager", "callback"})
    void no_statement_joined_those_on_record(String path) throws IOException {
        Map<String, Integer> now = paths.get(path).statements();
        Map<String, Integer> onRecord = onRecord(path);

        assertThat(sum(now))
                .as("""
                        statements of the path %s. If the new ones are worth it, copy %s to src/test/resources%s.
                        What came and went:
                        %s""", path, NOW.formatted(path), RECORD.formatted(path), difference(onRecord, now))
                .isLessThanOrEqualTo(sum(onRecord));
    }

    private static String difference(Map<String, Integer> before, Map<String, Integer> after) {
        Map<String, Integer> all = new TreeMap<>(after);
        before.forEach((sql, count) -> all.merge(sql, -count, Integer::sum));
        return all.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry -> "%+d  %s".formatted(entry.getValue(), entry.getKey()))
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, Integer> onRecord(String path) throws IOException {
        try (var file = CostIT.class.getResourceAsStream(RECORD.formatted(path))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("  ", 2))
                    .collect(Collectors.toMap(line -> line[1], line -> Integer.valueOf(line[0].strip())));
        }
    }

    private static String lines(Map<String, Integer> statements) {
        return statements.entrySet().stream()
                .map(entry -> "%d  %s\n".formatted(entry.getValue(), entry.getKey()))
                .collect(Collectors.joining());
    }

    private static int sum(Map<String, Integer> statements) {
        return statements.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String table() {
        var table = new StringBuilder("statements / commits                Recourse        stock\n");
        recourse.stages()
                .forEach((stage, cost) -> row(table, stage, cost, stock.stages().get(stage)));
        row(table, "until the follow-up waits", recourse.together(), stock.together());
        row(table, "sending the confirmation", recourse.sending(), stock.sending());
        recourse.reading()
                .forEach((form, cost) -> row(
                        table, "showing the form " + form, cost, stock.reading().get(form)));
        return table.toString();
    }

    private static void row(StringBuilder table, String what, Cost recourse, Cost stock) {
        table.append("%-32s %6d /%3d  %6d /%3d%n"
                .formatted(what, recourse.total(), recourse.commits(), stock.total(), stock.commits()));
    }

    private static void addAgent(ApplicationContext context) {
        addPerson(context.getBean(ProcessEngine.class), "agent1", FirstLinePath.AGENTS_GROUPS);
    }

    private static void addPerson(ProcessEngine engine, String id, List<String> groups) {
        engine.getIdentityService().saveUser(engine.getIdentityService().newUser(id));
        groups.forEach(group -> engine.getIdentityService().createMembership(id, group));
    }

    private static void addArticles(ApplicationContext context) {
        for (int successes = 1; successes <= 3; successes++) {
            context.getBean(Articles.class)
                    .add(new Article(
                            0,
                            "Article " + successes,
                            "We refund it.",
                            "mobile phone",
                            null,
                            10,
                            successes,
                            "owner1",
                            LocalDate.of(2030, 1, 1)));
        }
    }

    private static JdbcClient server() {
        return JdbcClient.create(postgres.getPostgresDatabase());
    }

    private static String database(String name) {
        server().sql("create database " + name).update();
        return postgres.getJdbcUrl("postgres", name);
    }
}
