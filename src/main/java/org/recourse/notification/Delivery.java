package org.recourse.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends one message, never twice. That it is being sent is committed before the network is asked, what became of it
 * right after, each in a transaction of its own: neither a crash nor a job that is rolled back can undo it.
 */
@Component
class Delivery {

    /** Longer than any carrier's timeouts together: until then somebody else may still be sending. */
    static final Duration LONGEST_SENDING = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Outbox outbox;
    private final List<Carrier> carriers;
    private final TransactionTemplate apart;
    private final Clock clock;

    Delivery(Outbox outbox, List<Carrier> carriers, PlatformTransactionManager transactions, Clock clock) {
        this.outbox = outbox;
        this.carriers = carriers;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void deliver(Message message) {
        switch (message.state()) {
            case WRITTEN -> send(message);
            case SENDING -> goOn(message);
            case SENT, NOT_SENT, FAILED, UNCONFIRMED -> LOG.debug("{} is {} already", message, message.state());
        }
    }

    /** Somebody began to send it and did not say how it went: they still are at it, or crashed. */
    private void goOn(Message message) {
        if (carrier(message).recognisesRepeats()) {
            send(message);
        } else if (isPerhapsStillSending(message)) {
            throw new MessageNotDelivered(message, Sentence.of("message.sent-elsewhere"));
        } else {
            record(message, MessageState.UNCONFIRMED, Sentence.of("message.mail-interrupted"));
        }
    }

    private boolean isPerhapsStillSending(Message message) {
        Instant since = message.sendingSince();
        return since != null && clock.instant().isBefore(since.plus(LONGEST_SENDING));
    }

    private void send(Message message) {
        String recipient = message.recipient();
        if (recipient == null) {
            throw new IllegalStateException(message + " has no recipient");
        }
        Optional<Saying> notConfigured = carrier(message).notConfigured();
        if (notConfigured.isPresent()) {
            // nothing leaves the machine, so the job's own transaction is enough
            outbox.move(message.id(), message.state(), MessageState.NOT_SENT, notConfigured.get());
            return;
        }
        boolean mine = Boolean.TRUE.equals(apart.execute(status -> outbox.claim(message, clock.instant())));
        if (!mine) {
            throw new MessageNotDelivered(message, Sentence.of("message.sent-elsewhere"));
        }
        Acceptance outcome = carrier(message).send(message, recipient);
        switch (outcome.what()) {
            case ACCEPTED -> apart.executeWithoutResult(status -> outbox.sent(message.id(), clock.instant()));
            case REFUSED_FOR_GOOD -> record(message, MessageState.FAILED, outcome.reason());
            case UNKNOWN -> record(message, MessageState.UNCONFIRMED, outcome.reason());
            case REFUSED_FOR_NOW -> {
                record(message, MessageState.WRITTEN, outcome.reason());
                throw new MessageNotDelivered(message, Objects.requireNonNull(outcome.reason()));
            }
        }
    }

    private void record(Message message, MessageState state, @Nullable Saying reason) {
        apart.executeWithoutResult(status -> outbox.move(message.id(), MessageState.SENDING, state, reason));
        LOG.info("{} is {}: {}", message, state.key(), reason);
    }

    private Carrier carrier(Message message) {
        return carriers.stream()
                .filter(carrier -> carrier.channel() == message.channel())
                .findFirst()
                .orElseThrow();
    }
}
