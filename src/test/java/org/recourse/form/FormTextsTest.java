package org.recourse.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recourse.text.Speech;
import org.recourse.text.Written;

/** Every text of every form is there in German; what a process owner adds stays as it is. */
@Tag("R27")
class FormTextsTest {

    private static final Set<String> FOR_PEOPLE =
            Set.of("label", "description", "text", "content", "dateLabel", "timeLabel");

    private final Texts texts = new Texts(
            new ObjectMapper(), new Speech(Written::new, ZoneId.of("Europe/Berlin"), new SimpleMeterRegistry()));

    static Stream<Path> forms() throws Exception {
        return Files.list(Path.of("forms"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void every_text_of_a_form_is_known_in_German(Path form) throws Exception {
        List<String> missing = shown(new ObjectMapper().readTree(form.toFile()))
                .flatMap(text -> texts.missing(text).stream())
                .toList();

        assertThat(missing).as("add them to messages/forms_de.json").isEmpty();
    }

    @Test
    void tags_and_what_is_filled_in_stay_and_so_does_what_nobody_translated() {
        assertThat(texts.inGerman("<p>{{#if advice}}<strong>Advice{{#if by}} from {{by}}{{/if}}</strong>{{/if}}</p>"))
                .isEqualTo("<p>{{#if advice}}<strong>Rat{{#if by}} von {{by}}{{/if}}</strong>{{/if}}</p>");
        assertThat(texts.inGerman("A question of our own?")).isEqualTo("A question of our own?");
    }

    private static Stream<String> shown(JsonNode node) {
        Stream<String> own = node.properties().stream()
                .filter(entry ->
                        FOR_PEOPLE.contains(entry.getKey()) && entry.getValue().isTextual())
                .map(Map.Entry::getValue)
                .map(JsonNode::asText);
        return Stream.concat(
                own, StreamSupport.stream(node.spliterator(), false).flatMap(FormTextsTest::shown));
    }
}
