package org.recourse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
            List.of(System.getProperty("bench.parts", "start,mix,timers,lists,search,import")
                    .split(","));

    private final Measurements figures = new Measurements();
    private final List<String> failed = new ArrayList<>();

    @Test
    void figures() throws Exception {
        part("start", server -> new StartBench(server, figures, number("rounds", 5)).run());
        part("mix", server -> new MixBench(server, figures, number("cases", 80), number("rounds", 5)).run());
        part(
                "timers",
                server -> new TimerBench(server, figures, number("callbacks", 10_000), number("rounds", 5)).run());
        part("lists", server -> new ListBench(server, figures).run(number("small", 1_000), number("large", 100_000)));
        part(
                "search",
                server -> new SearchBench(server, figures).run(number("closed", 10_000), number("large", 100_000)));
        part("import", server -> new ImportBench(server, figures, number("rows", 30_000)).run());
        figures.write();
        System.out.println(figures.table());
        assertThat(failed).isEmpty();
    }

    private interface Part {
        void run(Server server) throws Exception;
    }

    /** A part that fails takes nothing away from the others. */
    private void part(String name, Part part) throws Exception {
        if (!PARTS.contains(name)) {
            return;
        }
        long began = System.nanoTime();
        try (Server server = new Server()) {
            part.run(server);
        } catch (Exception | AssertionError failure) {
            failure.printStackTrace();
            failed.add(name + ": " + failure);
        }
        figures.took(name, (System.nanoTime() - began) / 1e9);
    }

    private static int number(String name, int usually) {
        return Integer.getInteger("bench." + name, usually);
    }
}
