package org.recourse.compensation.process;

import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.variable.Variables;
import org.recourse.compensation.AuthorityTable;
import org.recourse.compensation.Role;
import org.recourse.engine.ProcessCalls;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Asks the latest authority table without leaving a trace in the engine's history: to show a limit is no decision. What
 * is decided is decided in the approval process.
 */
@Component
class EngineAuthorityTable implements AuthorityTable {

    private static final String KEY = "CompensationAuthority";

    private final RepositoryService repository;
    private final ProcessCalls calls;
    private final DmnEngine tables;
    private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();

    EngineAuthorityTable(@Lazy RepositoryService repository, ProcessCalls calls) {
        this.repository = repository;
        this.calls = calls;
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setEnableFeelLegacyBehavior(true);
        this.tables = configuration.buildEngine();
    }

    @Override
    public Ruling rule(Role role, String tier, BigDecimal goodwill, BigDecimal moneyBack, BigDecimal earlierGoodwill) {
        DmnDecisionRuleResult row = tables.evaluateDecisionTable(
                        latest(),
                        Variables.putValue("role", role.value())
                                .putValue("tier", tier)
                                .putValue("goodwillAmount", goodwill.doubleValue())
                                .putValue("moneyBackAmount", moneyBack.doubleValue())
                                .putValue("earlierGoodwill", earlierGoodwill.doubleValue()))
                .getFirstResult();
        return new Ruling(
                row.getEntry("approver").toString(),
                new BigDecimal(row.getEntry("goodwillLimit").toString()),
                new BigDecimal(row.getEntry("moneyBackLimit").toString()),
                row.getEntry("reason").toString());
    }

    private DmnDecision latest() {
        String id = calls.unrestricted(() -> repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(KEY)
                .withoutTenantId()
                .latestVersion()
                .singleResult()
                .getId());
        return parsed.computeIfAbsent(
                id,
                definition ->
                        calls.unrestricted(() -> tables.parseDecision(KEY, repository.getDecisionModel(definition))));
    }
}
