package org.recourse.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text of every form is there in every language; what a process owner writes stays as it is. */
@Tag("R27")
public class FormTextsTest {

    private static final Pattern FILLED_IN = Pattern.compile("\\{\\{[^}]*}}|<[^>]+>");

    private final ObjectMapper json = new ObjectMapper();
    private final FormTexts texts = new FormTexts(json);

    /** What people read in a form, by its keys, for tests of other rooms. */
    public static Map<String, String> textsOf(JsonNode form) {
        return FormTexts.of(form);
    }

    static Stream<Path> languages() throws Exception {
        return Files.list(Path.of("src/main/resources/texts"))
                .filter(file -> file.getFileName().toString().startsWith("forms_"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void a_language_has_exactly_the_texts_of_the_forms(Path file) throws Exception {
        assertThat(read(file).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(english().keySet());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void what_is_filled_in_and_how_it_looks_is_the_same_in_each_language(Path file) throws Exception {
        Properties translated = read(file);

        english()
                .forEach((key, text) -> assertThat(places(translated.getProperty(key, "")))
                        .as(key)
                        .containsExactlyInAnyOrderElementsOf(places(text)));
    }

    @Test
    void what_an_owner_changed_is_told_in_the_owners_words() throws Exception {
        JsonNode form = json.readTree(Path.of("forms/restate.form").toFile());
        ObjectNode confirms = component(form, "Field_CustomerConfirms");
        confirms.put("description", "Wait for a clear yes.");
        ObjectNode correction = component(form, "Field_Correction");
        correction.put("label", "What did we get wrong?");

        texts.translate(form, java.util.Locale.GERMAN);

        assertThat(confirms.path("label").asText()).isEqualTo("Fragen Sie: „Habe ich das richtig verstanden?“");
        assertThat(confirms.path("values").get(0).path("label").asText()).isEqualTo("Ja");
        assertThat(confirms.path("description").asText()).isEqualTo("Wait for a clear yes.");
        assertThat(correction.path("label").asText()).isEqualTo("What did we get wrong?");
    }

    private static ObjectNode component(JsonNode parent, String id) {
        for (JsonNode component : parent.path("components")) {
            if (component.path("id").asText().equals(id)) {
                return (ObjectNode) component;
            }
        }
        throw new AssertionError("no component " + id);
    }

    private Map<String, String> english() throws Exception {
        Map<String, String> english = new TreeMap<>();
        try (Stream<Path> forms = Files.list(Path.of("forms"))) {
            for (Path form : forms.toList()) {
                english.putAll(FormTexts.of(json.readTree(form.toFile())));
            }
        }
        return english;
    }

    private static Properties read(Path file) throws Exception {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }

    private static java.util.List<String> places(String text) {
        return FILLED_IN.matcher(text).results().map(MatchResult::group).toList();
    }
}
