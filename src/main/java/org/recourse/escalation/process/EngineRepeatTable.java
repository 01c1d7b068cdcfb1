package org.recourse.escalation.process;

import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.recourse.engine.calls.ProcessCalls;
import org.recourse.escalation.opening.RepeatTable;
import org.recourse.form.Outcome;
import org.recourse.text.Sentence;
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
    public Ruling rule(int settledLevel, String outcome, int daysSince) {
        return calls.unrestricted(() -> {
            DecisionDefinition table = repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(NAME)
                    .withoutTenantId()
                    .latestVersion()
                    .singleResult();
            DmnDecisionRuleResult fitting = decisions
                    .evaluateDecisionTableById(table.getId())
                    .variables(Variables.putValue("settledLevel", settledLevel)
                            .putValue("outcome", outcome)
                            .putValue("daysSince", daysSince))
                    .evaluate()
                    .getFirstResult();
            Outcome row = new Outcome(NAME + ":" + table.getVersion(), fitting.getEntryMap());
            return new Ruling(row.number("level"), Sentence.of("case.by-table", row.said("reason"), row.version()));
        });
    }
}
