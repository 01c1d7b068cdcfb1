package org.recourse.form;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the German of an English sentence by the pattern it was made from: {@code %s} stands for whatever was filled in.
 * So sentences are written in English where they are thrown or stored, and translated once, where a person reads them.
 */
final class GermanSentences {

    private static final Pattern FIELD = Pattern.compile("(?s)([A-Za-z][\\w -]{0,40}): (.+)");

    private static final Pattern BRACKET = Pattern.compile("([^()]+) \\(([^()]+)\\)");

    /** What stands between the parts of a list. */
    private static final Pattern BETWEEN = Pattern.compile(", |; ");

    /** A pattern with less, like {@code %s paid, %s}, fits what it was not made for: it is tried when nothing else fits. */
    private static final int ENOUGH_OF_ITS_OWN = 12;

    private final Map<String, String> whole;
    private final List<Made> made;

    GermanSentences(Map<String, String> table) {
        whole = table;
        made = table.entrySet().stream()
                .filter(entry -> entry.getKey().contains("%s"))
                .map(entry ->
                        new Made(entry.getKey().replace("%s", "").length(), pattern(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparingInt(Made::ownLetters).reversed())
                .toList();
    }

    private record Made(int ownLetters, Pattern english, String german) {}

    private static Pattern pattern(String english) {
        String quoted = Pattern.quote(english).replace("%s", "\\E(.*?)\\Q");
        return Pattern.compile(quoted, Pattern.DOTALL);
    }

    /**
     * The field that a refusal begins with keeps its name. A sentence that nobody knows as a whole is told by its parts;
     * what was filled in is translated where it is known by itself.
     */
    String of(String english) {
        if (english.contains("\n")) {
            return english.lines().map(this::of).collect(Collectors.joining("\n"));
        }
        Matcher field = FIELD.matcher(english);
        Optional<String> told = known(english, ENOUGH_OF_ITS_OWN);
        if (told.isEmpty() && field.matches()) {
            told = known(field.group(2), ENOUGH_OF_ITS_OWN).map(rest -> field.group(1) + ": " + rest);
        }
        return told.or(() -> known(english, 0))
                .orElseGet(() -> field.matches() ? field.group(1) + ": " + of(field.group(2)) : parts(english));
    }

    private String parts(String english) {
        Matcher bracket = BRACKET.matcher(english);
        if (bracket.matches()) {
            return of(bracket.group(1)) + " (" + part(bracket.group(2)) + ")";
        }
        StringBuilder told = new StringBuilder();
        Matcher between = BETWEEN.matcher(english);
        int from = 0;
        while (between.find()) {
            told.append(part(english.substring(from, between.start()))).append(between.group());
            from = between.end();
        }
        return told.append(part(english.substring(from))).toString();
    }

    private String part(String english) {
        return known(english, 0).orElseGet(() -> {
            Matcher field = FIELD.matcher(english);
            return field.matches()
                    ? field.group(1) + ": " + known(field.group(2), 0).orElse(field.group(2))
                    : english;
        });
    }

    /** @param ownLetters how much of a pattern must be more than what is filled in, for it to be tried */
    private Optional<String> known(String english, int ownLetters) {
        String exactly = whole.get(english);
        if (exactly != null) {
            return Optional.of(exactly);
        }
        Optional<String> figures = GermanFigures.of(english);
        if (figures.isPresent()) {
            return figures;
        }
        for (Made sentence : made) {
            if (sentence.ownLetters() < ownLetters) {
                break;
            }
            Matcher filled = sentence.english().matcher(english);
            if (filled.matches()) {
                return Optional.of(sentence.german().formatted(values(filled)));
            }
        }
        return Optional.empty();
    }

    private Object[] values(Matcher filled) {
        Object[] values = new Object[filled.groupCount()];
        for (int n = 0; n < values.length; n++) {
            String value = filled.group(n + 1);
            values[n] = part(value);
        }
        return values;
    }
}
