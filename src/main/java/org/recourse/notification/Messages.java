package org.recourse.notification;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recourse.customer.Customer;
import org.recourse.customer.PhoneNumbers;
import org.recourse.form.RefusedInput;
import org.recourse.identifier.CaseNumber;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything a customer gets in writing goes through here, so that it is sent once and can be shown later. */
@Service
public class Messages {

    private final Outbox outbox;
    private final MessageTemplates templates;
    private final PhoneNumbers phoneNumbers;
    private final MessageDispatch dispatch;
    private final Delivery delivery;
    private final Clock clock;

    Messages(
            Outbox outbox,
            MessageTemplates templates,
            PhoneNumbers phoneNumbers,
            MessageDispatch dispatch,
            Delivery delivery,
            Clock clock) {
        this.outbox = outbox;
        this.templates = templates;
        this.phoneNumbers = phoneNumbers;
        this.dispatch = dispatch;
        this.delivery = delivery;
        this.clock = clock;
    }

    /**
     * Writes the message and gets it sent after the caller's transaction. A customer without an address or a consent
     * stops nothing: the message is kept as not sent.
     *
     * @param key same key, same message: a repeated call writes and sends nothing new; a simultaneous one fails with
     *     the caller's transaction and finds the message when repeated
     * @param values what the kind needs, see {@link MessageKind}; amounts and dates formatted already
     * @return the message's id
     * @throws IllegalArgumentException when a value is missing
     */
    @Transactional
    public long write(String key, CaseNumber caseNumber, MessageKind kind, Customer to, Map<String, Object> values) {
        Optional<Message> known = outbox.byKey(key);
        if (known.isPresent()) {
            return known.get().id();
        }
        Message message = compose(key, caseNumber, kind, to, values);
        long id = outbox.insert(message);
        if (message.state() == MessageState.WRITTEN) {
            dispatch.dispatch(id, caseNumber);
        }
        return id;
    }

    /**
     * Sends the message, unless it was sent or given up before; for the engine's job, which repeats it on failure.
     *
     * @throws MessageNotDelivered when it was definitely not sent and another try later makes sense
     */
    public void deliver(long messageId) {
        delivery.deliver(outbox.byId(messageId)
                .orElseThrow(() -> new IllegalArgumentException("there is no message " + messageId)));
    }

    /**
     * An operator's decision to send a message (again) that is unconfirmed, failed or not sent.
     *
     * @throws RefusedInput naming {@code message} when there is none, it was sent, is on its way or has no recipient
     */
    @Transactional
    public void resend(long messageId) {
        Message message = outbox.byId(messageId)
                .orElseThrow(
                        () -> new RefusedInput("message", Sentence.of("message.unknown", String.valueOf(messageId))));
        boolean decidable = switch (message.state()) {
            case UNCONFIRMED, FAILED, NOT_SENT -> message.recipient() != null;
            case WRITTEN, SENDING, SENT -> false;
        };
        if (!decidable || !outbox.move(messageId, message.state(), MessageState.WRITTEN, null)) {
            throw new RefusedInput("message", Sentence.of("message.not-resent"));
        }
        dispatch.dispatch(messageId, message.caseNumber());
    }

    /**
     * Somebody found out that an unconfirmed message arrived.
     *
     * @throws RefusedInput naming {@code message} when it is not unconfirmed
     */
    @Transactional
    public void confirm(long messageId) {
        if (!outbox.move(messageId, MessageState.UNCONFIRMED, MessageState.SENT, null)) {
            throw new RefusedInput("message", Sentence.of("message.not-confirmed"));
        }
    }

    /** The messages of a case, the oldest first. */
    public List<Message> ofCase(CaseNumber caseNumber) {
        return outbox.ofCase(caseNumber);
    }

    /** The newest first. */
    public List<Message> latest(int atMost) {
        return outbox.latest(atMost);
    }

    public Optional<Message> byId(long messageId) {
        return outbox.byId(messageId);
    }

    /** Messages that wait for an operator: unconfirmed or failed. */
    public List<Message> undecided() {
        return outbox.inState(List.of(MessageState.UNCONFIRMED, MessageState.FAILED));
    }

    private Message compose(
            String key, CaseNumber caseNumber, MessageKind kind, Customer to, Map<String, Object> values) {
        Addressee addressee = Addressee.of(to, kind, phoneNumbers::canReceiveText);
        Map<String, Object> all = new HashMap<>(values);
        all.put("caseNumber", caseNumber.value());
        String name = to.name();
        all.put("name", name == null ? "" : name);
        MessageTemplates.Rendered text = templates.render(kind, addressee.channel(), to.language(), all);
        return new Message(
                0,
                key,
                caseNumber,
                to.number(),
                kind,
                addressee.channel(),
                addressee.recipient(),
                text.language(),
                text.subject(),
                text.body(),
                addressee.recipient() == null ? MessageState.NOT_SENT : MessageState.WRITTEN,
                addressee.reason(),
                clock.instant(),
                null,
                null,
                0);
    }
}
