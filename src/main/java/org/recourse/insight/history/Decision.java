package org.recourse.insight.history;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.form.Outcome;
import org.recourse.text.Sentence;
import org.recourse.text.TableText;

/**
 * A decision table's ruling in a case.
 *
 * @param row number of the row that fired, counted from 1 as Modeler shows them; null when the table is gone
 */
public record Decision(
        String id,
        Instant at,
        String table,
        int version,
        @Nullable Integer row,
        Map<String, @Nullable Object> inputs,
        Map<String, @Nullable Object> outputs,
        String element,
        String definitionId,
        String instanceId) {

    /** The row that decided, with the reason that stands in it. */
    public Sentence said() {
        TableText reason = new Outcome(table, version, inputs, outputs).said("reason");
        return reason.toString().isBlank()
                ? place()
                : Sentence.of("explain.row.reasoned", number(), table, String.valueOf(version), reason);
    }

    /** The row that decided. */
    public Sentence place() {
        return Sentence.of("explain.row", number(), table, String.valueOf(version));
    }

    private String number() {
        return row == null ? "?" : row.toString();
    }
}
