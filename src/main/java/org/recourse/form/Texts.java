package org.recourse.form;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * German for what stands in the forms in English. The English text is the key, as with gettext, so that a process owner's
 * new text simply stays English until somebody adds a line to {@code messages/forms_de.json}.
 */
@Component
public class Texts {

    /** What is not for people in a text: styles, tags, and what is filled in. */
    private static final Pattern MARKUP = Pattern.compile("<style>.*?</style>|<[^>]+>|\\{\\{[^}]*}}", Pattern.DOTALL);

    private static final Pattern WORDS = Pattern.compile("^(\\s*)(.*?)(\\s*)$", Pattern.DOTALL);

    private final Map<String, String> german;

    Texts(ObjectMapper json) {
        try (InputStream table = new ClassPathResource("messages/forms_de.json").getInputStream()) {
            german = json.readValue(table, new TypeReference<Map<String, String>>() {});
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** A word of the server in the language of the request. */
    public String word(String word) {
        return isInGerman() ? german.getOrDefault(word, word) : word;
    }

    /** A sentence of the server in the language of the request: the format is the key. */
    public String say(String format, Object... values) {
        return word(format).formatted(values);
    }

    private static boolean isInGerman() {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.GERMAN.getLanguage());
    }

    /** The text with each of its pieces that is known in German; tags and what is filled in stay as they are. */
    public String inGerman(String text) {
        StringBuilder translated = new StringBuilder();
        Matcher markup = MARKUP.matcher(text);
        int from = 0;
        while (markup.find()) {
            translated.append(piece(text.substring(from, markup.start()))).append(markup.group());
            from = markup.end();
        }
        return translated.append(piece(text.substring(from))).toString();
    }

    private String piece(String text) {
        Matcher words = WORDS.matcher(text);
        return words.matches() && german.containsKey(words.group(2))
                ? words.group(1) + german.get(words.group(2)) + words.group(3)
                : text;
    }

    /** Pieces of a text that people read and that have no German yet. */
    public List<String> missing(String text) {
        return MARKUP.splitAsStream(text)
                .map(String::strip)
                .filter(piece -> piece.matches("(?s).*[A-Za-z]{2}.*"))
                .filter(piece -> !german.containsKey(piece))
                .toList();
    }
}
