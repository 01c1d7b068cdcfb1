package org.recourse.governance;

import java.util.concurrent.atomic.AtomicInteger;

/** What an attacker's expression reaches for; it counts how often one got in. */
public final class Burglar {

    static final String EXPRESSION =
            "${''.getClass().forName('org.recourse.governance.Burglar').getMethod('enter').invoke(null)}";

    private static final AtomicInteger ENTERED = new AtomicInteger();

    private Burglar() {}

    public static String enter() {
        ENTERED.incrementAndGet();
        return "agent1";
    }

    static int entered() {
        return ENTERED.get();
    }
}
