package org.recourse.form;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.recourse.text.Fallback;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
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

    public String text(String output) {
        Object value = outputs.get(output);
        return value == null ? "" : value.toString();
    }

    /** A text that people read, in each language it stands in: English in {@code reason}, German in {@code reason_de}. */
    public TableText said(String output) {
        Map<String, String> texts = new TreeMap<>(Map.of(Fallback.TAG, text(output)));
        String sibling = output + "_";
        outputs.forEach((name, text) -> {
            if (name.startsWith(sibling) && text != null && !text.toString().isBlank()) {
                texts.put(name.substring(sibling.length()), text.toString());
            }
        });
        return new TableText(texts);
    }

    /** Of a reason that is kept with table and version behind it, the reason alone: the rest is for the auditor. */
    public static Saying reason(Saying byTable) {
        return byTable instanceof Sentence sentence && sentence.arguments().get(0) instanceof Saying reason
                ? reason
                : byTable;
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
