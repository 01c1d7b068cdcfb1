package org.recourse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.recourse.identity.Browser;

/** Fifty agents at once, each in a browser of their own, who take calls and submit one step after the other. */
final class Agents {

    static final int HOW_MANY = 50;

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PAUSE = 2_000;

    private final List<Browser> browsers = new ArrayList<>();
    private final int port;
    private int shift;

    Agents(Node node) throws Exception {
        this.port = node.port();
        for (int i = 0; i < HOW_MANY; i++) {
            Browser browser = new Browser(node.port());
            assertThat(browser.logIn(name(i), Workforce.PASSWORD, "tasklist")).isEqualTo(200);
            browsers.add(browser);
        }
    }

    static String name(int i) {
        return "agent-" + i;
    }

    /** Works for some seconds and gives how long each submitted step took; any refusal is an error. */
    List<Double> work(int seconds) throws Exception {
        List<Double> steps = Collections.synchronizedList(new ArrayList<>());
        shift++;
        ExecutorService threads = Executors.newFixedThreadPool(HOW_MANY);
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        try {
            List<Future<?>> working = new ArrayList<>();
            for (int i = 0; i < HOW_MANY; i++) {
                int agent = i;
                working.add(threads.submit(() -> {
                    Thread.sleep(PAUSE * agent / HOW_MANY);
                    for (int call = 0; System.nanoTime() < until; call++) {
                        call(agent, call, until, steps);
                    }
                    return null;
                }));
            }
            for (Future<?> agent : working) {
                agent.get();
            }
        } finally {
            threads.shutdown();
        }
        return steps;
    }

    private void call(int agent, int call, long until, List<Double> steps) throws Exception {
        Browser browser = browsers.get(agent);
        String mail = "%d-%d-%d-%d@example.org".formatted(port, shift, agent, call);
        String instance = submit(
                        browser,
                        "/process-definition/key/CustomerEscalation/submit-form",
                        Map.of("email", mail, "channel", "phone", "title", "Roaming charged twice"))
                .get("id")
                .asText();
        List<Map<String, Object>> answers = List.of(
                Map.of("story", "I was charged twice.", "product", "mobile phone", "mood", 3, "callState", "goes-on"),
                Map.of("customerConfirms", "yes", "callState", "goes-on"),
                Map.of("solution", "We refund it.", "callState", "goes-on"),
                Map.of("customerAnswer", "agreed", "callState", "goes-on"));
        for (Map<String, Object> answer : answers) {
            if (System.nanoTime() > until) {
                return;
            }
            Thread.sleep(PAUSE);
            JsonNode tasks = JSON.readTree(
                    browser.get(ENGINE + "/task?processInstanceId=" + instance).body());
            String task = tasks.get(0).get("id").asText();
            long began = System.nanoTime();
            submit(browser, "/task/" + task + "/submit-form", answer);
            steps.add((System.nanoTime() - began) / 1e6);
        }
    }

    private static JsonNode submit(Browser browser, String path, Map<String, Object> answers) throws Exception {
        Map<String, Object> variables = new LinkedHashMap<>();
        answers.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        var answer = browser.post(ENGINE + path, JSON.writeValueAsString(Map.of("variables", variables)));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
        return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    }
}
