package org.recourse.demo.web;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.recourse.form.Times;
import org.recourse.notification.Message;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Draws the page of the demonstration from {@code demo/page.html}. */
@Component
@Profile("demo")
class DemoPage {

    private final Template template;
    private final Times times;

    DemoPage(Times times) throws IOException {
        this.times = times;
        try (Reader page = new InputStreamReader(
                Objects.requireNonNull(getClass().getResourceAsStream("/demo/page.html")), StandardCharsets.UTF_8)) {
            template =
                    Mustache.compiler().emptyStringIsFalse(true).nullValue("").compile(page);
        }
    }

    /** @param opened the newest is shown unfolded */
    record Row(SentMessage message, String at, String kind, String state, boolean opened) {}

    /** @param caseNumber of which the messages are, null for all cases */
    String html(Instant now, List<Message> messages, @Nullable String caseNumber) {
        List<Row> rows = new ArrayList<>();
        for (Message message : messages) {
            rows.add(new Row(
                    SentMessage.of(message),
                    times.told(message.createdAt()),
                    message.kind().key().replace('-', ' '),
                    message.state().key().replace('-', ' '),
                    rows.isEmpty()));
        }
        return template.execute(Map.of(
                "now",
                times.told(now),
                "zone",
                times.house().getId(),
                "caseNumber",
                caseNumber == null ? "" : caseNumber,
                "messages",
                rows));
    }
}
