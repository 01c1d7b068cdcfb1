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

    List<Reason> check(String file, byte[] content) {
        try {
            var reasons = new ArrayList<Reason>();
            var form = json.readTree(content);
            if (!form.path("id").isTextual() || !form.path("components").isArray()) {
                reasons.add(new Reason(file, "it is no form.", "Save it with Modeler."));
            }
            form.path("components").forEach(component -> check(component, reasons));
            return reasons;
        } catch (IOException unreadable) {
            return List.of(new Reason(file, "the file is no well-formed JSON.", "Save it again with Modeler."));
        }
    }

    private static void check(JsonNode component, List<Reason> reasons) {
        var place = component.path("key").asText(component.path("id").asText("form"));
        var type = component.path("type").asText();
        if (REFUSED.contains(type)) {
            reasons.add(new Reason(
                    place, "a component of the type %s is not allowed.".formatted(type), "Use text, html or a table."));
        }
        if (type.equals("image") && !component.path("source").asText().startsWith("data:image/")) {
            reasons.add(new Reason(place, "the image comes from elsewhere.", "Embed it as data:image/…"));
        }
        for (var part : List.of("text", "content", "label", "description")) {
            if (ACTIVE.matcher(component.path(part).asText()).find()) {
                reasons.add(new Reason(
                        place,
                        "its %s contains something that runs or is loaded from elsewhere.".formatted(part),
                        "Leave scripts, handlers, images and frames out."));
            }
        }
        component.path("components").forEach(inner -> check(inner, reasons));
    }
}
