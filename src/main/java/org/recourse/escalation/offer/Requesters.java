package org.recourse.escalation.offer;

import java.util.Locale;
import org.recourse.compensation.Requester;
import org.recourse.compensation.Role;
import org.recourse.customer.Customer;
import org.recourse.customer.Customers;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.identifier.PersonId;
import org.recourse.identity.CurrentUser;
import org.springframework.stereotype.Component;

/** Whose authority counts on a case: the current user in the role of the case's level, for this customer. */
@Component
public class Requesters {

    private final Customers customers;
    private final CurrentUser user;

    Requesters(Customers customers, CurrentUser user) {
        this.customers = customers;
        this.user = user;
    }

    public Requester of(EscalationCase escalation) {
        return of(escalation, user.id());
    }

    public Requester of(EscalationCase escalation, PersonId person) {
        return of(escalation, person, escalation.level());
    }

    public Requester of(EscalationCase escalation, PersonId person, int level) {
        String tier = customers
                .byNumber(escalation.customerNumber())
                .map(Customer::tier)
                .map(known -> known.name().toLowerCase(Locale.ROOT))
                .orElse("standard");
        return new Requester(
                person, Role.ofLevel(level), escalation.team(), tier, escalation.customerNumber(), escalation.number());
    }
}
