package org.recourse.escalation.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.recourse.engine.calls.ProcessCalls;
import org.recourse.form.GivenText;
import org.recourse.identifier.CaseNumber;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Moves a case to another place of its diagram when people correct what was clicked. */
@Component
class ProcessMoves {

    private static final String PROCESS = "CustomerEscalation";

    private final ProcessCalls calls;
    private final ProcessEngine engine;

    ProcessMoves(ProcessCalls calls, @Lazy ProcessEngine engine) {
        this.calls = calls;
        this.engine = engine;
    }

    List<String> at(CaseNumber caseNumber) {
        return calls.unrestricted(() ->
                instance(caseNumber).map(instance -> leaves(tree(instance))).orElse(List.of()));
    }

    private static List<String> leaves(ActivityInstance scope) {
        List<String> leaves = new ArrayList<>();
        for (ActivityInstance child : scope.getChildActivityInstances()) {
            boolean isLeaf =
                    child.getChildActivityInstances().length == 0 && child.getChildTransitionInstances().length == 0;
            leaves.addAll(isLeaf ? List.of(child.getActivityId()) : leaves(child));
        }
        Stream.of(scope.getChildTransitionInstances())
                .map(TransitionInstance::getActivityId)
                .forEach(leaves::add);
        return leaves;
    }

    boolean hasPassed(CaseNumber caseNumber, String element) {
        return calls.unrestricted(() -> instance(caseNumber)
                .map(instance -> engine.getHistoryService()
                                .createHistoricActivityInstanceQuery()
                                .processInstanceId(instance.getId())
                                .activityId(element)
                                .finished()
                                .count()
                        > 0)
                .orElse(false));
    }

    void goTo(CaseNumber caseNumber, String element, String reason) {
        calls.unrestricted(() -> {
            ProcessInstance instance = instance(caseNumber).orElseThrow();
            ProcessInstanceModificationBuilder move = runtime()
                    .createProcessInstanceModification(instance.getId())
                    .setAnnotation(GivenText.cut(reason, 1000))
                    .startBeforeActivity(element);
            cancel(tree(instance), parentOf(instance, element), move);
            move.execute();
            return null;
        });
    }

    /** Everything but the scope in which the case goes on; of that, everything in it. */
    private static void cancel(ActivityInstance scope, String goesOnIn, ProcessInstanceModificationBuilder move) {
        for (ActivityInstance child : scope.getChildActivityInstances()) {
            if (child.getActivityId().equals(goesOnIn)) {
                cancel(child, goesOnIn, move);
            } else {
                move.cancelActivityInstance(child.getId());
            }
        }
        for (TransitionInstance waiting : scope.getChildTransitionInstances()) {
            move.cancelTransitionInstance(waiting.getId());
        }
    }

    private String parentOf(ProcessInstance instance, String element) {
        return engine.getRepositoryService()
                .getBpmnModelInstance(instance.getProcessDefinitionId())
                .getModelElementById(element)
                .getParentElement()
                .getAttributeValue("id");
    }

    void goOnAt(CaseNumber caseNumber, String element) {
        calls.unrestricted(() -> runtime()
                .createProcessInstanceByKey(PROCESS)
                .processDefinitionWithoutTenantId()
                .businessKey(caseNumber.value())
                .startBeforeActivity(element)
                .execute());
    }

    private Optional<ProcessInstance> instance(CaseNumber caseNumber) {
        return Optional.ofNullable(runtime()
                .createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(caseNumber.value())
                .singleResult());
    }

    private ActivityInstance tree(ProcessInstance instance) {
        return runtime().getActivityInstance(instance.getId());
    }

    private RuntimeService runtime() {
        return engine.getRuntimeService();
    }
}
