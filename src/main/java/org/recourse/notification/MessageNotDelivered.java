package org.recourse.notification;

import org.recourse.text.Saying;

/** Definitely not sent this time and worth another try; carries no cause, because mail servers' answers name people. */
final class MessageNotDelivered extends RuntimeException {

    MessageNotDelivered(Message message, Saying reason) {
        super(message + ": " + reason);
    }
}
