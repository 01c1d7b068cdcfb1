package org.recourse.notification;

/**
 * What became of handing a message to the network.
 *
 * @param reason without personal data
 */
record Outcome(What what, String reason) {

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
        return new Outcome(What.ACCEPTED, "");
    }

    static Outcome refusedForNow(String reason) {
        return new Outcome(What.REFUSED_FOR_NOW, reason);
    }

    static Outcome refusedForGood(String reason) {
        return new Outcome(What.REFUSED_FOR_GOOD, reason);
    }

    static Outcome unknown(String reason) {
        return new Outcome(What.UNKNOWN, reason);
    }
}
