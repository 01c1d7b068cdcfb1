package org.recourse.notification;

import org.jspecify.annotations.Nullable;
import org.recourse.text.Saying;

/**
 * What became of handing a message to the network.
 *
 * @param reason without personal data; null when it was accepted
 */
record Acceptance(What what, @Nullable Saying reason) {

    enum What {
        ACCEPTED,
        /** Definitely not accepted, but perhaps later. */
        REFUSED_FOR_NOW,
        /** Definitely not accepted, nor later. */
        REFUSED_FOR_GOOD,
        /** Perhaps accepted. */
        UNKNOWN
    }

    static Acceptance accepted() {
        return new Acceptance(What.ACCEPTED, null);
    }

    static Acceptance refusedForNow(Saying reason) {
        return new Acceptance(What.REFUSED_FOR_NOW, reason);
    }

    static Acceptance refusedForGood(Saying reason) {
        return new Acceptance(What.REFUSED_FOR_GOOD, reason);
    }

    static Acceptance unknown(Saying reason) {
        return new Acceptance(What.UNKNOWN, reason);
    }
}
