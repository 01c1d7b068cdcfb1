package org.recourse.insight.history;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.text.Sentence;

/**
 * A decision table's ruling in a case.
 *
 * @param row number of the row that fired, counted from 1 as Modeler shows them; null when the table is gone
 * @param annotation of that row
 */
public record Decision(
        String id,
        Instant at,
        String table,
        int version,
        @Nullable Integer row,
        String annotation,
        Map<String, @Nullable Object> inputs,
        Map<String, @Nullable Object> outputs,
        String element,
        String definitionId,
        String instanceId) {

    /** The row that decided, with what its owner wrote beside it. */
    public Sentence said() {
        String number = row == null ? "?" : row.toString();
        return annotation.isEmpty()
                ? Sentence.of("explain.row", number, table, String.valueOf(version))
                : Sentence.of("explain.row.annotated", number, table, String.valueOf(version), annotation);
    }
}
