package org.recourse.engine.calls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.jspecify.annotations.Nullable;
import org.recourse.form.Outcome;

/**
 * The latest deployed version of a decision table, asked outside a diagram. It is looked for anew after some seconds, and
 * what it said is remembered until then: asking costs no statement.
 */
public final class LatestTable {

    private static final long FRESH_NANOS = Duration.ofSeconds(10).toNanos();

    private final String key;
    private final ProcessCalls calls;
    private final RepositoryService repository;
    private final DmnEngine dmn;
    private volatile @Nullable Table table;

    public LatestTable(String key, ProcessCalls calls, RepositoryService repository) {
        this.key = key;
        this.calls = calls;
        this.repository = repository;
        var configuration = new DefaultDmnEngineConfiguration();
        configuration.setEnableFeelLegacyBehavior(true);
        this.dmn = configuration.buildEngine();
    }

    private record Table(
            String id, int version, DmnDecision decision, Map<Map<String, Object>, Outcome> said, long lookedAt) {}

    /** Table and version as of now: {@code ServiceLevels:3}. */
    public String version() {
        return key + ":" + refreshed(table).version();
    }

    /**
     * @return what the first row that fits says
     * @throws IllegalStateException when no row fits
     */
    public Outcome ask(Map<String, Object> facts) {
        Table known = table;
        Table current = known != null && System.nanoTime() - known.lookedAt() < FRESH_NANOS ? known : refreshed(known);
        return current.said().computeIfAbsent(facts, asked -> evaluate(current, asked));
    }

    private Outcome evaluate(Table current, Map<String, Object> facts) {
        DmnDecisionRuleResult row =
                dmn.evaluateDecisionTable(current.decision(), facts).getFirstResult();
        if (row == null) {
            throw new IllegalStateException(
                    "%s has no row for %s; it needs a last row that always fits".formatted(key, facts));
        }
        return new Outcome(key, current.version(), new LinkedHashMap<>(facts), row.getEntryMap());
    }

    private Table refreshed(@Nullable Table known) {
        Table latest = calls.unrestricted(() -> latest(known));
        table = latest;
        return latest;
    }

    private Table latest(@Nullable Table known) {
        DecisionDefinition definition = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .withoutTenantId()
                .latestVersion()
                .singleResult();
        return known != null && known.id().equals(definition.getId())
                ? new Table(known.id(), known.version(), known.decision(), known.said(), System.nanoTime())
                : new Table(
                        definition.getId(),
                        definition.getVersion(),
                        parse(definition),
                        new ConcurrentHashMap<>(),
                        System.nanoTime());
    }

    private DmnDecision parse(DecisionDefinition definition) {
        try (InputStream model = repository.getDecisionModel(definition.getId())) {
            return dmn.parseDecision(key, model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
