package org.recourse.governance;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a form may show: nothing from elsewhere and nothing that runs. */
final class FormRules {

    private static final Set<String> REFUSED = Set.of("iframe", "filepicker", "documentPreview", "script");
    private static final Pattern ACTIVE = Pattern.compile(
            "<\\s*/?\\s*(?:script|iframe|object|embed|link|meta|base|form|svg)\\b|\\bon[a-z]+\\s*=|javascript\\s*:"
                    + "|\\bsrc(?:set)?\\s*=|@import|url\\s*\\(|!\\[",
            Pattern.CASE_INSENSITIVE);

    private final ObjectMapper json = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    List<Objection> check(String file, byte[] content) {
        try {
            var reasons = new ArrayList<Objection>();
            var form = json.readTree(content);
            if (!form.path("id").isTextual() || !form.path("components").isArray()) {
                reasons.add(Objection.of(file, "no-form"));
            }
            form.path("components").forEach(component -> check(component, reasons));
            return reasons;
        } catch (IOException unreadable) {
            return List.of(Objection.of(file, "no-json"));
        }
    }

    private static void check(JsonNode component, List<Objection> reasons) {
        var place = component.path("key").asText(component.path("id").asText("form"));
        var type = component.path("type").asText();
        if (REFUSED.contains(type)) {
            reasons.add(Objection.of(place, "component", type));
        }
        if (type.equals("image") && !component.path("source").asText().startsWith("data:image/")) {
            reasons.add(Objection.of(place, "image-from-elsewhere"));
        }
        for (var part : List.of("text", "content", "label", "description")) {
            if (ACTIVE.matcher(component.path(part).asText()).find()) {
                reasons.add(Objection.of(place, "active-content", part));
            }
        }
        component.path("components").forEach(inner -> check(inner, reasons));
    }
}
