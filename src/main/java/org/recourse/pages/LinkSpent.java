package org.recourse.pages;

import org.jspecify.annotations.Nullable;

/** A customer's link opens nothing (any more). */
public final class LinkSpent extends RuntimeException {

    /** Why not. */
    public enum Why {
        UNKNOWN,
        USED,
        EXPIRED
    }

    private final Why why;
    private final @Nullable String language;

    /** @param language of the customer, null when the link belongs to nobody */
    public LinkSpent(Why why, @Nullable String language) {
        super("The link is " + why);
        this.why = why;
        this.language = language;
    }

    public Why why() {
        return why;
    }

    public @Nullable String language() {
        return language;
    }
}
