package org.recourse.followup.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.recourse.followup.Ratings;
import org.recourse.followup.Settled;
import org.recourse.form.Answers;
import org.recourse.form.GivenText;
import org.recourse.form.RefusedInput;
import org.recourse.pages.CustomerPages;
import org.recourse.pages.LinkSpent;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the customer says whether it is settled and how satisfied they are; the token is the only key. */
@RestController
@RequestMapping("/rate/{token}")
class RatePage {

    private final Ratings ratings;
    private final CustomerPages pages;

    RatePage(Ratings ratings, CustomerPages pages) {
        this.ratings = ratings;
        this.pages = pages;
    }

    record Choice(String value, String label, boolean chosen) {}

    @GetMapping
    ResponseEntity<String> show(@PathVariable String token) {
        return form(HttpStatus.OK, ratings.open(token), null, null, "", null);
    }

    @PostMapping
    ResponseEntity<String> take(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String settled,
            @RequestParam(required = false) @Nullable String rating,
            @RequestParam(defaultValue = "") String comment) {
        String language = ratings.open(token);
        String words = comment.replace("\r\n", "\n").strip();
        Optional<Settled> answer = settled(settled);
        if (answer.isEmpty()) {
            return form(HttpStatus.BAD_REQUEST, language, null, rating, words, "rateMissing");
        }
        try {
            ratings.rate(token, answer.get(), stars(rating), words.isEmpty() ? null : words);
        } catch (RefusedInput refused) {
            return form(
                    HttpStatus.BAD_REQUEST,
                    language,
                    answer.get(),
                    rating,
                    GivenText.readable(words),
                    words.length() > Answers.LONG_TEXT ? "rateTooLong" : "rateUnreadable");
        }
        return pages.note(HttpStatus.OK, "rated-" + answer.get().value(), language);
    }

    @ExceptionHandler
    ResponseEntity<String> spent(LinkSpent spent) {
        return pages.spent(spent);
    }

    private ResponseEntity<String> form(
            HttpStatus status,
            @Nullable String language,
            @Nullable Settled settled,
            @Nullable String rating,
            String comment,
            @Nullable String error) {
        Map<String, Object> values = new HashMap<>();
        values.put(
                "settledChoices",
                Arrays.stream(Settled.values())
                        .map(each -> choice("settled-", each.value(), each == settled, language))
                        .toList());
        List<Choice> stars = IntStream.rangeClosed(1, 5)
                .mapToObj(Integer::toString)
                .map(each -> choice("rating-", each, each.equals(rating), language))
                .toList();
        values.put("ratingChoices", stars);
        values.put("comment", comment);
        values.put("error", error == null ? "" : pages.text(error, language));
        return pages.page(status, "rate", language, values);
    }

    private Choice choice(String prefix, String value, boolean chosen, @Nullable String language) {
        return new Choice(value, pages.text(prefix + value, language), chosen);
    }

    private static Optional<Settled> settled(@Nullable String given) {
        return Arrays.stream(Settled.values())
                .filter(each -> each.value().equals(given))
                .findFirst();
    }

    /** Anything but a star counts as none: it can only come from somebody who did not use the page. */
    private static @Nullable Integer stars(@Nullable String given) {
        return given != null && given.matches("[1-5]") ? Integer.valueOf(given) : null;
    }
}
