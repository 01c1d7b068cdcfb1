package org.recourse.record;

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
    REFUSED
}
