package org.recourse.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recourse.model.Models.Diagram;

/** A diagram is read as a picture: everything is drawn, nothing covers something else. */
@Tag("R24")
class LayoutRulesTest {

    @ParameterizedTest
    @MethodSource("org.recourse.model.Models#diagrams")
    void every_node_has_a_shape_and_every_flow_an_edge(Diagram diagram) {
        assertThat(shapes(diagram).keySet())
                .containsExactlyInAnyOrderElementsOf(diagram.all(FlowNode.class).stream()
                        .map(FlowElement::getId)
                        .toList());
        assertThat(diagram.all(BpmnEdge.class))
                .extracting(edge -> edge.getBpmnElement().getId())
                .containsExactlyInAnyOrderElementsOf(diagram.all(SequenceFlow.class).stream()
                        .map(FlowElement::getId)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("org.recourse.model.Models#diagrams")
    void no_shape_covers_another_and_children_lie_within_their_parent(Diagram diagram) {
        Map<String, Rectangle2D> shapes = shapes(diagram);
        List<String> wrong = new ArrayList<>();
        List<FlowNode> nodes = List.copyOf(diagram.all(FlowNode.class));
        for (FlowNode node : nodes) {
            Rectangle2D shape = shapes.get(node.getId());
            Rectangle2D parent = shapes.get(node.getParentElement().getAttributeValue("id"));
            if (parent != null && !parent.contains(shape)) {
                wrong.add(node.getId() + " leaves its sub-process");
            }
            for (FlowNode other : nodes) {
                if (node.getId().compareTo(other.getId()) < 0
                        && node.getParentElement().equals(other.getParentElement())
                        && !isOnItsBorder(node, other)
                        && !isOnItsBorder(other, node)
                        && shape.intersects(shapes.get(other.getId()))) {
                    wrong.add(node.getId() + " covers " + other.getId());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.recourse.model.Models#diagrams")
    void no_flow_runs_through_a_step(Diagram diagram) {
        Map<String, Rectangle2D> shapes = shapes(diagram);
        List<String> wrong = new ArrayList<>();
        for (BpmnEdge edge : diagram.all(BpmnEdge.class)) {
            SequenceFlow flow = (SequenceFlow) edge.getBpmnElement();
            for (FlowNode node : diagram.all(FlowNode.class)) {
                boolean touches = node.equals(flow.getSource())
                        || node.equals(flow.getTarget())
                        || (flow.getSource() instanceof BoundaryEvent event && node.equals(event.getAttachedTo()))
                        || !node.getParentElement().equals(flow.getParentElement());
                if (!touches && crosses(edge, shapes.get(node.getId()))) {
                    wrong.add(flow.getId() + " runs through " + node.getId());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean crosses(BpmnEdge edge, Rectangle2D shape) {
        List<Waypoint> points = List.copyOf(edge.getWaypoints());
        for (int i = 1; i < points.size(); i++) {
            Waypoint from = points.get(i - 1);
            Waypoint to = points.get(i);
            if (new Line2D.Double(from.getX(), from.getY(), to.getX(), to.getY()).intersects(shape)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOnItsBorder(FlowNode node, FlowNode host) {
        return node instanceof BoundaryEvent event && host.equals(event.getAttachedTo());
    }

    private static Map<String, Rectangle2D> shapes(Diagram diagram) {
        Map<String, Rectangle2D> shapes = new LinkedHashMap<>();
        for (BpmnShape shape : diagram.all(BpmnShape.class)) {
            var bounds = shape.getBounds();
            shapes.put(
                    shape.getBpmnElement().getId(),
                    new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight()));
        }
        return shapes;
    }
}
