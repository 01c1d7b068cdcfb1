package org.recourse.demo.web;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.recourse.form.Times;
import org.recourse.notification.Message;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.recourse.text.Written;
import org.springframework.context.annotation.Profile;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Draws the page of the demonstration from {@code demo/page.html}. */
@Component
@Profile("demo")
class DemoPage {

    /** What the keys of the page's texts begin with; the template names the rest. */
    private static final String PREFIX = "demo.";

    private final Template template;
    private final Times times;
    private final Speech speech;

    DemoPage(Times times, Speech speech) throws IOException {
        this.times = times;
        this.speech = speech;
        try (Reader page = new InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream("/demo/page.html")), StandardCharsets.UTF_8)) {
            template =
                    Mustache.compiler().emptyStringIsFalse(true).nullValue("").compile(page);
        }
    }

    /** @param opened the newest is shown unfolded */
    record Row(SentMessage message, String sent, String state, boolean opened) {}

    /** @param caseNumber of which the messages are, null for all cases */
    String html(Instant now, List<Message> messages, @Nullable String caseNumber) {
        List<Row> rows = new ArrayList<>();
        for (Message message : messages) {
            rows.add(new Row(
                    SentMessage.of(message, speech),
                    sent(message),
                    speech.say(message.state().said()),
                    rows.isEmpty()));
        }
        Locale language = speech.bundles().spoken(LocaleContextHolder.getLocale());
        Map<String, Object> page = new HashMap<>();
        speech.textsOf(PREFIX, language)
                .keySet()
                .forEach(key -> page.put(key.substring(PREFIX.length()), speech.say(Sentence.of(key), language)));
        page.put("lang", language.getLanguage());
        page.put("now", speech.at(now));
        page.put("zone", times.house().getId());
        page.put("caseNumber", caseNumber == null ? "" : caseNumber);
        page.put("noneOfCase", caseNumber == null ? "" : speech.say(PREFIX + "noneOfCase", caseNumber));
        page.put("messages", rows);
        return template.execute(page);
    }

    private String sent(Message message) {
        Saying to = message.recipient() == null ? Sentence.of(PREFIX + "nobody") : new Written(message.recipient());
        return speech.say(
                PREFIX + "sent",
                message.createdAt(),
                message.kind().said(),
                message.channel().said(),
                to);
    }
}
