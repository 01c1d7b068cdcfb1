package org.recourse.notification;

import org.jspecify.annotations.Nullable;
import org.recourse.text.Saying;

/**
 * What became of handing a message to the network.
 *
 * @param reason without personal data; null when it was accepted
 */
record Outcome(What what, @Nullable Saying reason) {

    enum What {
        ACCEPTED,
        /** Definitely not accepted, but perhaps later. */
        REFUSED_FOR_NOW,
        /** Definitely not accepted, nor later. */
        REFUSED_FOR_GOOD,
        /** Perhaps accepted. */
        UNKNOWN
    }

    static Outcome accepted() {
        return new Outcome(What.ACCEPTED, null);
    }

    static Outcome refusedForNow(Saying reason) {
        return new Outcome(What.REFUSED_FOR_NOW, reason);
    }

    static Outcome refusedForGood(Saying reason) {
        return new Outcome(What.REFUSED_FOR_GOOD, reason);
    }

    static Outcome unknown(Saying reason) {
        return new Outcome(What.UNKNOWN, reason);
    }
}
