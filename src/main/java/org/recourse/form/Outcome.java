package org.recourse.form;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outputs of the one row of a decision table that fired.
 *
 * @param version of the decision, e.g. {@code AssessUrgency:3}, for the record
 */
public record Outcome(String version, Map<String, @Nullable Object> outputs) {

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
            throw new IllegalStateException(version + " gives no " + output);
        }
        return new BigDecimal(value.toString());
    }
}
