package org.recourse.form;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.text.Saying;
import org.recourse.text.TableText;

/**
 * The outputs of the one row of a decision table that fired.
 *
 * @param table id of the decision
 * @param edition its version, as the engine counts them
 * @param inputs what it was told
 */
public record Outcome(
        String table, int edition, Map<String, @Nullable Object> inputs, Map<String, @Nullable Object> outputs) {

    /** Table and version for the record: {@code AssessUrgency:3}. */
    public String version() {
        return table + ":" + edition;
    }

    /** A text of the process owner. */
    public Saying said(String output) {
        return new TableText(Map.of("en", text(output)));
    }

    public String text(String output) {
        Object value = outputs.get(output);
        return value == null ? "" : value.toString();
    }

    public int number(String output) {
        return amount(output).intValueExact();
    }

    public BigDecimal amount(String output) {
        Object value = outputs.get(output);
        if (value == null) {
            throw new IllegalStateException(version() + " gives no " + output);
        }
        return new BigDecimal(value.toString());
    }
}
