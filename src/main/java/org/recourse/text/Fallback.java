package org.recourse.text;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What is told where a language lacks a text, wherever the texts come from: the English one, and it is counted. */
public final class Fallback {

    /** Every text is there in it. */
    public static final Locale LANGUAGE = Locale.ENGLISH;

    public static final String TAG = LANGUAGE.getLanguage();

    private static final AtomicLong TIMES = new AtomicLong();

    private Fallback() {}

    /** The language itself when it has the text, else the one that has every text. */
    public static Locale unless(boolean there, Locale language) {
        if (there) {
            return language;
        }
        TIMES.incrementAndGet();
        return LANGUAGE;
    }

    /** The language's own text when there is one, else the English. */
    public static String unless(@Nullable String own, String english) {
        if (own != null) {
            return own;
        }
        TIMES.incrementAndGet();
        return english;
    }

    /** How often a text was missing in a language since the start. */
    static long times() {
        return TIMES.get();
    }
}
