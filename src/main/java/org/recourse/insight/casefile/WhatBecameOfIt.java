package org.recourse.insight.casefile;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recourse.compensation.Grants;
import org.recourse.notification.Message;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.springframework.stereotype.Component;

/** Says how far something is that left the house: a message, a payment. */
@Component
class WhatBecameOfIt {

    private final Speech speech;

    WhatBecameOfIt(Speech speech) {
        this.speech = speech;
    }

    String of(Message message, Locale language) {
        Saying way = message.channel().said();
        Saying state = message.state().said();
        return joined(
                language,
                message.recipient() == null
                        ? Sentence.of("case-file.message.to-nobody", way, state)
                        : Sentence.of("case-file.message.to", way, message.recipient(), state),
                message.sentAt() == null ? null : Sentence.of("case-file.message.at", message.sentAt()),
                message.reason());
    }

    String of(Grants.Grant grant, Locale language) {
        return joined(
                language,
                grant.state().said(),
                grant.reference() == null ? null : Sentence.of("case-file.payment.reference", grant.reference()),
                grant.lastAnswer() == null ? null : Sentence.of("case-file.payment.answer", grant.lastAnswer()));
    }

    private String joined(Locale language, @Nullable Saying... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .map(part -> speech.say(part, language))
                .collect(Collectors.joining(", "));
    }
}
