package org.recourse.customer;

import java.util.Locale;

/** How the customer prefers to hear from us. */
public enum ContactChannel {
    MAIL,
    TEXT,
    CALL;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
