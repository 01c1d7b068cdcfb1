package org.recourse.insight.explanation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence rests on.
 *
 * @param kind event, decision, approval, proposal, promise, callback, grant, check-in
 * @param what in words: {@code row 3 of CompensationAuthority, version 2}
 * @param values what the decision was told and what it answered; empty for the others
 * @param reference id in its table, of the decision in the engine's history
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Evidence(String kind, String what, Map<String, @Nullable Object> values, String reference) {

    static Evidence of(String kind, Object id, String what) {
        return new Evidence(kind, what, Map.of(), String.valueOf(id));
    }
}
