package org.recourse.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recourse.form.Choice;

/** The bundles say the same in each language, everything that the code names, and nothing that nobody names. */
@Tag("R27")
class BundlesTest {

    private static final Path TEXTS = Path.of("src/main/resources/texts");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

    /** A key whose last part is a value of data; the part before it stands in the code. */
    private static final Pattern NAMED =
            Pattern.compile("[\"'`]([a-z][a-z0-9-]*(?:\\.[A-Za-z0-9][A-Za-z0-9_-]*)*[.-]?)(?=[\"'`]|\\$\\{)");

    static Stream<Path> languages() throws Exception {
        return Files.list(TEXTS).filter(file -> file.getFileName().toString().startsWith("recourse_"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void each_language_has_every_key_and_no_other(Path language) throws Exception {
        assertThat(read(language).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(english().stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void each_text_has_the_same_places_to_fill_and_is_a_message(Path language) throws Exception {
        Properties texts = read(language);
        Properties english = english();

        for (String key : english.stringPropertyNames()) {
            String text = texts.getProperty(key, "");
            if (!key.startsWith("format.")) {
                new MessageFormat(text, Locale.ENGLISH);
            }
            assertThat(places(text)).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void a_key_stands_in_a_file_once(Path language) throws Exception {
        List<String> keys = Files.readAllLines(language).stream()
                .filter(line -> !line.startsWith("#") && line.contains("="))
                .map(line -> line.substring(0, line.indexOf('=')).strip())
                .toList();

        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void every_word_of_the_contract_that_is_said_has_its_text() throws Exception {
        Set<String> keys = english().stringPropertyNames();

        for (Class<?> type : choices()) {
            List<String> own = said(type);
            if (own.stream().anyMatch(keys::contains)) {
                assertThat(keys).as(type.getSimpleName()).containsAll(own);
            }
        }
    }

    /** A key is named in the code, or its beginning is: {@code "event." + kind}. */
    @Test
    void what_nobody_says_is_in_no_bundle() throws Exception {
        Set<String> named = named();
        Set<String> unused = new TreeSet<>();
        Set<String> words =
                choices().stream().flatMap(type -> said(type).stream()).collect(Collectors.toSet());
        for (String key : english().stringPropertyNames()) {
            boolean used = words.contains(key)
                    || isNamed(named, key)
                    || isNamed(named, key.replaceFirst("^(explain|ui)\\.", ""));
            if (!used) {
                unused.add(key);
            }
        }

        assertThat(unused).isEmpty();
    }

    @Test
    void every_sentence_of_the_code_has_its_text() throws Exception {
        Pattern said = Pattern.compile("(?:Sentence\\.of|speech\\.say)\\(\\s*\"([^\"]+)\"(?!\\s*\\+)");
        Set<String> keys = english().stringPropertyNames();
        Set<String> missing = new TreeSet<>();
        for (String source : sources(".java")) {
            said.matcher(source).results().map(found -> found.group(1)).forEach(key -> {
                if (!keys.contains(key)) {
                    missing.add(key);
                }
            });
        }

        assertThat(missing).isEmpty();
    }

    /**
     * Whole, or by its beginning: what follows it is a value. Explanations and scripts name their keys without the first
     * part, and those of a term by the kind of the term.
     */
    private static boolean isNamed(Set<String> named, String key) {
        return named.contains(key)
                || named.contains(key.substring(0, Math.max(0, key.lastIndexOf('.'))))
                || named.stream()
                        .anyMatch(beginning -> (beginning.endsWith(".") || beginning.endsWith("-"))
                                && key.startsWith(beginning)
                                && key.indexOf('.', beginning.length()) < 0);
    }

    private static List<Class<?>> choices() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.recourse").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(Choice.class))
                        .map(JavaClass::reflect)
                        .collect(Collectors.toList());
    }

    private static List<String> said(Class<?> choice) {
        return Stream.of(choice.getEnumConstants())
                .map(value -> ((Choice) value).said().key())
                .toList();
    }

    private static Set<String> named() throws Exception {
        Set<String> named = new TreeSet<>();
        List<String> all = new ArrayList<>(sources(".java"));
        all.addAll(sources(".js"));
        all.addAll(sources(".html"));
        for (String source : all) {
            NAMED.matcher(source).results().map(found -> found.group(1)).forEach(named::add);
        }
        return named;
    }

    private static List<String> sources(String ending) throws Exception {
        List<String> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                sources.add(Files.readString(file));
            }
        }
        return sources;
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties english() throws Exception {
        return read(TEXTS.resolve("recourse_en.properties"));
    }

    private static Properties read(Path file) throws Exception {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }
}
