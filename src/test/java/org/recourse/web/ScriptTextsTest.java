package org.recourse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scripts of Tasklist and Cockpit say nothing that is not in the bundles, and the bundles hold nothing that they do not say. */
@Tag("R27")
class ScriptTextsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path SCRIPTS = RESOURCES.resolve("META-INF/resources");
    private static final Pattern KEY = Pattern.compile("'(ui\\.[A-Za-z0-9.-]+)'");

    /** Keys that end with a value: {@code `ui.found.${field}`} and {@code word('ui.step', step)}. */
    private static final Pattern BEGINNING = Pattern.compile("`(ui\\.[a-z.-]+\\.)\\$\\{|word\\('(ui\\.[a-z.-]+)'");

    private static final Pattern UMLAUT = Pattern.compile("[äöüÄÖÜß„]");

    static Stream<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("texts"))) {
            return files
                    .filter(file -> file.getFileName().toString().matches("recourse_[a-z]{2}\\.properties"))
                    .toList()
                    .stream();
        }
    }

    static Stream<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.walk(SCRIPTS)) {
            return files.filter(file -> file.toString().endsWith(".js")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void a_bundle_holds_exactly_the_texts_that_scripts_say(Path bundle) throws IOException {
        Set<String> written = keys(bundle);
        Set<String> said = said(KEY);
        Set<String> beginnings = said(BEGINNING);

        Set<String> missing = new TreeSet<>(said);
        missing.removeIf(key -> written.contains(key) || written.stream().anyMatch(one -> one.startsWith(key + ".")));
        Set<String> unused = new TreeSet<>(written);
        unused.removeAll(said);
        unused.removeIf(key -> beginnings.stream()
                .anyMatch(beginning -> key.startsWith(beginning.endsWith(".") ? beginning : beginning + ".")));
        // the keys of an enumeration's table stand as values in escalations' ENUMERATIONS
        unused.removeIf(key -> said.contains(key.substring(0, key.lastIndexOf('.'))));

        assertThat(missing).as("said, not written").isEmpty();
        assertThat(unused).as("written, never said").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void no_script_speaks_german(Path script) throws IOException {
        assertThat(Files.readString(script)).doesNotContainPattern(UMLAUT);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void no_key_stands_twice(Path bundle) throws IOException {
        try (Stream<String> lines = Files.lines(bundle)) {
            var twice = lines.filter(line -> line.matches("[\\w.-]+=.*"))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .collect(Collectors.groupingBy(key -> key, Collectors.counting()));
            twice.values().removeIf(times -> times == 1);

            assertThat(twice).isEmpty();
        }
    }

    @Test
    void every_language_has_the_same_texts_for_scripts() throws IOException {
        Set<Set<String>> different = new HashSet<>();
        for (Path bundle : bundles().toList()) {
            different.add(keys(bundle));
        }

        assertThat(different).hasSize(1);
    }

    @Test
    void scripts_get_the_words_of_each_enumeration_that_they_show() throws IOException {
        Set<String> shown = said(Pattern.compile("(?:word|values)\\('([a-z-]+)'"));

        assertThat(shown).isNotEmpty().allMatch(enumeration -> TextsController.SHOWN.contains(enumeration + "."));
    }

    private static Set<String> keys(Path bundle) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle)) {
            texts.load(reader);
        }
        return texts.stringPropertyNames().stream()
                .filter(key -> key.startsWith("ui.") && !key.startsWith("ui.name."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> said(Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path script : scripts().toList()) {
            pattern.matcher(Files.readString(script)).results().forEach(match -> {
                for (int group = 1; group <= match.groupCount(); group++) {
                    if (match.group(group) != null) {
                        found.add(match.group(group));
                    }
                }
            });
        }
        return found;
    }
}
