package org.recourse.notification;

import org.recourse.text.Sentence;

/**
 * What we tell customers in writing; each kind has its templates. {@code name} and {@code caseNumber} are always
 * there; the other values come from who writes the message, amounts and dates already as text in the customer's
 * language. Values in brackets may be missing.
 */
public enum MessageKind {
    /** {@code title}, {@code agreed}; [{@code compensations}: {@code kind}, {@code amount}], [{@code promises}: {@code what}, {@code byWhen}], [{@code owner}]. */
    SETTLEMENT_CONFIRMATION("settlement-confirmation", false),
    /** {@code title}, {@code byWhen}; [{@code owner}]: who has the case, with their role. */
    HAND_OVER_NOTICE("hand-over-notice", false),
    /** {@code window}: when we call; {@code link}: to choose another time or cancel it; [{@code owner}]. */
    CALLBACK_BOOKED("callback-booked", false),
    /** [{@code next}]: when we try again; [{@code link}]: to choose another time. */
    CALLBACK_MISSED("callback-missed", false),
    /** {@code title}, {@code link}. */
    CHECK_IN("check-in", false),
    /** {@code title}, {@code link}. */
    REMINDER("reminder", false),
    /** {@code title}, {@code answer}; [{@code reasons}], [{@code disputeBody}]: whom else the customer can turn to. */
    FINAL_ANSWER("final-answer", true),
    /** {@code title}, {@code offer}; [{@code validUntil}], [{@code wrote}]: true when the customer wrote and was not called. */
    WRITTEN_OFFER("written-offer", true),
    /** To the house's safety contact, not to a customer: {@code title}, {@code customer}, {@code phone}, {@code agent}. */
    SAFETY_ALERT("safety-alert", false);

    private final String key;
    private final boolean letter;

    MessageKind(String key, boolean letter) {
        this.key = key;
        this.letter = letter;
    }

    /** As stored, and the name of the template files. */
    public String key() {
        return key;
    }

    /** A position to keep: goes by mail whenever possible, also to who prefers text messages. */
    boolean isLetter() {
        return letter;
    }

    public Sentence said() {
        return Sentence.of("message-kind." + key);
    }

    static MessageKind of(String key) {
        return Keyed.of(values(), MessageKind::key, key);
    }
}
