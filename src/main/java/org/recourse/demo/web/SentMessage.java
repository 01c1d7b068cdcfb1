package org.recourse.demo.web;

import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;
import org.recourse.notification.Message;
import org.recourse.text.Speech;

/**
 * A message as the mailbox of the demonstration shows it.
 *
 * @param links the addresses in its text
 */
record SentMessage(
        long id,
        CaseNumber caseNumber,
        String kind,
        String channel,
        @Nullable String recipient,
        String language,
        String subject,
        String body,
        String state,
        @Nullable String reason,
        Instant createdAt,
        @Nullable Instant sentAt,
        List<String> links) {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]");

    static SentMessage of(Message message, Speech speech) {
        return new SentMessage(
                message.id(),
                message.caseNumber(),
                message.kind().key(),
                message.channel().key(),
                message.recipient(),
                message.language(),
                message.subject(),
                message.body(),
                message.state().key(),
                message.reason() == null ? null : speech.say(message.reason()),
                message.createdAt(),
                message.sentAt(),
                LINK.matcher(message.body()).results().map(MatchResult::group).toList());
    }
}
