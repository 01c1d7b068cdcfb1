package org.recourse.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recourse.form.GivenText;
import org.recourse.text.Saying;
import org.recourse.text.Speech;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What a route answers is said in the language of the request, wherever a saying stands in it; what it is sent is read
 * by {@link GivenText}.
 */
@Configuration(proxyBeanMethods = false)
class SaidAnswers implements WebMvcConfigurer {

    static {
        SpringDocUtils.getConfig().replaceWithClass(Saying.class, String.class);
    }

    private final Speech speech;

    SaidAnswers(Speech speech) {
        this.speech = speech;
    }

    @Override
    public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
        converters.replaceAll(converter -> converter instanceof MappingJackson2HttpMessageConverter json
                ? new MappingJackson2HttpMessageConverter(saying(json.getObjectMapper()))
                : converter);
    }

    /** The mapper of the application keeps sayings as data; this one is for people only. */
    private ObjectMapper saying(ObjectMapper json) {
        ObjectMapper forPeople = json.copy()
                .addMixIn(Saying.class, Said.class)
                .registerModule(new SimpleModule().addDeserializer(String.class, new GivenTextReader()));
        forPeople.setConfig(forPeople.getSerializationConfig().withAttribute(Speech.class, speech));
        return forPeople;
    }

    /** Every text of a body comes in by the same reader as everywhere. */
    static final class GivenTextReader extends StdScalarDeserializer<String> {

        private static final long serialVersionUID = 1L;

        GivenTextReader() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(json, context);
            String field = json.currentName();
            return text == null ? null : GivenText.read(field == null ? "body" : field, text);
        }
    }

    @JsonSerialize(using = SaidWriter.class)
    private interface Said {}

    static final class SaidWriter extends JsonSerializer<Saying> {

        @Override
        public void serialize(Saying saying, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(((Speech) provider.getAttribute(Speech.class)).say(saying));
        }
    }
}
