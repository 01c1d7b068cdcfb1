package org.recourse.record;

import org.jspecify.annotations.Nullable;
import org.recourse.text.Saying;
import org.recourse.text.SayingJson;
import org.recourse.text.Sentence;
import org.recourse.text.Written;

/**
 * Words of a person, a name or a customer's number in something that happened. They are stored apart from the rest of it, so
 * that they can be erased while the event stays.
 *
 * @param text null once erased
 */
public record Words(@Nullable String text) {

    /** Null and blank stay absent. */
    public static @Nullable Words of(@Nullable String text) {
        return text == null || text.isBlank() ? null : new Words(text);
    }

    /** A sentence that may carry words of people. */
    public static Words of(Saying sentence) {
        return new Words(SayingJson.write(sentence));
    }

    /** As they were written; whoever reads an erased text is told so. */
    public Saying said() {
        return text == null ? Sentence.of("event.erased") : new Written(text);
    }

    /** The sentence that {@link #of(Saying)} took. */
    Saying sentence() {
        try {
            return text == null ? said() : SayingJson.read(text);
        } catch (IllegalArgumentException plain) {
            return said();
        }
    }

    /** With the reason that somebody gave, if they gave one. */
    static Saying because(Saying said, @Nullable Words reason) {
        return reason == null ? said : Sentence.of("event.because", said, reason.said());
    }
}
