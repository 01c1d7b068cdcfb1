package org.recourse.callback;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives customers a link with each time at which they are told to be called. */
@Component
class Invitations {

    private final Callbacks callbacks;
    private final CallbackLinks links;
    private final ApplicationEventPublisher events;

    Invitations(Callbacks callbacks, CallbackLinks links, ApplicationEventPublisher events) {
        this.callbacks = callbacks;
        this.links = links;
        this.events = events;
    }

    @EventListener
    void booked(CallbackBooked event) {
        long callback = callbacks.current(event.caseNumber()).id();
        events.publishEvent(new CustomerInvited(event.caseNumber(), links.issue(callback, event.window())));
    }
}
