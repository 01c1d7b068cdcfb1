package org.recourse.insight.explanation;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.record.CaseEvent;

/** The fields of a case as they were when the line was written that is just being told. */
final class FieldsThen {

    static final String NOTHING = "–";

    private final Map<String, Field> fields = new HashMap<>();

    /** A field as it was changed last. */
    record Field(CaseEvent event, String value) {}

    void put(String field, CaseEvent event, String value) {
        fields.put(field, new Field(event, value));
    }

    @Nullable
    Field get(String field) {
        return fields.get(field);
    }

    String value(String field) {
        Field known = fields.get(field);
        return known == null ? NOTHING : known.value();
    }
}
