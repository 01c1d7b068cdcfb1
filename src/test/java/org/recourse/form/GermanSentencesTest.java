package org.recourse.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** What the server says to people who work in Tasklist it says in German, too. */
@Tag("R27")
class GermanSentencesTest {

    private static final Pattern REFUSAL =
            Pattern.compile("(?s)(?:new Refused(?:Input|Attempt)\\(|\\.required\\()(.*?)(?:;\\n|\\)\\)\\n)");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)+)\"");

    private final Texts texts = new Texts(new ObjectMapper());

    @BeforeEach
    void in_german() {
        LocaleContextHolder.setLocale(Locale.GERMANY);
    }

    @AfterEach
    void as_before() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void what_was_filled_in_stays_and_is_translated_where_it_is_known() {
        assertThat(texts.told("mood: \"9\" is not a whole number from 1 to 5."))
                .isEqualTo("mood: „9“ ist keine ganze Zahl von 1 bis 5.");
        assertThat(texts.told("Handed over by Amira Haddad, Wed 25 Nov 2026, 13:30, because the customer threatened. "
                        + "The customer is on the line."))
                .isEqualTo("Übergeben von Amira Haddad, Wed 25 Nov 2026, 13:30, denn der Kunde hat gedroht. "
                        + "Der Kunde ist in der Leitung.");
        assertThat(texts.told("A sentence that a process owner wrote."))
                .isEqualTo("A sentence that a process owner wrote.");
        assertThat(texts.told("cost: 100 % of %s")).isEqualTo("cost: 100 % of %s");
    }

    @Test
    void in_english_nothing_changes() {
        LocaleContextHolder.setLocale(Locale.UK);
        assertThat(texts.told("story: is missing.")).isEqualTo("story: is missing.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"form", "escalation", "callback", "promise", "followup", "teamwork", "absence", "draft"})
    void every_refusal_of_the_package_is_known_in_german(String name) throws Exception {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/recourse", name))) {
            assertThat(sources.filter(path -> path.toString().endsWith(".java"))
                            .flatMap(GermanSentencesTest::refusals)
                            .filter(refusal -> texts.told(refusal).equals(refusal))
                            .toList())
                    .as("add them to messages/sentences_de.json")
                    .isEmpty();
        }
    }

    /** Of a sentence in pieces the last one is looked at, with something in front. */
    private static Stream<String> refusals(Path source) {
        String code;
        try {
            code = Files.readString(source);
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
        return REFUSAL.matcher(code)
                .results()
                .map(refusal -> LITERAL.matcher(refusal.group(1))
                        .results()
                        .map(literal -> literal.group(1).replace("\\\"", "\""))
                        .filter(literal -> literal.contains(" ") && literal.endsWith("."))
                        .toList())
                .filter(literals -> !literals.isEmpty())
                .map(literals -> literals.get(literals.size() - 1))
                .map(literal -> literal.replaceAll("%,?\\d*[sd]", "7"))
                .map(literal -> literal.startsWith(" ") ? "R-1" + literal : literal);
    }
}
