package org.recourse.notification;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.recourse.text.Fallback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Mustache templates {@code messages/<language>/<kind>.subject}, {@code .txt} for mail and {@code .sms} for text
 * messages. A process owner changes them without a release: a file of the same name in the configured directory comes
 * first, at once; one that cannot be rendered is reported and the packaged one is used, so that no case stops.
 */
@Component
class MessageTemplates {

    record Rendered(String language, String subject, String body) {}

    private static final Logger LOG = LoggerFactory.getLogger(MessageTemplates.class);

    private final Optional<Path> directory;

    MessageTemplates(@Value("${recourse.messages.directory:}") String directory) {
        this.directory = directory.isBlank() ? Optional.empty() : Optional.of(Path.of(directory));
    }

    /**
     * In the customer's language, else in English.
     *
     * @throws IllegalArgumentException when a value is missing that the packaged template needs
     */
    Rendered render(MessageKind kind, MessageChannel channel, String language, Map<String, Object> values) {
        String spoken = Fallback.unless(exists(language, kind), Locale.forLanguageTag(language))
                .getLanguage();
        String body = kind.key() + (channel == MessageChannel.TEXT ? ".sms" : ".txt");
        return new Rendered(
                spoken,
                render(spoken + "/" + kind.key() + ".subject", MessageTemplates::oneLine, values)
                        .strip(),
                render(spoken + "/" + body, MessageTemplates::plain, values).strip());
    }

    private String render(String file, Mustache.Escaper escaper, Map<String, Object> values) {
        Optional<String> edited = edited(file);
        if (edited.isPresent()) {
            try {
                return execute(edited.get(), escaper, values);
            } catch (MustacheException e) {
                LOG.warn("The edited template {} cannot be used, the packaged one is: {}", file, e.getMessage());
            }
        }
        try {
            return execute(packaged(file).orElseThrow(), escaper, values);
        } catch (MustacheException e) {
            throw new IllegalArgumentException("template " + file + ": " + e.getMessage(), e);
        }
    }

    private static String execute(String template, Mustache.Escaper escaper, Map<String, Object> values) {
        return Mustache.compiler()
                .withEscaper(escaper)
                .emptyStringIsFalse(true)
                .compile(template)
                .execute(values);
    }

    private boolean exists(String language, MessageKind kind) {
        String file = language + "/" + kind.key() + ".txt";
        return edited(file).or(() -> packaged(file)).isPresent();
    }

    private Optional<String> edited(String file) {
        return directory
                .map(path -> path.resolve(file))
                .filter(Files::isReadable)
                .flatMap(path -> {
                    try {
                        return Optional.of(Files.readString(path));
                    } catch (IOException e) {
                        LOG.warn("The edited template {} cannot be read", file);
                        return Optional.empty();
                    }
                });
    }

    private static Optional<String> packaged(String file) {
        try (InputStream in = MessageTemplates.class.getResourceAsStream("/messages/" + file)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A value must not add headers or lines to a subject. */
    private static String oneLine(String value) {
        return value.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ");
    }

    /** Plain text needs no HTML escaping; what a terminal or a database stumbles over goes. */
    private static String plain(String value) {
        return value.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\\n\\t]]", "");
    }
}
