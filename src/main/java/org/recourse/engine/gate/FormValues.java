package org.recourse.engine.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.recourse.form.RefusedInput;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Component;

/** Translates between the engine's typed values and plain values; lists travel as JSON. */
@Component
class FormValues {

    private final ObjectMapper json;

    FormValues(ObjectMapper json) {
        this.json = json;
    }

    Map<String, @Nullable Object> plain(VariableMap submitted) {
        Map<String, @Nullable Object> plain = new HashMap<>();
        for (String field : submitted.keySet()) {
            plain.put(field, plain(field, submitted.getValueTyped(field)));
        }
        return plain;
    }

    private @Nullable Object plain(String field, @Nullable TypedValue value) {
        if (value instanceof SerializableValue serialized && !serialized.isDeserialized()) {
            return parsed(field, serialized.getValueSerialized());
        }
        Object plain = value == null ? null : value.getValue();
        return plain instanceof org.camunda.spin.json.SpinJsonNode node ? parsed(field, node.toString()) : plain;
    }

    private @Nullable Object parsed(String field, @Nullable String text) {
        try {
            return text == null ? null : json.readValue(text, Object.class);
        } catch (JsonProcessingException malformed) {
            throw new RefusedInput(field, Sentence.of("form.not-json"));
        }
    }

    /** Texts, numbers and booleans as they are, lists as JSON, nothing as an empty text. */
    TypedValue shown(@Nullable Object value) {
        if (value == null) {
            return Variables.stringValue("");
        }
        return value instanceof Collection<?> || value instanceof Map<?, ?>
                ? SpinValues.jsonValue(written(value)).create()
                : Variables.untypedValue(value);
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
