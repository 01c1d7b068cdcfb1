package org.recourse.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recourse.notification.MessageTemplates.Rendered;

/** R32: every kind in both languages, edited without a release, and values that try to be more than values. */
class MessageTemplatesTest {

    private static final Map<String, Object> NEEDED = Map.ofEntries(
            Map.entry("name", "Ada"),
            Map.entry("caseNumber", "R-1"),
            Map.entry("title", "Dent"),
            Map.entry("agreed", "New one"),
            Map.entry("byWhen", "Wed"),
            Map.entry("link", "https://x"),
            Map.entry("answer", "No"),
            Map.entry("offer", "Half"),
            Map.entry("window", "Fri, 9 to 10"),
            Map.entry("customer", "Bo"),
            Map.entry("phone", "+49"),
            Map.entry("agent", "Cy"));

    private final MessageTemplates templates = new MessageTemplates("");

    @ParameterizedTest
    @EnumSource
    void everyKindIsThereInBothLanguagesForBothChannels(MessageKind kind) {
        Map<String, Object> everything = new HashMap<>(NEEDED);
        everything.putAll(Map.of(
                "owner",
                "Kim, supervisor",
                "next",
                "Thu",
                "reasons",
                "Law",
                "disputeBody",
                "Ombudsman",
                "validUntil",
                "Fri"));
        everything.put("compensations", List.of(Map.of("kind", "Refund", "amount", "5 EUR")));
        everything.put("promises", List.of(Map.of("what", "Truck", "byWhen", "Sat")));
        for (MessageChannel channel : MessageChannel.values()) {
            for (Map<String, Object> values : List.of(NEEDED, everything)) {
                Rendered german = templates.render(kind, channel, "de", values);
                Rendered english = templates.render(kind, channel, "en", values);
                assertThat(german.body()).isNotEqualTo(english.body());
                assertThat(List.of(german.body(), german.subject(), english.body(), english.subject()))
                        .allMatch(text -> text.contains("R-1") && !text.contains("{{") && !text.contains("\n\n\n"));
                assertThat(german.subject()).hasSizeLessThan(120).doesNotContain("\n");
            }
        }
    }

    @Test
    void anotherLanguageGetsEnglish() {
        Rendered rendered = templates.render(MessageKind.CHECK_IN, MessageChannel.MAIL, "pt", NEEDED);

        assertThat(rendered.language()).isEqualTo("en");
        assertThat(rendered.body()).startsWith("Dear Ada,");
    }

    @Test
    void aMissingValueIsNamed() {
        assertThatThrownBy(() -> templates.render(
                        MessageKind.CHECK_IN, MessageChannel.MAIL, "en", Map.of("caseNumber", "R-1", "title", "Dent")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("link");
    }

    @Test
    void aValueCannotAddHeadersOrTemplates() {
        Map<String, Object> values = new HashMap<>(NEEDED);
        values.put("title", "Dent\r\nBcc: all@example.com\u0000 {{answer}}");
        Rendered rendered = templates.render(MessageKind.CHECK_IN, MessageChannel.MAIL, "en", values);

        assertThat(rendered.subject())
                .contains("Dent Bcc: all@example.com  {{answer}}")
                .doesNotContain("\n");
        assertThat(rendered.body()).contains("Dent\nBcc: all@example.com {{answer}}");
    }

    @Test
    void aProcessOwnerEditsATemplateAndABrokenOneStopsNothing(@TempDir Path directory) throws IOException {
        MessageTemplates edited = new MessageTemplates(directory.toString());
        Path file = Files.createDirectory(directory.resolve("en")).resolve("check-in.txt");
        Files.writeString(file, "Hello {{name}}: {{link}}");

        assertThat(edited.render(MessageKind.CHECK_IN, MessageChannel.MAIL, "en", NEEDED)
                        .body())
                .isEqualTo("Hello Ada: https://x");
        Files.writeString(file, "Hello {{#name}}{{nobody}}");
        assertThat(edited.render(MessageKind.CHECK_IN, MessageChannel.MAIL, "en", NEEDED)
                        .body())
                .startsWith("Dear Ada,");
    }
}
