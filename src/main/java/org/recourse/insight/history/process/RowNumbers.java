package org.recourse.insight.history.process;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;
import org.recourse.engine.calls.ProcessCalls;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The engine records which rule fired by its id; people count rows. A deployed table never changes, so it is read once. */
@Component
class RowNumbers {

    private final RepositoryService repository;
    private final ProcessCalls calls;
    private final Map<String, Table> tables = new ConcurrentHashMap<>();

    RowNumbers(@Lazy RepositoryService repository, ProcessCalls calls) {
        this.repository = repository;
        this.calls = calls;
    }

    /** A version of a table. */
    record Table(int version, Map<String, Integer> rows) {

        @Nullable
        Integer row(@Nullable String ruleId) {
            return ruleId == null ? null : rows.get(ruleId);
        }
    }

    Table of(String definitionId) {
        return tables.computeIfAbsent(definitionId, this::read);
    }

    private Table read(String definitionId) {
        try {
            return calls.unrestricted(() ->
                    new Table(repository.getDecisionDefinition(definitionId).getVersion(), rows(definitionId)));
        } catch (NotFoundException deleted) {
            return new Table(0, Map.of());
        }
    }

    private Map<String, Integer> rows(String definitionId) {
        Map<String, Integer> rows = new HashMap<>();
        for (DecisionTable table :
                repository.getDmnModelInstance(definitionId).getModelElementsByType(DecisionTable.class)) {
            int number = 0;
            for (Rule rule : table.getRules()) {
                number++;
                rows.put(rule.getId(), number);
            }
        }
        return rows;
    }
}
