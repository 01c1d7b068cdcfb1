package org.recourse.form;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the German of an English sentence by the pattern it was made from: {@code %s} stands for whatever was filled in.
 * So sentences are written in English where they are thrown or stored, and translated once, where a person reads them.
 */
final class GermanSentences {

    private static final Pattern FIELD = Pattern.compile("(?s)([A-Za-z][\\w ]{0,40}): (.+)");

    private final Map<String, String> whole;
    private final List<Made> made;

    GermanSentences(Map<String, String> table) {
        whole = table;
        made = table.entrySet().stream()
                .filter(entry -> entry.getKey().contains("%s"))
                .sorted(Comparator.comparing((Map.Entry<String, String> entry) ->
                                entry.getKey().replace("%s", "").length())
                        .reversed())
                .map(entry -> new Made(pattern(entry.getKey()), entry.getValue()))
                .toList();
    }

    private record Made(Pattern english, String german) {}

    private static Pattern pattern(String english) {
        String quoted = Pattern.quote(english).replace("%s", "\\E(.*?)\\Q");
        return Pattern.compile(quoted, Pattern.DOTALL);
    }

    /** The field that a refusal begins with keeps its name; what was filled in is translated where it is known by itself. */
    String of(String english) {
        return known(english).orElseGet(() -> {
            Matcher field = FIELD.matcher(english);
            return field.matches()
                    ? field.group(1) + ": " + known(field.group(2)).orElse(field.group(2))
                    : english;
        });
    }

    private Optional<String> known(String english) {
        String exactly = whole.get(english);
        if (exactly != null) {
            return Optional.of(exactly);
        }
        for (Made sentence : made) {
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
            values[n] = known(value).orElse(value);
        }
        return values;
    }
}
