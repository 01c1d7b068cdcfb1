package org.recourse.engine.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recourse.text.Fallback;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The texts of our forms in the languages other than English, by form and component. English stands in the form itself. A
 * text that a process owner has changed is told in the owner's words: what we translated was another sentence.
 */
@Component
class FormTexts {

    private static final List<String> FOR_PEOPLE =
            List.of("label", "description", "text", "content", "dateLabel", "timeLabel");

    private static final Pattern FILE = Pattern.compile("forms_([a-z]{2})\\.properties");

    private final Map<String, String> english = new LinkedHashMap<>();
    private final Map<String, Properties> languages = new TreeMap<>();

    FormTexts(ObjectMapper json) {
        var resources = new PathMatchingResourcePatternResolver(FormTexts.class.getClassLoader());
        try {
            for (Resource form : resources.getResources("classpath:forms/*.form")) {
                english.putAll(of(json.readTree(form.getContentAsByteArray())));
            }
            for (Resource file : resources.getResources("classpath*:texts/forms_*.properties")) {
                Matcher name = FILE.matcher(String.valueOf(file.getFilename()));
                if (name.matches()) {
                    languages.put(name.group(1), read(file));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Properties read(Resource file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    boolean speaks(Locale language) {
        return languages.containsKey(language.getLanguage());
    }

    /** Puts each text of ours into the language; an owner's own stays. */
    void translate(JsonNode form, Locale language) {
        Properties texts = languages.getOrDefault(language.getLanguage(), new Properties());
        each(form, (key, text) -> text.equals(english.get(key)) ? Fallback.unless(texts.getProperty(key), text) : text);
    }

    /** What people read in a form, by {@code form.component.property}. */
    static Map<String, String> of(JsonNode form) {
        Map<String, String> texts = new LinkedHashMap<>();
        each(form, (key, text) -> {
            texts.put(key, text);
            return text;
        });
        return texts;
    }

    /** @param change takes key and text and gives the text that is to stand there */
    private static void each(JsonNode form, BinaryOperator<String> change) {
        components(form.path("id").asText(), form, change);
    }

    private static void components(String form, JsonNode parent, BinaryOperator<String> change) {
        for (JsonNode component : parent.path("components")) {
            String id = form + "." + component.path("id").asText();
            FOR_PEOPLE.forEach(property -> text(component, property, id + "." + property, change));
            component
                    .path("values")
                    .forEach(value -> text(
                            value,
                            "label",
                            id + ".values." + value.path("value").asText(),
                            change));
            component
                    .path("columns")
                    .forEach(column -> text(
                            column,
                            "label",
                            id + ".columns." + column.path("key").asText(),
                            change));
            components(form, component, change);
        }
    }

    /** An expression is not a text: its result is told by the server. */
    private static void text(JsonNode owner, String property, String key, BinaryOperator<String> change) {
        JsonNode text = owner.path(property);
        if (owner instanceof ObjectNode object
                && text.isTextual()
                && !text.asText().isBlank()
                && !text.asText().startsWith("=")) {
            object.set(property, TextNode.valueOf(change.apply(key, text.asText())));
        }
    }
}
