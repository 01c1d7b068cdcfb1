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

    private static final List<String> PARTS =
            List.of(System.getProperty("bench.parts", "mix,lists").split(","));
    private static final int SMALL = Integer.getInteger("bench.small", 1_000);
    private static final int LARGE = Integer.getInteger("bench.large", 100_000);

    @Test
    void figures() throws Exception {
        Figures figures = new Figures();
        try {
            if (PARTS.contains("lists")) {
                try (Server server = new Server()) {
                    new ListBench(server, figures).run(SMALL, LARGE);
                }
            }
            if (PARTS.contains("mix")) {
                try (Server server = new Server()) {
                    new MixBench(
                                    server,
                                    figures,
                                    Integer.getInteger("bench.cases", 200),
                                    Integer.getInteger("bench.mixRounds", 5))
                            .run();
                }
            }
        } finally {
            figures.write();
            System.out.println(figures.table());
        }
    }
}
