package org.recourse.form;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the German of an English sentence by the pattern it was made from: {@code %s} stands for whatever was filled in,
 * {@code %m} for an amount of money, {@code %w} for somebody's own words, which stay as they are. So sentences are written in English where they are thrown or stored, and translated once, where a person reads them.
 */
final class GermanSentences {

    private static final Pattern FIELD = Pattern.compile("(?s)(\\p{L}[\\p{L}\\w .'-]{0,60}): (.+)");

    private static final Pattern FILLED_IN = Pattern.compile("%[smw]");

    private static final Pattern BRACKET = Pattern.compile("([^()]+) \\(([^()]+)\\)");

    /** What stands between the parts of a list. */
    private static final Pattern BETWEEN = Pattern.compile(", |; ");

    /** A pattern with less, like {@code %s paid, %s}, fits what it was not made for: it is tried when nothing else fits. */
    private static final int ENOUGH_OF_ITS_OWN = 10;

    private final Map<String, String> whole;
    private final List<Made> made;

    GermanSentences(Map<String, String> table) {
        whole = table;
        made = table.entrySet().stream()
                .filter(entry -> FILLED_IN.matcher(entry.getKey()).find())
                .map(entry -> Made.of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Made::ownLetters).reversed())
                .toList();
    }

    /**
     * @param sure that what follows its beginning is somebody's words
     * @param values the letters of what is filled in, in their order
     */
    private record Made(int ownLetters, boolean sure, Pattern english, String values, String german) {

        /** What was filled in begins no words of its own with a colon, unless it is the last or stands in quotation marks. */
        private static final String ONE_OF_SEVERAL = "((?:(?!: )[^\n])*?)";

        static Made of(String key, String german) {
            StringBuilder english = new StringBuilder();
            StringBuilder values = new StringBuilder();
            Matcher place = FILLED_IN.matcher(key);
            int from = 0;
            while (place.find()) {
                english.append(Pattern.quote(key.substring(from, place.start())));
                char value = key.charAt(place.end() - 1);
                boolean anything = value == 'w' || key.startsWith("\"", place.end());
                boolean last = !key.substring(place.end()).contains("%");
                english.append(anything ? "(.*?)" : last ? "([^\n]*?)" : ONE_OF_SEVERAL);
                values.append(value);
                from = place.end();
            }
            english.append(Pattern.quote(key.substring(from)));
            return new Made(
                    FILLED_IN.matcher(key).replaceAll("").length(),
                    !key.startsWith("%") && values.toString().equals("w"),
                    Pattern.compile(english.toString(), Pattern.DOTALL),
                    values.toString(),
                    german);
        }
    }

    /**
     * The field that a refusal begins with keeps its name. A sentence that nobody knows as a whole is told by its parts;
     * what was filled in is translated where it is known by itself.
     */
    String of(String english) {
        if (english.contains("\n")) {
            return known(english, 0)
                    .orElseGet(() -> english.lines().map(this::of).collect(Collectors.joining("\n")));
        }
        Matcher field = FIELD.matcher(english);
        Optional<String> told = known(english, ENOUGH_OF_ITS_OWN);
        if (told.isEmpty() && field.matches()) {
            told = known(field.group(2), ENOUGH_OF_ITS_OWN).map(rest -> whoOrWhat(field.group(1)) + ": " + rest);
        }
        return told.or(() -> known(english, 0))
                .orElseGet(
                        () -> field.matches() ? whoOrWhat(field.group(1)) + ": " + of(field.group(2)) : parts(english));
    }

    /** Somebody whom the rest was told, or a field of the API, which keeps its name. */
    private String whoOrWhat(String field) {
        return field.contains(" ") ? known(field, ENOUGH_OF_ITS_OWN).orElse(field) : field;
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
            Matcher bracket = BRACKET.matcher(english);
            if (bracket.matches()) {
                return part(bracket.group(1)) + " (" + part(bracket.group(2)) + ")";
            }
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
            if (sentence.ownLetters() < ownLetters && !sentence.sure()) {
                continue;
            }
            Matcher filled = sentence.english().matcher(english);
            if (filled.matches() && areAmounts(sentence, filled)) {
                return Optional.of(sentence.german().formatted(values(sentence, filled)));
            }
        }
        return Optional.empty();
    }

    private static boolean areAmounts(Made sentence, Matcher filled) {
        return IntStream.range(0, filled.groupCount())
                .filter(n -> sentence.values().charAt(n) == 'm')
                .allMatch(n -> GermanFigures.of(filled.group(n + 1)).isPresent());
    }

    private Object[] values(Made sentence, Matcher filled) {
        Object[] values = new Object[filled.groupCount()];
        for (int n = 0; n < values.length; n++) {
            String value = filled.group(n + 1);
            values[n] = sentence.values().charAt(n) == 'w' ? theirs(value) : part(value);
        }
        return values;
    }

    /** A promise may be nothing but an amount; everything else is as somebody said it. */
    private static String theirs(String words) {
        return GermanFigures.of(words).orElse(words);
    }
}
