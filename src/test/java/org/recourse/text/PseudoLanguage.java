package org.recourse.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A language of nobody, made by adding files and nothing else: every text of ours stands in brackets. What appears without
 * them was not said by a bundle.
 */
public final class PseudoLanguage {

    /** Esperanto: a language that a browser may ask for and that Camunda does not speak. */
    public static final String TAG = "eo";

    /** In brackets that the font of a PDF has, too, and that no text of ours uses. */
    public static final char OPEN = '«';

    public static final char CLOSE = '»';

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path TEXTS = RESOURCES.resolve("texts");
    private static final Pattern NOT_WORDS = Pattern.compile("(?s)(<style>.*?</style>|<[^>]+>|\\{\\{[^}]*}}|\\*\\*)");

    private PseudoLanguage() {}

    /** Writes the files below a folder that is put on the class path. */
    public static Path writeBelow(Path folder, Function<JsonNode, Map<String, String>> textsOfAForm)
            throws IOException {
        Files.createDirectories(folder.resolve("texts"));
        Properties texts = new Properties();
        try (Reader english = Files.newBufferedReader(TEXTS.resolve("recourse_en.properties"))) {
            texts.load(english);
        }
        texts.replaceAll((key, text) -> key.toString().startsWith("format.") ? text : inBrackets(text.toString()));
        write(folder.resolve("texts/recourse_" + TAG + ".properties"), texts);
        Properties forms = new Properties();
        try (Stream<Path> all = Files.list(Path.of("forms"))) {
            for (Path form : all.toList()) {
                textsOfAForm
                        .apply(new ObjectMapper().readTree(form.toFile()))
                        .forEach((key, text) -> forms.setProperty(key, pieces(text)));
            }
        }
        write(folder.resolve("texts/forms_" + TAG + ".properties"), forms);
        letters(RESOURCES.resolve("messages/en"), folder.resolve("messages").resolve(TAG));
        Files.createDirectories(folder.resolve("final-position"));
        Files.writeString(
                folder.resolve("final-position").resolve(TAG + ".txt"),
                pieces(Files.readString(RESOURCES.resolve("final-position/en.txt"))));
        return folder;
    }

    private static void letters(Path english, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> letters = Files.list(english)) {
            for (Path letter : letters.toList()) {
                Files.writeString(folder.resolve(letter.getFileName()), pieces(Files.readString(letter)));
            }
        }
    }

    private static String inBrackets(String text) {
        return OPEN + text + CLOSE;
    }

    /** Tags and what is filled in stay; each piece of text between them gets brackets of its own. */
    private static String pieces(String text) {
        StringBuilder pieces = new StringBuilder();
        Matcher notWords = NOT_WORDS.matcher(text);
        int from = 0;
        while (notWords.find()) {
            pieces.append(piece(text.substring(from, notWords.start()))).append(notWords.group());
            from = notWords.end();
        }
        return pieces.append(piece(text.substring(from))).toString();
    }

    private static String piece(String text) {
        return text.chars().anyMatch(Character::isLetter) ? inBrackets(text) : text;
    }

    private static void write(Path file, Properties texts) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            texts.store(writer, null);
        }
    }
}
