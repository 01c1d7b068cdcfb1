package org.recourse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.recourse.bench.Measurements.Rounds;

/** How long a start on a filled database takes until the first answer, and in how little memory fifty agents can work. */
final class StartBench {

    private static final int[] HEAPS = {384, 512};

    private final Server server;
    private final Measurements figures;
    private final int rounds;

    StartBench(Server server, Measurements figures, int rounds) {
        this.server = server;
        this.figures = figures;
        this.rounds = rounds;
    }

    void run() throws Exception {
        Sides.recourse(server.create("start_recourse")).run(context -> {
            assertThat(context).hasNotFailed();
            for (int i = 0; i < Agents.HOW_MANY; i++) {
                Workforce.agent(context.getBean(ProcessEngine.class), Agents.name(i));
            }
        });
        Sides.stock(server.create("start_stock"))
                .run(context -> Workforce.permitStock(context.getBean(ProcessEngine.class)));
        // Both sides deploy their diagrams once; what is measured are later starts, which find nothing new to deploy.
        seconds(Node.recourse(server.url("start_recourse"), "700m"));
        seconds(stock());
        List<Double> ratios = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            double our = seconds(Node.recourse(server.url("start_recourse"), "700m"));
            double their = seconds(stock());
            ours.add(our);
            ratios.add(our / their);
        }
        figures.put(
                "startupRatio",
                Rounds.of(ratios),
                "%.1f s until it answers".formatted(Rounds.of(ours).median()));
        figures.put("heapMb", smallestHeap(), "fifty agents, a step every two seconds each");
    }

    /** With the same diagrams in its jar, which its starter compares with what is deployed; by default, hence not the forms. */
    private Node stock() throws Exception {
        return Node.stock(
                server.url("start_stock"),
                "700m",
                "--camunda.bpm.auto-deployment-enabled=true",
                "--camunda.bpm.deployment-resource-pattern=classpath*:bpmn/*.bpmn,classpath*:bpmn/*.dmn");
    }

    private static double seconds(Node node) throws InterruptedException {
        node.kill();
        return node.secondsToStart();
    }

    /** The smallest of these; a heap that is enough spares trying the larger ones. */
    private double smallestHeap() throws Exception {
        for (int heap : HEAPS) {
            try (Node node = Node.recourse(server.url("start_recourse"), heap + "m")) {
                if (!new Agents(node).work(15).isEmpty()) {
                    return heap;
                }
            } catch (Exception | AssertionError tooSmall) {
                System.out.println("BENCH not in %d MB: %s".formatted(heap, tooSmall));
            }
        }
        return Double.NaN;
    }
}
