package org.recourse.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.recourse.text.Speech;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells the scripts of Tasklist and Cockpit their texts, so that no script names a language. Nothing of a case is in them,
 * and the page to log in on needs them, too: nobody has to be logged in.
 */
@RestController
class TextsController {

    /** What scripts say: their own texts, and the words of the contract that they show. */
    static final List<String> SHOWN = List.of(
            "ui.",
            "format.",
            "approval-state.",
            "case-field.",
            "case-state.",
            "channel.",
            "clock-kind.",
            "clock-state.",
            "compensation-kind.",
            "customer-answer.",
            "entry-kind.",
            "event-kind.",
            "explain.evidence.",
            "finding.",
            "grant-state.",
            "hand-over-trigger.",
            "message-channel.",
            "message-kind.",
            "message-state.",
            "promise-state.",
            "release-state.",
            "root-cause.",
            "settlement.",
            "tier.");

    private final Speech speech;

    TextsController(Speech speech) {
        this.speech = speech;
    }

    @Operation(summary = "The languages there are texts in")
    @GetMapping("/api/texts")
    SortedSet<String> languages() {
        return speech.bundles().languages();
    }

    /** @param language a language tag; a language that Recourse does not speak is answered in English */
    @Operation(summary = "The texts of the scripts in a language")
    @GetMapping("/api/texts/{language}")
    ResponseEntity<SortedMap<String, String>> texts(@PathVariable String language) {
        SortedMap<String, String> texts = new TreeMap<>();
        SHOWN.forEach(prefix -> texts.putAll(speech.textsOf(prefix, Locale.forLanguageTag(language))));
        // scripts fill in {0} by themselves and know nothing of MessageFormat's doubled apostrophe
        texts.replaceAll((key, text) -> text.replace("''", "'"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(DigestUtils.md5DigestAsHex(texts.toString().getBytes(UTF_8)))
                .body(texts);
    }
}
