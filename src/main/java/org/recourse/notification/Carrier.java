package org.recourse.notification;

import java.util.Optional;
import org.recourse.text.Saying;

/** Hands messages of one channel to the network, with timeouts, once per call. */
interface Carrier {

    MessageChannel channel();

    /** Why nothing can be sent here at all; empty when it can. */
    Optional<Saying> notConfigured();

    /** True when the other side recognises the message's key, so that asking again cannot send it twice. */
    boolean recognisesRepeats();

    Acceptance send(Message message, String recipient);
}
