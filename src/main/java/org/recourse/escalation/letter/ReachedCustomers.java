package org.recourse.escalation.letter;

import org.recourse.callback.CustomerInvited;
import org.recourse.callback.CustomerNotReached;
import org.recourse.callback.CustomerReached;
import org.recourse.escalation.clocks.CaseClocks;
import org.recourse.escalation.contact.ContactKind;
import org.recourse.escalation.contact.Contacts;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.Channel;
import org.recourse.escalation.model.EscalationCase;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A customer hears in writing when we call; one who answers begins a contact of its own, one who does not is told. */
@Component
class ReachedCustomers {

    private final Cases cases;
    private final Contacts contacts;
    private final Letters letters;
    private final CaseClocks clocks;

    ReachedCustomers(Cases cases, Contacts contacts, Letters letters, CaseClocks clocks) {
        this.cases = cases;
        this.contacts = contacts;
        this.letters = letters;
        this.clocks = clocks;
    }

    @EventListener
    void reached(CustomerReached event) {
        EscalationCase escalation = cases.get(event.caseNumber());
        contacts.begin(
                escalation,
                ContactKind.CALLBACK,
                Channel.PHONE.value(),
                event.person().value(),
                null);
    }

    @EventListener
    void invited(CustomerInvited event) {
        EscalationCase escalation = cases.get(event.caseNumber());
        letters.callbackBooked(escalation, event.invitation());
        clocks.wrote(escalation);
    }

    @EventListener
    void notReached(CustomerNotReached event) {
        letters.notReached(cases.get(event.caseNumber()), event.callback());
    }
}
