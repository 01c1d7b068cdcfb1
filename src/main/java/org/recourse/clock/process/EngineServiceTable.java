package org.recourse.clock.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.jspecify.annotations.Nullable;
import org.recourse.clock.ServiceTable;
import org.recourse.engine.ProcessCalls;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The service levels of the latest deployed table. It is looked for anew after some seconds, and what it said is
 * remembered until then: a case that is opened costs no statement for it. The version that ruled is on each clock.
 */
@Component
class EngineServiceTable implements ServiceTable {

    private static final long FRESH_NANOS = Duration.ofSeconds(10).toNanos();

    private final ProcessCalls calls;
    private final RepositoryService repository;
    private final DmnEngine dmn;
    private volatile @Nullable Table table;

    EngineServiceTable(ProcessCalls calls, @Lazy RepositoryService repository) {
        this.calls = calls;
        this.repository = repository;
        var configuration = new DefaultDmnEngineConfiguration();
        configuration.setEnableFeelLegacyBehavior(true);
        this.dmn = configuration.buildEngine();
    }

    private record Facts(String what, int urgency, String tier) {}

    private record Table(String id, String policy, DmnDecision decision, Map<Facts, Level> said, long lookedAt) {}

    @Override
    public String version() {
        return refreshed(table).policy();
    }

    @Override
    public Level level(String what, int urgency, String tier) {
        Table current = table();
        return current.said().computeIfAbsent(new Facts(what, urgency, tier), facts -> evaluate(current, facts));
    }

    private Level evaluate(Table current, Facts facts) {
        DmnDecisionRuleResult row = dmn.evaluateDecisionTable(
                        current.decision(),
                        Map.of("what", facts.what(), "urgency", facts.urgency(), "tier", facts.tier()))
                .getFirstResult();
        if (row == null) {
            throw new IllegalStateException(
                    NAME + " has no row for " + facts.what() + "; it needs a last row that always fits");
        }
        Number minutes = row.getEntry("businessMinutes");
        return new Level(minutes.intValue(), row.getEntry("reason"), current.policy());
    }

    private Table table() {
        Table known = table;
        return known != null && System.nanoTime() - known.lookedAt() < FRESH_NANOS ? known : refreshed(known);
    }

    private Table refreshed(@Nullable Table known) {
        Table latest = calls.unrestricted(() -> latest(known));
        table = latest;
        return latest;
    }

    private Table latest(@Nullable Table known) {
        DecisionDefinition definition = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(NAME)
                .withoutTenantId()
                .latestVersion()
                .singleResult();
        return known != null && known.id().equals(definition.getId())
                ? new Table(known.id(), known.policy(), known.decision(), known.said(), System.nanoTime())
                : new Table(
                        definition.getId(),
                        NAME + ":" + definition.getVersion(),
                        parse(definition),
                        new ConcurrentHashMap<>(),
                        System.nanoTime());
    }

    private DmnDecision parse(DecisionDefinition definition) {
        try (InputStream model = repository.getDecisionModel(definition.getId())) {
            return dmn.parseDecision(NAME, model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
