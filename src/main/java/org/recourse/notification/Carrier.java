package org.recourse.notification;

/** Hands messages of one channel to the network, with timeouts, once per call. */
interface Carrier {

    MessageChannel channel();

    /** True when the other side recognises the message's key, so that asking again cannot send it twice. */
    boolean recognisesRepeats();

    Outcome send(Message message, String recipient);
}
