package org.recourse.escalation.process;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.recourse.engine.calls.ProcessCalls;
import org.recourse.escalation.opening.RepeatTable;
import org.recourse.form.Outcome;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Evaluates the latest deployed table; repeats are rare, so nothing is remembered. */
@Component
class EngineRepeatTable implements RepeatTable {

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final ProcessCalls calls;

    EngineRepeatTable(@Lazy DecisionService decisions, @Lazy RepositoryService repository, ProcessCalls calls) {
        this.decisions = decisions;
        this.repository = repository;
        this.calls = calls;
    }

    @Override
    public Outcome rule(int settledLevel, String outcome, int daysSince) {
        return calls.unrestricted(() -> {
            DecisionDefinition table = repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(NAME)
                    .withoutTenantId()
                    .latestVersion()
                    .singleResult();
            Map<String, Object> facts =
                    Map.of("settledLevel", settledLevel, "outcome", outcome, "daysSince", daysSince);
            DmnDecisionRuleResult row = decisions
                    .evaluateDecisionTableById(table.getId())
                    .variables(facts)
                    .evaluate()
                    .getFirstResult();
            return new Outcome(NAME, table.getVersion(), facts, row.getEntryMap());
        });
    }
}
