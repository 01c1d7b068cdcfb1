package org.recourse.text;

import org.jspecify.annotations.Nullable;

/** What a person wrote, or what they are called. It is never translated and never taken apart. */
public record Written(String words) implements Saying {

    /** Nothing where somebody wrote nothing. */
    public static @Nullable Written orNull(@Nullable String words) {
        return words == null || words.isBlank() ? null : new Written(words);
    }

    @Override
    public String toString() {
        return words;
    }
}
