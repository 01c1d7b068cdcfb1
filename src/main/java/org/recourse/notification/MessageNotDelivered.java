package org.recourse.notification;

/** Definitely not sent this time and worth another try; carries no cause, because mail servers' answers name people. */
public final class MessageNotDelivered extends RuntimeException {

    MessageNotDelivered(Message message, String reason) {
        super(message + ": " + reason);
    }
}
