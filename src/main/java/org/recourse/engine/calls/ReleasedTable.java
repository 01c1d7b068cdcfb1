package org.recourse.engine.calls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.recourse.form.Outcome;
import org.recourse.identifier.CaseNumber;

/** A decision table of the release on which a case stands, asked outside a diagram. */
public final class ReleasedTable {

    private final String key;
    private final CaseTables tables;
    private final ProcessCalls calls;
    private final RepositoryService repository;
    private final DmnEngine dmn;
    private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();

    public ReleasedTable(String key, CaseTables tables, ProcessCalls calls, RepositoryService repository) {
        this.key = key;
        this.tables = tables;
        this.calls = calls;
        this.repository = repository;
        var configuration = new DefaultDmnEngineConfiguration();
        configuration.setEnableFeelLegacyBehavior(true);
        this.dmn = configuration.buildEngine();
    }

    /**
     * @return what the first row that fits says
     * @throws IllegalStateException when no row fits
     */
    public Outcome ask(CaseNumber caseNumber, Map<String, Object> facts) {
        DecisionDefinition definition = tables.of(caseNumber, key);
        DmnDecision decision = parsed.computeIfAbsent(definition.getId(), this::parse);
        DmnDecisionRuleResult row = dmn.evaluateDecisionTable(decision, facts).getFirstResult();
        if (row == null) {
            throw new IllegalStateException(
                    "%s has no row for %s; it needs a last row that always fits".formatted(key, facts));
        }
        return new Outcome(key, definition.getVersion(), new LinkedHashMap<>(facts), row.getEntryMap());
    }

    private DmnDecision parse(String definition) {
        return calls.unrestricted(() -> {
            try (InputStream model = repository.getDecisionModel(definition)) {
                return dmn.parseDecision(key, model);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }
}
