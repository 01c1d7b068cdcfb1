package org.recourse.cost;

import java.util.Map;
import java.util.TreeMap;

/**
 * What some work cost the database, as PostgreSQL itself counts.
 *
 * @param statements executions by SQL text; each entry of a JDBC batch is one unless the driver makes them one statement
 * @param commits transactions that wrote
 */
record Cost(Map<String, Integer> statements, int commits) {

    static final Cost NOTHING = new Cost(Map.of(), 0);

    int total() {
        return statements.values().stream().mapToInt(Integer::intValue).sum();
    }

    Cost plus(Cost other) {
        Map<String, Integer> together = new TreeMap<>(statements);
        other.statements.forEach((sql, count) -> together.merge(sql, count, Integer::sum));
        return new Cost(together, commits + other.commits);
    }
}
