package org.recourse.notification;

import java.util.List;
import org.recourse.form.RefusedAttempt;
import org.recourse.form.RefusedInput;
import org.recourse.identity.CurrentUser;
import org.recourse.record.CaseLog;
import org.recourse.record.MessageHappening;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an operator decides about messages, with a line in the case's history for each decision. */
@Service
public class Undecided {

    private static final String ROUTE = "/api/messages";

    private final Messages messages;
    private final CaseLog log;
    private final CurrentUser user;

    Undecided(Messages messages, CaseLog log, CurrentUser user) {
        this.messages = messages;
        this.log = log;
        this.user = user;
    }

    /** @throws RefusedAttempt when the person is no operator; so do the others */
    public List<Message> list() {
        demandOperator();
        return messages.undecided();
    }

    /** @throws RefusedInput when the message is unknown, was sent, is on its way or has no recipient */
    @Transactional
    public void resend(long messageId) {
        demandOperator();
        Message before = message(messageId);
        messages.resend(messageId);
        decided(before, "sent-again");
    }

    /**
     * The operator found out, at the mail server or the gateway, that an unconfirmed message arrived.
     *
     * @throws RefusedInput when the message is unknown or not unconfirmed
     */
    @Transactional
    public void arrived(long messageId) {
        demandOperator();
        Message before = message(messageId);
        messages.confirm(messageId);
        decided(before, "arrived");
    }

    private Message message(long messageId) {
        return messages.byId(messageId)
                .orElseThrow(
                        () -> new RefusedInput("message", Sentence.of("message.unknown", String.valueOf(messageId))));
    }

    private void decided(Message before, String decision) {
        log.happened(
                before.caseNumber(),
                ROUTE,
                new MessageHappening.MessageDecided(
                        before.id(), before.kind().key(), before.state().key(), decision));
    }

    private void demandOperator() {
        if (!user.hasRole("operator")) {
            throw new RefusedAttempt("message", Sentence.of("message.for-operators"));
        }
    }
}
