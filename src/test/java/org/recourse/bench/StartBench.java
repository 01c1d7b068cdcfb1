package org.recourse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.recourse.bench.Figures.Rounds;
import org.recourse.cost.StockEngine;

/** How long it takes until the first answer, and in how little memory fifty agents can work. */
final class StartBench {

    private static final int[] HEAPS = {512, 384};

    private final Server server;
    private final Figures figures;
    private final int rounds;

    StartBench(Server server, Figures figures, int rounds) {
        this.server = server;
        this.figures = figures;
        this.rounds = rounds;
    }

    void run() throws Exception {
        Sides.recourse(server.create("start_recourse")).run(context -> {
            assertThat(context).hasNotFailed();
            for (int i = 0; i < Agents.HOW_MANY; i++) {
                People.agent(context.getBean(ProcessEngine.class), Agents.name(i));
            }
        });
        Sides.stock(server.create("start_stock")).run(context -> {
            StockEngine.deploy(context);
            People.permitStock(context.getBean(ProcessEngine.class));
        });
        List<Double> ratios = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            double our = seconds(Node.recourse(server.url("start_recourse"), "700m"));
            double their = seconds(Node.stock(server.url("start_stock"), "700m"));
            ours.add(our);
            ratios.add(our / their);
        }
        figures.put(
                "startupRatio",
                Rounds.of(ratios),
                "%.1f s until it answers".formatted(Rounds.of(ours).median()));
        figures.put("heapMb", smallestHeap(), "fifty agents, a step every two seconds each");
    }

    private static double seconds(Node node) throws InterruptedException {
        try (node) {
            return node.secondsToStart();
        }
    }

    private double smallestHeap() throws Exception {
        double enough = Double.NaN;
        for (int heap : HEAPS) {
            try (Node node = Node.recourse(server.url("start_recourse"), heap + "m")) {
                List<Double> steps = new Agents(node, "heap" + heap).work(15);
                if (steps.isEmpty()) {
                    return enough;
                }
                enough = heap;
            } catch (Exception | AssertionError tooSmall) {
                System.out.println("BENCH not in %d MB: %s".formatted(heap, tooSmall));
                return enough;
            }
        }
        return enough;
    }
}
