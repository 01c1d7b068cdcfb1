package org.recourse.model;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.recourse.model.CustomerEscalationIds.SERVICE_TASK_CONFIRM_TO_CUSTOMER;
import static org.recourse.model.CustomerEscalationIds.SERVICE_TASK_GRANT_COMPENSATION;
import static org.recourse.model.MessageIds.SERVICE_TASK_SEND_MESSAGE;
import static org.recourse.model.Models.camunda;
import static org.recourse.model.Models.pascalCase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recourse.model.Models.Diagram;

/** What holds for every diagram (docs/contract.md, "Diagrams"), so that it can be read and changed without Java. */
@Tag("R24")
class DiagramRulesTest {

    /** What changes something elsewhere, and therefore happens in a job of its own. */
    private static final Set<String> ASYNCHRONOUS =
            Set.of(SERVICE_TASK_GRANT_COMPENSATION, SERVICE_TASK_CONFIRM_TO_CUSTOMER, SERVICE_TASK_SEND_MESSAGE);

    @ParameterizedTest
    @MethodSource("org.recourse.model.Models#diagrams")
    void the_process_is_called_like_its_file_and_kept_for_a_time(Diagram diagram) {
        assertThat(diagram.process().getId()).isEqualTo(diagram.file());
        assertThat(diagram.process().getName()).isNotBlank();
        assertThat(diagram.process().isExecutable()).isTrue();
        assertThat(diagram.process().getCamundaHistoryTimeToLiveString()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("org.recourse.model.Models#diagrams")
    void ids_derive_from_labels(Diagram diagram) {
        Map<String, Long> labels = diagram.elements().stream()
                .filter(element -> !(element instanceof SequenceFlow) && element.getName() != null)
                .collect(groupingBy(element -> type(element) + element.getName(), counting()));
        List<String> wrong = new ArrayList<>();
        for (FlowElement element : diagram.elements()) {
            if (element instanceof SequenceFlow) {
                continue;
            }
            String prefix = type(element) + "_";
            String label = element.getName();
            if (label == null) {
                if (!(isMerge(element) || element instanceof EventBasedGateway)
                        || !element.getId().startsWith(prefix)) {
                    wrong.add(element.getId() + " has no label");
                }
                continue;
            }
            boolean several = labels.get(type(element) + label) > 1;
            String name = pascalCase(label);
            if (several
                    ? !element.getId().startsWith(prefix) || !element.getId().contains(name)
                    : !element.getId().equals(prefix + name)) {
                wrong.add(element.getId() + " is labelled \"" + label + "\"");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.recourse.model.Models#diagrams")
    void labels_are_in_sentence_case(Diagram diagram) {
        assertThat(diagram.elements())
                .filteredOn(element -> element.getName() != null && !(element instanceof SequenceFlow))
                .allSatisfy(element -> assertThat(element.getName()).matches("[A-Z][^A-Z]*"));
    }

    @ParameterizedTest
    @MethodSource("org.recourse.model.Models#diagrams")
    void a_gateway_that_decides_is_a_question_with_an_answer_on_each_flow_and_a_merge_says_nothing(Diagram diagram) {
        assertThat(diagram.all(Gateway.class)).allSatisfy(gateway -> {
            if (isMerge(gateway) || gateway instanceof EventBasedGateway) {
                assertThat(gateway.getName()).isNull();
                return;
            }
            assertThat(gateway.getIncoming()).as(gateway.getId()).hasSize(1);
            assertThat(gateway.getName()).endsWith("?");
            assertThat(gateway.getOutgoing())
                    .as(gateway.getId())
                    .allSatisfy(
                            flow -> assertThat(flow.getName()).as(flow.getId()).isNotBlank());
            String otherwise = gateway.getAttributeValue("default");
            assertThat(otherwise).as("default of " + gateway.getId()).isNotBlank();
            assertThat(gateway.getOutgoing())
                    .allSatisfy(flow -> assertThat(flow.getConditionExpression() == null)
                            .as("condition of " + flow.getId())
                            .isEqualTo(flow.getId().equals(otherwise)));
        });
    }

    @ParameterizedTest
    @MethodSource("org.recourse.model.Models#diagrams")
    void forms_decisions_and_called_processes_are_those_of_the_same_deployment(Diagram diagram) {
        assertThat(diagram.all(UserTask.class)).allSatisfy(task -> {
            assertThat(camunda(task, "formRef")).as(task.getId()).isNotBlank();
            assertThat(camunda(task, "formRefBinding")).isEqualTo("deployment");
        });
        assertThat(diagram.all(StartEvent.class))
                .filteredOn(start -> camunda(start, "formRef") != null)
                .allSatisfy(
                        start -> assertThat(camunda(start, "formRefBinding")).isEqualTo("deployment"));
        assertThat(diagram.all(BusinessRuleTask.class)).allSatisfy(task -> {
            assertThat(Models.tables()).extracting(Models.Table::file).contains(task.getCamundaDecisionRef());
            assertThat(task.getCamundaDecisionRefBinding()).isEqualTo("deployment");
            assertThat(task.getCamundaResultVariable()).as("stored result").isNull();
        });
        assertThat(diagram.all(CallActivity.class)).allSatisfy(call -> {
            assertThat(Models.diagrams()).extracting(Diagram::file).contains(call.getCalledElement());
            assertThat(call.getCamundaCalledElementBinding()).isEqualTo("deployment");
            assertThat(call.getExtensionElements()
                            .getElementsQuery()
                            .filterByType(CamundaIn.class)
                            .list())
                    .extracting(CamundaIn::getCamundaBusinessKey)
                    .containsOnlyOnce("#{execution.processBusinessKey}");
        });
    }

    @ParameterizedTest
    @MethodSource("org.recourse.model.Models#diagrams")
    void nobody_is_named_in_a_diagram(Diagram diagram) {
        assertThat(diagram.all(UserTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaAssignee()).isNull();
            assertThat(task.getCamundaCandidateGroups()).isNull();
            assertThat(task.getCamundaCandidateUsers()).isNull();
        });
    }

    @Test
    void only_what_changes_something_elsewhere_is_asynchronous_and_it_is_tried_again() {
        Set<String> asynchronous = new TreeSet<>();
        for (Diagram diagram : Models.diagrams()) {
            for (FlowElement element : diagram.elements()) {
                assertThat(camunda(element, "asyncAfter")).as(element.getId()).isNull();
                if ("true".equals(camunda(element, "asyncBefore"))) {
                    asynchronous.add(element.getId());
                    assertThat(element.getExtensionElements()
                                    .getElementsQuery()
                                    .filterByType(CamundaFailedJobRetryTimeCycle.class)
                                    .list())
                            .as("retry cycle of " + element.getId())
                            .hasSize(1);
                }
            }
        }
        assertThat(asynchronous).containsExactlyInAnyOrderElementsOf(ASYNCHRONOUS);
    }

    @ParameterizedTest
    @MethodSource("org.recourse.model.Models#diagrams")
    void a_timer_waits_for_an_instant_that_Java_computed_or_for_ten_minutes(Diagram diagram) {
        assertThat(diagram.all(TimerEventDefinition.class)).allSatisfy(timer -> {
            assertThat(timer.getTimeCycle()).isNull();
            if (timer.getTimeDuration() != null) {
                assertThat(timer.getTimeDuration().getTextContent()).isEqualTo("PT10M");
            } else {
                assertThat(timer.getTimeDate().getTextContent()).matches("\\$\\{\\w+}");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("org.recourse.model.Models#diagrams")
    void processes_activities_and_events_that_wait_are_explained(Diagram diagram) {
        assertThat(diagram.process().getDocumentations()).isNotEmpty();
        assertThat(diagram.elements())
                .filteredOn(element -> element instanceof Activity
                        || element instanceof BoundaryEvent
                        || element instanceof IntermediateCatchEvent)
                .allSatisfy(element -> assertThat(element.getDocumentations())
                        .as(element.getId())
                        .anySatisfy(text -> assertThat(text.getTextContent()).isNotBlank()));
    }

    @Test
    void somebody_waits_for_every_message() {
        for (Diagram diagram : Models.diagrams()) {
            Set<String> awaited = diagram.all(ReceiveTask.class).stream()
                    .map(task -> task.getMessage().getId())
                    .collect(Collectors.toCollection(TreeSet::new));
            diagram.all(MessageEventDefinition.class)
                    .forEach(event -> awaited.add(event.getMessage().getId()));
            assertThat(diagram.all(Message.class))
                    .as(diagram.file())
                    .extracting(Message::getId)
                    .containsExactlyInAnyOrderElementsOf(awaited);
        }
    }

    @Test
    void every_escalation_that_is_thrown_is_caught_by_somebody() {
        Set<String> thrown = new TreeSet<>();
        Set<String> caught = new TreeSet<>();
        for (Diagram diagram : Models.diagrams()) {
            for (EscalationEventDefinition event : diagram.all(EscalationEventDefinition.class)) {
                String code = event.getEscalation().getEscalationCode();
                (event.getParentElement() instanceof EndEvent ? thrown : caught).add(code);
            }
        }
        assertThat(caught).isEqualTo(thrown);
    }

    private static boolean isMerge(FlowElement element) {
        return element instanceof Gateway gateway
                && gateway.getIncoming().size() > 1
                && gateway.getOutgoing().size() == 1;
    }

    private static String type(FlowElement element) {
        if (element instanceof Gateway) {
            return "Gateway";
        }
        if (element instanceof IntermediateCatchEvent) {
            return "IntermediateEvent";
        }
        if (element instanceof SubProcess sub && sub.triggeredByEvent()) {
            return "EventSubProcess";
        }
        String name = element.getElementType().getTypeName();
        return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    }
}
