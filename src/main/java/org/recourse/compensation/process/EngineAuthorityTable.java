package org.recourse.compensation.process;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;
import org.recourse.compensation.AuthorityTable;
import org.recourse.compensation.Requester;
import org.recourse.engine.calls.CaseTables;
import org.recourse.engine.calls.ProcessCalls;
import org.recourse.identifier.CaseNumber;
import org.recourse.text.Sentence;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Asks the authority table of the case's release without leaving a trace in the engine's history: to show a limit is no decision. What
 * is decided is decided in the approval process.
 */
@Component
class EngineAuthorityTable implements AuthorityTable {

    private static final String KEY = "CompensationAuthority";

    private final RepositoryService repository;
    private final ProcessCalls calls;
    private final CaseTables released;
    private final DmnEngine tables;
    private final Map<String, Table> parsed = new ConcurrentHashMap<>();
    private final ThreadLocal<String> fired = new ThreadLocal<>();

    EngineAuthorityTable(@Lazy RepositoryService repository, ProcessCalls calls, CaseTables released) {
        this.released = released;
        this.repository = repository;
        this.calls = calls;
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setEnableFeelLegacyBehavior(true);
        configuration
                .getCustomPostDecisionTableEvaluationListeners()
                .add(evaluated ->
                        evaluated.getMatchingRules().stream().findFirst().ifPresent(rule -> fired.set(rule.getId())));
        this.tables = configuration.buildEngine();
    }

    /** A version of the table and its rows' ids in their order. */
    private record Table(DmnDecision decision, int version, List<String> rows) {

        Sentence place(@Nullable String row) {
            return Sentence.of("authority.row", rows.indexOf(row) + 1, KEY, String.valueOf(version));
        }
    }

    @Override
    public Ruling rule(Requester requester, BigDecimal goodwill, BigDecimal moneyBack, BigDecimal earlierGoodwill) {
        Table table = of(requester.caseNumber());
        DmnDecisionRuleResult row = tables.evaluateDecisionTable(
                        table.decision(),
                        Variables.putValue("role", requester.role().value())
                                .putValue("tier", requester.tier())
                                .putValue("goodwillAmount", goodwill.doubleValue())
                                .putValue("moneyBackAmount", moneyBack.doubleValue())
                                .putValue("earlierGoodwill", earlierGoodwill.doubleValue()))
                .getFirstResult();
        Sentence place = table.place(fired.get());
        fired.remove();
        return new Ruling(
                row.getEntry("approver").toString(),
                new BigDecimal(row.getEntry("goodwillLimit").toString()),
                new BigDecimal(row.getEntry("moneyBackLimit").toString()),
                place);
    }

    private Table of(CaseNumber caseNumber) {
        DecisionDefinition definition = released.of(caseNumber, KEY);
        return parsed.computeIfAbsent(definition.getId(), id -> calls.unrestricted(() -> parse(definition)));
    }

    private Table parse(DecisionDefinition definition) {
        List<String> rows =
                repository.getDmnModelInstance(definition.getId()).getModelElementsByType(Rule.class).stream()
                        .map(Rule::getId)
                        .toList();
        return new Table(
                tables.parseDecision(KEY, repository.getDecisionModel(definition.getId())),
                definition.getVersion(),
                rows);
    }
}
