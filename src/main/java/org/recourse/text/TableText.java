package org.recourse.text;

import java.util.Locale;
import java.util.Map;

/**
 * A text of data that the house keeps, of a process owner's decision table or a regulation. It stands there once for each
 * language.
 *
 * @param byLanguage language tag to text; has English at least
 */
public record TableText(Map<String, String> byLanguage) implements Saying {

    public TableText {
        byLanguage = Map.copyOf(byLanguage);
    }

    /** The text in that language, in English where the owner wrote none. */
    public String in(Locale language) {
        return Fallback.unless(byLanguage.get(language.getLanguage()), byLanguage.getOrDefault(Fallback.TAG, ""));
    }

    @Override
    public String toString() {
        return in(Fallback.LANGUAGE);
    }
}
