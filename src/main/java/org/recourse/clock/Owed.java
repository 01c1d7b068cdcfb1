package org.recourse.clock;

import java.util.Locale;
import java.util.Set;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.recourse.text.Written;

/** What a clock is for, as people are told it. A regulation of the house's own names milestones in its own words. */
final class Owed {

    private static final Set<String> OURS = Set.of(
            CaseClock.FIRST_ANSWER,
            CaseClock.NEXT_ANSWER,
            CaseClock.SOLUTION,
            "acknowledgement",
            "summary resolution",
            "final response",
            "response");

    private Owed() {}

    /** In the middle of a sentence. */
    public static Saying said(String what) {
        return OURS.contains(what) ? Sentence.of("clock.owed." + key(what)) : new Written(what);
    }

    /** At the beginning of a sentence. */
    static Saying begins(String what) {
        return OURS.contains(what)
                ? Sentence.of("clock.owed-first." + key(what))
                : new Written(what.substring(0, what.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                        + what.substring(what.offsetByCodePoints(0, 1)));
    }

    private static String key(String what) {
        return what.replace(' ', '-');
    }
}
