package org.recourse.notification;

import org.recourse.text.Sentence;

/** The ways on which something in writing leaves the house. */
public enum MessageChannel {
    MAIL("mail"),
    TEXT("text");

    private final String key;

    MessageChannel(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public Sentence said() {
        return Sentence.of("message-channel." + key);
    }

    static MessageChannel of(String key) {
        return Keyed.of(values(), MessageChannel::key, key);
    }
}
