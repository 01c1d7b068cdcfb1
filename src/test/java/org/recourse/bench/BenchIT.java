package org.recourse.bench;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * {@code mvn -Pbench verify}: all figures of docs/performance.md against a real PostgreSQL, Recourse and the stock engine in
 * turns. {@code -Dbench.parts=lists} runs one part, {@code -Dbench.large=5000} makes it smaller.
 */
@Tag("bench")
class BenchIT {

    private static final List<String> PARTS = List.of(
            System.getProperty("bench.parts", "start,mix,timers,lists,import").split(","));

    @Test
    void figures() throws Exception {
        Figures figures = new Figures();
        try {
            part("start", server -> new StartBench(server, figures, number("rounds", 5)).run());
            part("mix", server -> new MixBench(server, figures, number("cases", 150), number("rounds", 5)).run());
            part(
                    "timers",
                    server -> new TimerBench(server, figures, number("callbacks", 10_000), number("rounds", 5)).run());
            part(
                    "lists",
                    server -> new ListBench(server, figures).run(number("small", 1_000), number("large", 100_000)));
            part("import", server -> new ImportBench(server, figures, number("rows", 30_000)).run());
        } finally {
            figures.write();
            System.out.println(figures.table());
        }
    }

    private interface Part {
        void run(Server server) throws Exception;
    }

    private static void part(String name, Part part) throws Exception {
        if (PARTS.contains(name)) {
            try (Server server = new Server()) {
                part.run(server);
            }
        }
    }

    private static int number(String name, int usually) {
        return Integer.getInteger("bench." + name, usually);
    }
}
