package org.recourse.form;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;

/**
 * What a submitted form tells the process: the few values that its gateways ask for. {@code passing} values live until
 * the transaction ends, {@code lasting} ones are stored by the engine.
 *
 * @param caseNumber business key that a start form gives its process, else null
 */
public record Steering(@Nullable CaseNumber caseNumber, Map<String, Object> passing, Map<String, Object> lasting) {

    public static Steering none() {
        return new Steering(null, Map.of(), Map.of());
    }

    public static Steering opens(CaseNumber caseNumber) {
        return new Steering(caseNumber, Map.of(), Map.of());
    }

    public Steering with(String variable, Object value) {
        return new Steering(caseNumber, plus(passing, variable, value), lasting);
    }

    public Steering keeping(String variable, Object value) {
        return new Steering(caseNumber, passing, plus(lasting, variable, value));
    }

    private static Map<String, Object> plus(Map<String, Object> map, String key, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(map);
        copy.put(key, value);
        return copy;
    }
}
