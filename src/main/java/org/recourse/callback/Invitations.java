package org.recourse.callback;

import org.recourse.calendar.Window;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives customers a link with each time at which they are told to be called. */
@Component
public class Invitations {

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
        invite(event.caseNumber(), event.window(), false);
    }

    /** Nobody answered, and there is going to be another attempt. */
    public void tryAgain(String caseNumber, Window next) {
        invite(caseNumber, next, true);
    }

    private void invite(String caseNumber, Window window, boolean calledInVain) {
        long callback = callbacks.current(caseNumber).id();
        events.publishEvent(new CustomerInvited(caseNumber, links.issue(callback, window), calledInVain));
    }
}
