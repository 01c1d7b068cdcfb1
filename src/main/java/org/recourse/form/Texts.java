package org.recourse.form;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.recourse.text.Refusal;
import org.recourse.text.Saying;
import org.recourse.text.Speech;
import org.recourse.text.Written;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * German for what stands in the forms in English. The English text is the key, as with gettext, so that a process owner's
 * new text simply stays English until somebody adds a line to {@code messages/forms_de.json}.
 */
@Component
public class Texts {

    private static final Set<String> IN_OUR_WORDS = Set.of(
            "sentence",
            "urgencyLabel",
            "clockText",
            "handOverText",
            "callbackText",
            "approvedText",
            "limitText",
            "channelLabel",
            "closingQuestion",
            "customerValue",
            "tierLabel",
            "speakerRole",
            "openedAt",
            "promiseDue",
            "promiseState",
            "toPayText",
            "callGuide",
            "breachedWhat",
            "breachedRule",
            "breachedDue",
            "questionDue",
            "requestText",
            "requestReason",
            "authorityReason",
            "valueText",
            "lossText",
            "givenBefore",
            "similarText",
            "similarWarning",
            "budgetText",
            "hint");

    private static final Set<String> CELLS_IN_OUR_WORDS =
            Set.of("answer", "state", "outcome", "channel", "money", "at", "due", "dueBy", "opened");

    private final Map<String, String> german;
    private final GermanSentences sentences;
    private final Speech speech;

    Texts(ObjectMapper json, Speech speech) {
        this.speech = speech;
        german = table(json, "messages/forms_de.json");
        sentences = new GermanSentences(table(json, "messages/sentences_de.json"));
    }

    private static Map<String, String> table(ObjectMapper json, String path) {
        try (InputStream table = new ClassPathResource(path).getInputStream()) {
            return json.readValue(table, new TypeReference<Map<String, String>>() {});
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** A word of the server in the language of the request. */
    public String word(String word) {
        return isGermanAsked() ? german.getOrDefault(word, word) : word;
    }

    /**
     * A sentence that the server has made already, with whatever was filled in, in the language of the request. One that
     * is not in {@code messages/sentences_de.json} stays as it is.
     */
    public String told(String sentence) {
        return isGermanAsked() ? sentences.of(sentence) : sentence;
    }

    /** Told by its key; an English sentence is looked up as a whole. */
    public String told(Saying saying) {
        return saying instanceof Written sentence ? told(sentence.words()) : speech.say(saying);
    }

    /** {@link #told(Saying)} in a language that is not that of the request, or without one. */
    public String told(Saying saying, Locale language) {
        return saying instanceof Written sentence ? told(sentence.words(), language) : speech.say(saying, language);
    }

    /** What somebody is told who was refused; the field comes first where one is meant. */
    public String told(Refusal refused) {
        String field = refused instanceof RefusedInput input
                ? input.field() + ": "
                : refused instanceof RefusedAttempt attempt ? attempt.field() + ": " : "";
        return refused.saying() instanceof Written sentence
                ? told(field + sentence.words())
                : field + speech.say(refused.saying());
    }

    /** {@link #told(String)} in a language that is not that of the request, or without one. */
    public String told(String sentence, Locale language) {
        return isGerman(language) ? sentences.of(sentence) : sentence;
    }

    /** What somebody promised: their words stay. */
    public String promised(Saying what) {
        return speech.say(what);
    }

    /** {@link #promised(Saying)} in another language than that of the request, or without one. */
    public String promised(Saying what, Locale language) {
        return speech.say(what, language);
    }

    /** Of what a form or a case file shows, what the server has put into words; what people wrote stays as it is. */
    public Map<String, @Nullable Object> told(Map<String, @Nullable Object> data) {
        if (isGermanAsked()) {
            data.replaceAll((key, value) -> IN_OUR_WORDS.contains(key) && value instanceof String text
                    ? sentences.of(text)
                    : value instanceof List<?> rows
                            ? rows.stream().map(this::row).toList()
                            : value);
        }
        return data;
    }

    private @Nullable Object row(@Nullable Object row) {
        if (!(row instanceof Map<?, ?> cells)) {
            return row;
        }
        Map<Object, @Nullable Object> told = new LinkedHashMap<>(cells);
        told.replaceAll((key, value) ->
                CELLS_IN_OUR_WORDS.contains(key) && value instanceof String text ? sentences.of(text) : value);
        return told;
    }

    private static boolean isGermanAsked() {
        return isGerman(LocaleContextHolder.getLocale());
    }

    private static boolean isGerman(Locale language) {
        return language.getLanguage().equals(Locale.GERMAN.getLanguage());
    }

    /** A sentence of the server in the language of the request: the format is the key. */
    public String say(String format, Object... values) {
        return word(format).formatted(values);
    }
}
