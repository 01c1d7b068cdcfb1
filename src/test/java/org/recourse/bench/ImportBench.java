package org.recourse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;

/** A file of complaints over HTTP, and what the node holds in memory afterwards: after a tenth of it and after all. */
final class ImportBench {

    private static final String HEADER =
            "Date received,Product,Issue,Consumer complaint narrative,Submitted via,Complaint ID\n";

    private final Server server;
    private final Measurements figures;
    private final int rows;

    ImportBench(Server server, Measurements figures, int rows) {
        this.server = server;
        this.figures = figures;
        this.rows = rows;
    }

    void run() throws Exception {
        Sides.recourse(server.create("import_recourse")).run(context -> {
            assertThat(context).hasNotFailed();
            Workforce.add(context.getBean(ProcessEngine.class), "supervisor1", CaseWalk.SUPERVISOR);
            Workforce.agent(context.getBean(ProcessEngine.class), "agent1");
        });
        try (Node node = Node.recourse(server.url("import_recourse"), "512m")) {
            send(node, 0, rows / 10);
            double afterATenth = node.liveHeapMb();
            long began = System.nanoTime();
            send(node, rows / 10, rows / 10 + rows);
            double seconds = (System.nanoTime() - began) / 1e9;
            figures.put("importPerSecond", rows / seconds, "%d rows in one file".formatted(rows));
            figures.put("importHeapMb", node.liveHeapMb(), "%.0f after a tenth of it".formatted(afterATenth));
        }
    }

    private static void send(Node node, int from, int until) throws Exception {
        Path file = Files.createTempFile("complaints", ".csv");
        Files.writeString(
                file,
                HEADER + IntStream.range(from, until).mapToObj(ImportBench::row).collect(Collectors.joining("\n")));
        String login = Base64.getEncoder()
                .encodeToString(("supervisor1:" + Workforce.PASSWORD).getBytes(StandardCharsets.UTF_8));
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + node.port() + "/api/imports"))
                                .header("Content-Type", "text/csv")
                                .header("Authorization", "Basic " + login)
                                .timeout(Duration.ofMinutes(15))
                                .POST(BodyPublishers.ofFile(file))
                                .build(),
                        BodyHandlers.ofString());
        Files.delete(file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body().replaceAll("\\s", "")).contains("\"opened\":" + (until - from));
    }

    private static String row(int i) {
        return "2026-11-%02d,Mortgage,Trouble during payment process,\"%s Row %d.\",Web,%d"
                .formatted(1 + i % 24, "They charged me a fee that nobody can explain. ".repeat(12), i, 9_000_000 + i);
    }
}
