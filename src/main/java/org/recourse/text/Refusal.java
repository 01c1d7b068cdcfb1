package org.recourse.text;

import org.jspecify.annotations.Nullable;

/** Something is refused, with a sentence for the person who tried. What the sentence says in English is for logs only. */
public abstract class Refusal extends RuntimeException {

    private final transient Saying saying;

    protected Refusal(Saying saying) {
        super(saying.toString());
        this.saying = saying;
    }

    /** The field or parameter that is refused, null where none is meant. */
    public @Nullable String field() {
        return null;
    }

    /** What the person is told. */
    public Saying saying() {
        return saying;
    }
}
