package org.recourse.notification.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;
import org.recourse.notification.Message;
import org.recourse.notification.Undecided;
import org.recourse.text.Speech;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets operators decide about messages that neither went out for certain nor certainly not. */
@RestController
@RequestMapping("/api/messages")
class MessageController {

    private final Undecided undecided;
    private final Speech speech;

    MessageController(Undecided undecided, Speech speech) {
        this.undecided = undecided;
        this.speech = speech;
    }

    /** Without recipient and text: operators know no stories. */
    record WaitingMessage(
            long id,
            CaseNumber caseNumber,
            String kind,
            String channel,
            String state,
            @Nullable String reason,
            Instant createdAt,
            @Nullable Instant sendingSince,
            int attempts) {

        static WaitingMessage of(Message message, Speech speech) {
            return new WaitingMessage(
                    message.id(),
                    message.caseNumber(),
                    message.kind().key(),
                    message.channel().key(),
                    message.state().key(),
                    message.reason() == null ? null : speech.say(message.reason()),
                    message.createdAt(),
                    message.sendingSince(),
                    message.attempts());
        }
    }

    @Operation(summary = "List messages that were not delivered")
    @GetMapping
    List<WaitingMessage> waiting() {
        return undecided.list().stream()
                .map(message -> WaitingMessage.of(message, speech))
                .toList();
    }

    @Operation(summary = "Send a message again")
    @PostMapping("/{id}/resend")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resend(@PathVariable long id) {
        undecided.resend(id);
    }

    @Operation(summary = "Record that a message arrived")
    @PostMapping("/{id}/arrived")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void arrived(@PathVariable long id) {
        undecided.arrived(id);
    }
}
