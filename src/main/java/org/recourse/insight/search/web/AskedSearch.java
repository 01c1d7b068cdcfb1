package org.recourse.insight.search.web;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recourse.form.RefusedInput;
import org.recourse.insight.search.CaseQuery;
import org.recourse.text.Sentence;

/** Reads a search from the parameters of a request. */
final class AskedSearch {

    private static final Set<String> ASKED = Stream.concat(
                    Arrays.stream(CaseQuery.class.getRecordComponents()).map(RecordComponent::getName),
                    Stream.of("sort", "page", "size", "for"))
            .collect(Collectors.toUnmodifiableSet());

    private AskedSearch() {}

    /** @throws RefusedInput naming the parameter that there is not, or that is none of its kind */
    static CaseQuery query(Map<String, String> asked) {
        asked.keySet().stream()
                .filter(name -> !ASKED.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new RefusedInput(
                            unknown,
                            Sentence.of(
                                    "search.no-such-field",
                                    ASKED.stream().sorted().collect(Collectors.joining(", "))));
                });
        return new CaseQuery(
                asked.get("words"),
                asked.get("caseNumber"),
                asked.get("customer"),
                asked.get("person"),
                day(asked, "from"),
                day(asked, "to"),
                lower(asked, "state"),
                lower(asked, "outcome"),
                asked.getOrDefault("level", "").isBlank() ? null : number(asked, "level", 1, 1, 3),
                lower(asked, "cause"),
                lower(asked, "trigger"),
                lower(asked, "deadline"),
                asked.get("product"),
                asked.get("team"),
                lower(asked, "channel"));
    }

    private static @Nullable String lower(Map<String, String> asked, String field) {
        String value = asked.get(field);
        return value == null ? null : value.strip().toLowerCase(Locale.ROOT);
    }

    static @Nullable LocalDate day(Map<String, String> asked, String field) {
        String text = asked.get(field);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException malformed) {
            throw new RefusedInput(field, Sentence.of("form.not-a-day", text));
        }
    }

    static int number(Map<String, String> asked, String field, int otherwise, int from, int to) {
        String text = asked.getOrDefault(field, "").strip();
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < from || Integer.parseInt(text) > to) {
            throw new RefusedInput(field, Sentence.of("search.no-number", text, from, to));
        }
        return Integer.parseInt(text);
    }
}
