package org.recourse.record;

import java.util.Set;
import org.recourse.form.Choice;

/** What a line of the history tells. */
public enum EventKind implements Choice {
    OPENED,
    CHANGED,
    DECIDED,
    PROPOSED,
    ANSWERED,
    HANDED_OVER,
    TAKEN_OVER,
    ADVISED,
    CONTACTED,
    JOINED,
    CALLED,
    PROMISED,
    PROMISE,
    ASKED,
    APPROVAL,
    GRANTED,
    TOLD,
    SETTLED,
    CHECKED_IN,
    REOPENED,
    CLOSED,
    WITHDRAWN,
    LEFT_BLANK,
    MOVED,
    CORRECTED,
    ATTACHED,
    READ,
    WARNED,
    PAUSE_OFFERED,
    REFUSED;

    private static final Set<EventKind> IN_THEIR_WORDS =
            Set.of(OPENED, JOINED, ADVISED, ASKED, WITHDRAWN, REOPENED, ATTACHED);

    /** What it tells was written by the customer or a colleague, and is told to nobody in another language. */
    public boolean isInTheirWords() {
        return IN_THEIR_WORDS.contains(this);
    }
}
