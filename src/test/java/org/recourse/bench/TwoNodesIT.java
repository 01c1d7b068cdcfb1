package org.recourse.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_PROPOSE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESTATE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.recourse.compensation.payment.MisbehavingPayments;
import org.recourse.identity.Browser;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two processes of the packaged application on one PostgreSQL: they start together on an empty database, people work on
 * both, and one is killed in the middle of a storm of calls with payments and messages.
 */
@Tag("faults")
class TwoNodesIT {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CASES = Integer.getInteger("nodes.cases", 500);
    private static final int PEOPLE = 8;
    private static final List<Map<String, Object>> CALL = List.of(
            Map.of("story", "I was charged twice.", "product", "mobile phone", "mood", 3, "callState", "goes-on"),
            Map.of("customerConfirms", "yes", "callState", "goes-on"),
            Map.of(
                    "solution",
                    "We refund it.",
                    "compensationKind",
                    "refund",
                    "compensationAmount",
                    18.4,
                    "callState",
                    "goes-on"),
            Map.of("customerAnswer", "agreed", "callState", "goes-on"));

    private record Accepted(String instance, String step) {}

    private final ConcurrentLinkedQueue<Accepted> accepted = new ConcurrentLinkedQueue<>();
    private final AtomicInteger agreed = new AtomicInteger();
    private final AtomicInteger customers = new AtomicInteger();

    @Test
    void a_node_that_is_killed_in_a_storm_loses_nothing_and_does_nothing_twice() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try (Server server = new Server();
                MisbehavingPayments payments = new MisbehavingPayments()) {
            String url = server.create("nodes");
            String[] settings = {
                "--spring.mail.host=localhost",
                "--spring.mail.port=" + mail.getSmtp().getPort(),
                "--recourse.payment.url=" + payments.url(),
                "--camunda.bpm.job-execution.lock-time-in-millis=20000"
            };
            CompletableFuture<Node> starting = CompletableFuture.supplyAsync(() -> started(url, settings));
            try (Node first = started(url, settings);
                    Node second = starting.join()) {
                everythingIsThereOnce(server.in("nodes"));
                hire(url);
                List<Seat> seats = seats(first, second);
                twoAgainstOne(seats);
                storm(seats, second);
                jobsEnd(server.in("nodes"));
                check(server.in("nodes"), payments, mail);
            }
        } finally {
            mail.stop();
        }
    }

    private static Node started(String url, String... settings) {
        try {
            return Node.packaged(url, "512m", settings);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void everythingIsThereOnce(JdbcClient jdbc) {
        for (String once : List.of(
                "select key_ from act_re_procdef group by key_ having count(*) > 1",
                "select key_ from act_re_decision_def group by key_ having count(*) > 1",
                "select key_ from act_re_camformdef group by key_ having count(*) > 1",
                "select name_ from act_re_deployment group by name_ having count(*) > 1",
                "select name_ from act_ru_filter group by name_ having count(*) > 1",
                "select group_id_ || resource_type_ || resource_id_ from act_ru_authorization"
                        + " group by group_id_, resource_type_, resource_id_ having count(*) > 1")) {
            assertThat(jdbc.sql(once).query(String.class).list()).as(once).isEmpty();
        }
        assertThat(jdbc.sql("select count(*) from act_re_procdef")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    private static void hire(String url) {
        Sides.recourse(url).run(context -> {
            assertThat(context).hasNotFailed();
            for (int i = 0; i < PEOPLE; i++) {
                Workforce.agent(context.getBean(ProcessEngine.class), Agents.name(i));
            }
        });
    }

    /** An agent logs in once; each request then goes to either node in turns, as behind a balancer that remembers nobody. */
    private static final class Seat {

        private final List<Browser> nodes = new ArrayList<>();
        private int requests;

        Browser next() {
            return nodes.get(requests++ % nodes.size());
        }

        /** @return whether another one is left */
        boolean without(Browser gone) {
            return nodes.size() > 1 && nodes.remove(gone);
        }

        Seat atOne() {
            Seat one = new Seat();
            one.nodes.add(nodes.get(0));
            return one;
        }
    }

    private static List<Seat> seats(Node first, Node second) throws Exception {
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Browser browser = new Browser(i % 2 == 0 ? first.port() : second.port());
            assertThat(browser.logIn(Agents.name(i), Workforce.PASSWORD, "tasklist"))
                    .isEqualTo(200);
            Seat seat = new Seat();
            seat.nodes.addAll(List.of(browser.at(first.port()), browser.at(second.port())));
            seats.add(seat);
        }
        return seats;
    }

    /** In turns on the same cores; printed and not asserted, because what else runs on the machine meets one turn only. */
    private void twoAgainstOne(List<Seat> seats) throws Exception {
        List<Seat> atOne = seats.stream().map(Seat::atOne).toList();
        callsPerSecond(seats, CASES / 6);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            double two = callsPerSecond(seats, CASES / 12);
            double one = callsPerSecond(atOne, CASES / 12);
            System.out.printf("NODES calls per second: two %.1f, one %.1f%n", two, one);
            ratios.add(two / one);
        }
        System.out.printf(
                "NODES two against one: median %.2f of %s (must reach 1)%n",
                Measurements.Rounds.of(ratios).median(), ratios);
    }

    private double callsPerSecond(List<Seat> seats, int calls) throws Exception {
        long began = System.nanoTime();
        for (Future<?> agent : work(seats, new AtomicInteger(calls))) {
            agent.get();
        }
        return calls / ((System.nanoTime() - began) / 1e9);
    }

    private List<Future<?>> work(List<Seat> seats, AtomicInteger left) {
        ExecutorService threads = Executors.newFixedThreadPool(seats.size());
        List<Future<?>> working = new ArrayList<>();
        for (Seat seat : seats) {
            working.add(threads.submit((Callable<Void>) () -> {
                while (left.getAndDecrement() > 0) {
                    call(seat);
                }
                return null;
            }));
        }
        threads.shutdown();
        return working;
    }

    private void storm(List<Seat> seats, Node second) throws Exception {
        int before = agreed.get();
        List<Future<?>> working = work(seats, new AtomicInteger(CASES));
        await().atMost(Duration.ofMinutes(5)).until(() -> agreed.get() - before >= CASES / 3);
        second.kill();
        for (Future<?> agent : working) {
            agent.get();
        }
        assertThat(agreed.get() - before).isGreaterThan(CASES * 9 / 10);
    }

    private void call(Seat seat) throws Exception {
        Browser here = seat.next();
        String mail = "customer-%d@example.org".formatted(customers.incrementAndGet());
        JsonNode opened;
        try {
            opened = submit(
                    here,
                    "/process-definition/key/CustomerEscalation/submit-form",
                    Map.of("email", mail, "channel", "phone", "title", "Roaming charged twice"));
        } catch (IOException gone) {
            if (!seat.without(here)) {
                throw gone;
            }
            return;
        }
        String instance = opened.get("id").asText();
        for (Map<String, Object> answers : CALL) {
            String step = answer(seat, instance, answers);
            if (step != null) {
                accepted.add(new Accepted(instance, step));
            }
        }
        agreed.incrementAndGet();
    }

    /** @return the step; nothing when the node died after it took the answer and before it said so */
    private @Nullable String answer(Seat seat, String instance, Map<String, Object> answers) throws Exception {
        Browser here = seat.next();
        try {
            JsonNode task = task(here, instance);
            submit(here, "/task/" + task.get("id").asText() + "/submit-form", answers);
            return task.get("taskDefinitionKey").asText();
        } catch (IOException gone) {
            if (!seat.without(here)) {
                throw gone;
            }
        }
        Browser other = seat.next();
        JsonNode task = task(other, instance);
        if (task == null || !expects(task, answers)) {
            return null;
        }
        submit(other, "/task/" + task.get("id").asText() + "/submit-form", answers);
        return task.get("taskDefinitionKey").asText();
    }

    private static boolean expects(JsonNode task, Map<String, Object> answers) {
        return switch (task.get("taskDefinitionKey").asText()) {
            case USER_TASK_LISTEN -> answers.containsKey("story");
            case USER_TASK_RESTATE -> answers.containsKey("customerConfirms");
            case USER_TASK_PROPOSE -> answers.containsKey("solution");
            default -> answers.containsKey("customerAnswer");
        };
    }

    private static JsonNode task(Browser browser, String instance) throws Exception {
        return JSON.readTree(browser.get(ENGINE + "/task?processInstanceId=" + instance)
                        .body())
                .get(0);
    }

    private static JsonNode submit(Browser browser, String path, Map<String, Object> answers) throws Exception {
        Map<String, Object> variables = new LinkedHashMap<>();
        answers.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        var answer = browser.post(ENGINE + path, JSON.writeValueAsString(Map.of("variables", variables)));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
        return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    }

    /** A message that the killed node was sending is left to a person when five minutes have passed; all else is done. */
    private static void jobsEnd(JdbcClient jdbc) {
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> jdbc.sql("""
                        select count(*) from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
                        where j.handler_type_ = 'async-continuation' and j.process_instance_id_ not in
                          (select v.proc_inst_id_ from act_ru_variable v join message m on m.id = v.long_
                           where v.name_ = 'messageId' and m.state = 'sending')""").query(Long.class).single() == 0);
    }

    private void check(JdbcClient jdbc, MisbehavingPayments payments, GreenMail mail) throws Exception {
        for (Accepted step : accepted) {
            assertThat(jdbc.sql(
                                    "select count(*) from act_hi_taskinst where proc_inst_id_ = ? and task_def_key_ = ? and end_time_ is not null")
                            .params(step.instance(), step.step())
                            .query(Long.class)
                            .single())
                    .as("%s", step)
                    .isPositive();
        }
        assertThat(jdbc.sql("select count(*) from act_ru_job where retries_ = 0")
                        .query(Long.class)
                        .single())
                .as("jobs given up")
                .isZero();
        assertThat(jdbc.sql("""
                        select count(*) from promise p where p.state = 'pending' and not exists
                          (select 1 from act_ru_variable v join act_ru_job j on j.process_instance_id_ = v.proc_inst_id_
                           where v.name_ = 'promiseId' and v.long_ = p.id)""").query(Long.class).single())
                .as("promises without a timer")
                .isZero();
        assertThat(jdbc.sql("select count(*) from compensation_grant where state <> 'paid'")
                        .query(Long.class)
                        .single())
                .as("grants not paid")
                .isZero();
        assertThat(payments.total().setScale(2))
                .as("what the payment system paid, and the ledger knows")
                .isEqualTo(jdbc.sql("select coalesce(sum(amount), 0) from compensation_grant")
                        .query(BigDecimal.class)
                        .single()
                        .setScale(2))
                .isGreaterThanOrEqualTo(new BigDecimal("18.40").multiply(BigDecimal.valueOf(agreed.get())));
        assertThat(payments.accidents()).isZero();
        assertThat(jdbc.sql("select coalesce(sum(amount), 0) from ledger_entry where account = 'committed'")
                        .query(BigDecimal.class)
                        .single())
                .as("what the ledger gave away")
                .isEqualByComparingTo(payments.total());
        assertThat(jdbc.sql("select coalesce(sum(amount), 0) from ledger_entry")
                        .query(BigDecimal.class)
                        .single())
                .as("the ledger's balance")
                .isEqualByComparingTo(BigDecimal.ZERO);
        List<String> received = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            received.add(message.getMessageID());
            told.add(message.getAllRecipients()[0] + " " + message.getSubject());
        }
        assertThat(received).as("messages").doesNotHaveDuplicates();
        assertThat(told).as("who was told what").doesNotHaveDuplicates();
        assertThat(jdbc.sql("select count(*) from message where state = 'sent'")
                        .query(Long.class)
                        .single())
                .isBetween(received.size() - (long) PEOPLE, (long) received.size());
    }
}
