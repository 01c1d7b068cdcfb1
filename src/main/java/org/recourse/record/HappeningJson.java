package org.recourse.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores what happened as two texts: the payload, and the words of people apart from it. */
final class HappeningJson {

    private static final String WORDS = "words";

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .registerModule(new SimpleModule()
                    .addSerializer(Words.class, new WordsApart())
                    .addDeserializer(Words.class, new WordsBack()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private static final TypeReference<List<@Nullable String>> TEXTS = new TypeReference<>() {};

    private HappeningJson() {}

    /** @param words a JSON array; null where nobody's words are in it */
    record Stored(String payload, @Nullable String words) {}

    static Stored write(Happening happening) {
        List<@Nullable String> words = new ArrayList<>();
        try {
            String payload = MAPPER.writer().withAttribute(WORDS, words).writeValueAsString(happening);
            return new Stored(payload, words.isEmpty() ? null : MAPPER.writeValueAsString(words));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an event is made of what JSON can hold", impossible);
        }
    }

    /** What cannot be read is told as such. */
    static Happening read(String kind, String payload, @Nullable String words) {
        try {
            List<@Nullable String> apart = words == null ? List.of() : MAPPER.readValue(words, TEXTS);
            Happening read = MAPPER.readerFor(EventKind.of(kind).type())
                    .withAttribute(WORDS, apart)
                    .readValue(payload);
            return read == null || lacks(read) ? new Happening.Unreadable(kind) : read;
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            return new Happening.Unreadable(kind);
        }
    }

    /** Whether something is missing that each event of its kind has. */
    private static boolean lacks(Happening read) {
        for (RecordComponent component : read.getClass().getRecordComponents()) {
            try {
                if (component.getAccessor().invoke(read) == null
                        && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    return true;
                }
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return false;
    }

    private static final class WordsApart extends JsonSerializer<Words> {

        @Override
        @SuppressWarnings("unchecked")
        public void serialize(Words words, JsonGenerator json, SerializerProvider provider) throws IOException {
            List<@Nullable String> apart = (List<@Nullable String>) provider.getAttribute(WORDS);
            json.writeNumber(apart.size());
            apart.add(words.text());
        }
    }

    private static final class WordsBack extends JsonDeserializer<Words> {

        @Override
        public Words deserialize(JsonParser json, DeserializationContext context) throws IOException {
            List<?> apart = (List<?>) context.getAttribute(WORDS);
            int place = json.getIntValue();
            return new Words(place < apart.size() ? (String) apart.get(place) : null);
        }
    }
}
