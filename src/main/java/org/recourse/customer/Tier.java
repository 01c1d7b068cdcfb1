package org.recourse.customer;

import java.util.Locale;

/** Service tier; decides authority and urgency tables. */
public enum Tier {
    STANDARD,
    SILVER,
    GOLD;

    /** As stored, and as decision tables name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
