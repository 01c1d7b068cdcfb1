package org.recourse.insight.history;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** {@code row 3 of CompensationAuthority, version 2}. */
    public String place() {
        return "row %s of %s, version %d".formatted(row == null ? "?" : row.toString(), table, version);
    }
}
