package org.recourse.governance.meaning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A form as its rules read it.
 *
 * @param fields by key; what stands in groups is among them
 */
record Form(String file, String id, Map<String, JsonNode> fields) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Form read(String file, byte[] content) {
        try {
            JsonNode root = JSON.readTree(content);
            Map<String, JsonNode> fields = new LinkedHashMap<>();
            collect(root, fields);
            return new Form(file, root.path("id").asText(), fields);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void collect(JsonNode container, Map<String, JsonNode> fields) {
        for (JsonNode component : container.path("components")) {
            if (component.hasNonNull("key")) {
                fields.put(component.path("key").asText(), component);
            }
            collect(component, fields);
        }
    }

    /** What can be chosen; nothing where the choices are no fixed ones. */
    Set<String> choices(String key) {
        Set<String> choices = new LinkedHashSet<>();
        JsonNode field = fields.get(key);
        if (field != null) {
            field.path("values")
                    .forEach(choice -> choices.add(choice.path("value").asText()));
        }
        return choices;
    }

    boolean requires(String key) {
        JsonNode field = fields.get(key);
        return field != null && field.at("/validate/required").asBoolean();
    }
}
