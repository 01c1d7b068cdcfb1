package org.recourse.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;
import org.recourse.text.Saying;

/**
 * One message to a customer, as it was written and what became of it.
 *
 * @param recipient mail address or E.164 number; null when the customer gave none or does not want it
 * @param reason why it is not sent, without personal data
 * @param sendingSince when it was handed to the network last
 */
public record Message(
        long id,
        String key,
        CaseNumber caseNumber,
        String customerNumber,
        MessageKind kind,
        MessageChannel channel,
        @Nullable String recipient,
        String language,
        String subject,
        String body,
        MessageState state,
        @Nullable Saying reason,
        Instant createdAt,
        @Nullable Instant sendingSince,
        @Nullable Instant sentAt,
        int attempts) {

    /** Without personal data, for logs. */
    @Override
    public String toString() {
        return "Message %d (%s of case %s)".formatted(id, kind.key(), caseNumber);
    }
}
