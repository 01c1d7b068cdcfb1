package org.recourse.pages;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Draws customers' pages: Mustache templates under {@code pages/}, texts {@code page.…}, every value escaped. They
 * need no script, are kept by no cache and found by no search engine, and pass their address on to nobody.
 */
@Component
public class CustomerPages {

    private static final String STYLE = resource("style.css");
    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-%s'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
                    .formatted(sha256(STYLE));

    /** What the keys of the pages' texts begin with; the templates name the rest. */
    private static final String PREFIX = "page.";

    private final Map<String, Template> templates = new ConcurrentHashMap<>();
    private final PageLanguage language;
    private final Speech speech;

    CustomerPages(PageLanguage language, Speech speech) {
        this.language = language;
        this.speech = speech;
    }

    /** A language in which a page can be read, under the name that it has in itself. */
    record Tongue(String tag, String name) {

        static Tongue of(String tag) {
            Locale language = Locale.forLanguageTag(tag);
            return new Tongue(tag, language.getDisplayLanguage(language));
        }
    }

    /**
     * @param page name of the template, and of the text {@code <page>Title}
     * @param customersLanguage ISO code, null when nobody is known
     */
    public ResponseEntity<String> page(
            HttpStatus status, String page, @Nullable String customersLanguage, Map<String, ?> values) {
        String spoken = language.of(customersLanguage);
        Map<String, Object> context = new HashMap<>(texts(spoken));
        context.putAll(values);
        context.put("lang", spoken);
        context.put(
                "tongues", speech.bundles().languages().stream().map(Tongue::of).toList());
        context.put("title", Objects.requireNonNull(context.get(page + "Title"), page));
        context.put("content", template(page).execute(context));
        context.put("style", STYLE);
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Content-Language", spoken)
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex, nofollow")
                .body(template("layout").execute(context));
    }

    /** A link that opens nothing: 404 when it never did, else 410, and a sentence that says why. */
    public ResponseEntity<String> spent(LinkSpent spent) {
        HttpStatus status = spent.why() == LinkSpent.Why.UNKNOWN ? HttpStatus.NOT_FOUND : HttpStatus.GONE;
        String page = spent.why().name().toLowerCase(Locale.ROOT);
        return note(status, page, spent.language());
    }

    /** A page that only says something: texts {@code <note>Title} and {@code <note>Text}. */
    public ResponseEntity<String> note(HttpStatus status, String note, @Nullable String customersLanguage) {
        return note(status, note, "", customersLanguage);
    }

    /** @param important said in bold under the title; nothing when empty */
    public ResponseEntity<String> note(
            HttpStatus status, String note, String important, @Nullable String customersLanguage) {
        Map<String, Object> spoken = texts(language.of(customersLanguage));
        return page(
                status,
                "note",
                customersLanguage,
                Map.of(
                        "important", important,
                        "noteTitle", Objects.requireNonNull(spoken.get(note + "Title"), note),
                        "noteText", Objects.requireNonNull(spoken.get(note + "Text"), note)));
    }

    /** The language in which a page is shown to that customer now. */
    public Locale language(@Nullable String customersLanguage) {
        return Locale.forLanguageTag(language.of(customersLanguage));
    }

    /** One text in the language in which the page is shown. */
    public String text(String key, @Nullable String customersLanguage) {
        return speech.say(Sentence.of(PREFIX + key), language(customersLanguage));
    }

    private Template template(String name) {
        return templates.computeIfAbsent(
                name, each -> Mustache.compiler().emptyStringIsFalse(true).compile(resource(each + ".html")));
    }

    private Map<String, Object> texts(String spoken) {
        Locale locale = Locale.forLanguageTag(spoken);
        Map<String, Object> texts = new HashMap<>();
        speech.textsOf(PREFIX, locale)
                .keySet()
                .forEach(key -> texts.put(key.substring(PREFIX.length()), speech.say(Sentence.of(key), locale)));
        return texts;
    }

    private static String resource(String name) {
        try (InputStream in = CustomerPages.class.getResourceAsStream("/pages/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
