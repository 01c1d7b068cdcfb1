package org.recourse.text;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A saying as it is stored, so that it can be said later and in any language. */
public final class SayingJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SayingJson() {}

    /** The text of a column. */
    public static String write(Saying saying) {
        try {
            return MAPPER.writeValueAsString(saying);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a saying is made of what JSON can hold", impossible);
        }
    }

    /** @throws IllegalArgumentException when it was not written by {@link #write} */
    public static Saying read(String stored) {
        try {
            return MAPPER.readValue(stored, Saying.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("no saying", unreadable);
        }
    }

    static final class Writer extends JsonSerializer<Saying> {

        @Override
        public void serialize(Saying saying, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (saying instanceof Written written) {
                field(json, "written", written.words());
            } else if (saying instanceof TableText text) {
                json.writeStartObject();
                json.writeObjectField("table", new TreeMap<>(text.byLanguage()));
                json.writeEndObject();
            } else if (saying instanceof Sentence sentence) {
                json.writeStartObject();
                json.writeStringField("key", sentence.key());
                if (!sentence.arguments().isEmpty()) {
                    json.writeArrayFieldStart("args");
                    for (Object argument : sentence.arguments()) {
                        argument(json, argument, provider);
                    }
                    json.writeEndArray();
                }
                json.writeEndObject();
            }
        }

        private void argument(JsonGenerator json, Object argument, SerializerProvider provider) throws IOException {
            if (argument instanceof Saying saying) {
                serialize(saying, json, provider);
            } else if (argument instanceof Integer number) {
                json.writeNumber(number);
            } else if (argument instanceof Long number) {
                json.writeNumber(number);
            } else if (argument instanceof BigDecimal number) {
                field(json, "number", number.toPlainString());
            } else if (argument instanceof Money money) {
                json.writeStartObject();
                json.writeStringField("money", money.amount().toPlainString());
                json.writeStringField("currency", money.currency());
                json.writeEndObject();
            } else if (argument instanceof Instant at) {
                field(json, "at", at.toString());
            } else if (argument instanceof Moment moment) {
                json.writeStartObject();
                json.writeStringField("at", moment.at().toString());
                json.writeStringField("zone", moment.zone().getId());
                json.writeEndObject();
            } else if (argument instanceof LocalDate day) {
                field(json, "day", day.toString());
            } else if (argument instanceof YearMonth month) {
                field(json, "month", month.toString());
            } else if (argument instanceof Person person) {
                field(json, "person", person.id());
            } else if (argument instanceof List<?> list) {
                json.writeStartArray();
                for (Object part : list) {
                    argument(json, part, provider);
                }
                json.writeEndArray();
            } else {
                json.writeString(argument.toString());
            }
        }

        private static void field(JsonGenerator json, String name, String value) throws IOException {
            json.writeStartObject();
            json.writeStringField(name, value);
            json.writeEndObject();
        }
    }

    static final class Reader extends JsonDeserializer<Saying> {

        @Override
        public Saying deserialize(JsonParser json, DeserializationContext context) throws IOException {
            JsonNode node = json.readValueAsTree();
            if (argument(node) instanceof Saying saying) {
                return saying;
            }
            return (Saying) context.handleUnexpectedToken(Saying.class, json);
        }

        private static Object argument(JsonNode node) {
            if (node.isInt()) {
                return node.intValue();
            }
            if (node.isLong()) {
                return node.longValue();
            }
            if (node.isArray()) {
                List<Object> parts = new ArrayList<>();
                node.forEach(part -> parts.add(argument(part)));
                return parts;
            }
            return node.isObject() ? structured(node) : node.asText();
        }

        private static Object structured(JsonNode node) {
            if (node.has("key")) {
                List<Object> arguments = new ArrayList<>();
                node.path("args").forEach(argument -> arguments.add(argument(argument)));
                return new Sentence(node.get("key").asText(), arguments);
            }
            if (node.has("written")) {
                return new Written(node.get("written").asText());
            }
            if (node.has("table")) {
                Map<String, String> texts = new TreeMap<>();
                node.get("table")
                        .fields()
                        .forEachRemaining(
                                text -> texts.put(text.getKey(), text.getValue().asText()));
                return new TableText(texts);
            }
            if (node.has("money")) {
                return new Money(
                        new BigDecimal(node.get("money").asText()),
                        node.get("currency").asText());
            }
            if (node.has("zone")) {
                return new Moment(
                        Instant.parse(node.get("at").asText()),
                        ZoneId.of(node.get("zone").asText()));
            }
            if (node.has("at")) {
                return Instant.parse(node.get("at").asText());
            }
            if (node.has("day")) {
                return LocalDate.parse(node.get("day").asText());
            }
            if (node.has("month")) {
                return YearMonth.parse(node.get("month").asText());
            }
            if (node.has("number")) {
                return new BigDecimal(node.get("number").asText());
            }
            return new Person(node.path("person").asText());
        }
    }
}
