package org.recourse.engine.gate;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.recourse.engine.calls.Steps;
import org.recourse.form.DecisionTable;
import org.recourse.form.Outcome;
import org.recourse.form.Step;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gives decision tables their facts from the case and takes their outcome there; neither is stored as a variable. */
@Component
class DecisionSteps {

    /** Transient, as the facts themselves. */
    private static final String FACTS = "factsOfTheTable";

    private final ObjectProvider<DecisionTable> tables;
    private volatile @Nullable Map<String, DecisionTable> byDecision;

    DecisionSteps(ObjectProvider<DecisionTable> tables) {
        this.tables = tables;
    }

    void before(DelegateExecution execution, String decision) {
        Map<String, @Nullable Object> facts = table(decision).facts(Steps.of(execution));
        facts.forEach((name, fact) -> execution.setVariableLocal(name, Variables.untypedValue(fact, true)));
        execution.setVariableLocal(FACTS, Variables.untypedValue(facts, true));
    }

    void after(DelegateExecution execution, String decision) {
        DmnDecisionResult result = (DmnDecisionResult) execution.getVariable("decisionResult");
        if (result == null || result.isEmpty()) {
            throw new IllegalStateException(
                    decision + " has no row for this case; it needs a last row that always fits");
        }
        Step step = Steps.of(execution);
        table(decision)
                .decided(
                        step,
                        new Outcome(
                                decision,
                                version((ExecutionEntity) execution, decision),
                                facts(execution),
                                result.getFirstResult()));
    }

    private DecisionTable table(String decision) {
        Map<String, DecisionTable> known = byDecision;
        if (known == null) {
            known = tables.stream().collect(Collectors.toMap(DecisionTable::decision, Function.identity()));
            byDecision = known;
        }
        return Objects.requireNonNull(known.get(decision), () -> "Nobody knows the facts for " + decision);
    }

    /** What {@link #before} told the table in this transaction, for the record. */
    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> facts(DelegateExecution execution) {
        return (Map<String, @Nullable Object>) execution.getVariable(FACTS);
    }

    private static int version(ExecutionEntity execution, String decision) {
        var cache = Context.getProcessEngineConfiguration().getDeploymentCache();
        String deployment = execution.getProcessDefinition().getDeploymentId();
        return cache.findDeployedDecisionDefinitionByDeploymentAndKey(deployment, decision)
                .getVersion();
    }
}
