package org.recourse.notification;

import org.recourse.text.Sentence;

/** How far a message is. */
public enum MessageState {
    /** Waits for being sent, for the first time or again. */
    WRITTEN("written"),
    /** Handed to the network; what became of it is not recorded yet. */
    SENDING("sending"),
    SENT("sent"),
    /** Nowhere to send it, or nothing to send it with. */
    NOT_SENT("not-sent"),
    /** Refused for good by whom it was handed to. */
    FAILED("failed"),
    /** It may have been accepted or not, and asking again could send it twice: an operator decides. */
    UNCONFIRMED("unconfirmed");

    private final String key;

    MessageState(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public Sentence said() {
        return Sentence.of("message-state." + key);
    }

    static MessageState of(String key) {
        return Keyed.of(values(), MessageState::key, key);
    }
}
