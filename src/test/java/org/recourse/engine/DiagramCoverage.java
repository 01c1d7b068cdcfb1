package org.recourse.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.community.process_test_coverage.core.model.DefaultCollector;
import org.camunda.community.process_test_coverage.core.model.Event;
import org.camunda.community.process_test_coverage.core.model.Model;
import org.camunda.community.process_test_coverage.core.model.Run;
import org.camunda.community.process_test_coverage.core.model.Suite;
import org.camunda.community.process_test_coverage.engine.platform7.ElementCoverageParseListener;
import org.camunda.community.process_test_coverage.report.CoverageReportUtil;

/**
 * Puts the parse listener of process-test-coverage into the shared engine and measures what passes while a measurement
 * runs. The library's JUnit extension is not used: it wants an engine of its own, looks diagrams up as whoever is logged
 * in (an agent may not), and asserts a mean over all diagrams.
 */
public final class DiagramCoverage extends AbstractProcessEnginePlugin {

    private static final String RUN = "all paths";
    private static final DefaultCollector COLLECTOR = new DefaultCollector(DiagramCoverage::model);
    private static final ConcurrentHashMap<String, Model> MODELS = new ConcurrentHashMap<>();
    private static volatile boolean measuring;

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        ElementCoverageParseListener listener = new ElementCoverageParseListener();
        listener.setCoverageState(DiagramCoverage::add);
        configuration.getCustomPostBPMNParseListeners().add(listener);
    }

    private static synchronized void add(Event event) {
        if (measuring) {
            COLLECTOR.addEvent(event);
        }
    }

    public static synchronized void begin(String suite) {
        COLLECTOR.createSuite(new Suite(suite, suite));
        COLLECTOR.activateSuite(suite);
        COLLECTOR.createRun(new Run(RUN, RUN), suite);
        COLLECTOR.activateRun(RUN);
        measuring = true;
    }

    /** Ends the measurement and draws it under {@code target/process-test-coverage}. */
    public static synchronized void end() {
        measuring = false;
        CoverageReportUtil.createReport(COLLECTOR, null);
    }

    /** Share of the diagram's elements and flows that were passed, 1.0 when all were. */
    public static double of(String process) {
        return COLLECTOR.getActiveSuite().calculateCoverage(model(process));
    }

    public static SortedSet<String> missing(String process) {
        Collection<String> passed = COLLECTOR.getActiveSuite().getEventsDistinct(process).stream()
                .map(Event::getDefinitionKey)
                .collect(Collectors.toSet());
        return elements(diagram(process))
                .map(FlowElement::getId)
                .filter(element -> !passed.contains(element))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Model model(String process) {
        return MODELS.computeIfAbsent(process, key -> {
            BpmnModelInstance diagram = diagram(key);
            return new Model(key, (int) elements(diagram).count(), null, Bpmn.convertToString(diagram));
        });
    }

    private static Stream<FlowElement> elements(BpmnModelInstance diagram) {
        return Stream.concat(
                diagram.getModelElementsByType(FlowNode.class).stream(),
                diagram.getModelElementsByType(SequenceFlow.class).stream());
    }

    private static BpmnModelInstance diagram(String process) {
        String file = "/bpmn/" + process + ".bpmn";
        try (InputStream in = Objects.requireNonNull(DiagramCoverage.class.getResourceAsStream(file), file)) {
            return Bpmn.readModelFromStream(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
