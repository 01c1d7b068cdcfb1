package org.recourse.escalation.clocks;

import java.time.Instant;
import java.util.Objects;
import org.recourse.callback.CallbackBooked;
import org.recourse.callback.CallbackOver;
import org.recourse.callback.CustomerReached;
import org.recourse.clock.ClockChanges;
import org.recourse.clock.Clocked;
import org.recourse.clock.Clocks;
import org.recourse.customer.Customer;
import org.recourse.customer.Customers;
import org.recourse.customer.Tier;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.model.HandOverTrigger;
import org.recourse.identifier.CaseNumber;
import org.recourse.text.Saying;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the clocks what happens to a case. They pause while the customer, and not we, makes it wait. */
@Component
public class CaseClocks {

    private final Clocks clocks;
    private final ClockChanges changes;
    private final Customers customers;

    CaseClocks(Clocks clocks, ClockChanges changes, Customers customers) {
        this.clocks = clocks;
        this.changes = changes;
        this.customers = customers;
    }

    public void opened(EscalationCase opened, Tier tier) {
        Instant received = Objects.requireNonNullElse(opened.instant(CaseField.RECEIVED_ON), opened.openedAt());
        clocks.opened(clocked(opened, opened.number(CaseField.URGENCY), tier), received, opened.has(CaseField.AGENT));
    }

    /** The urgency of the case changed; not saved yet. */
    public void assessed(EscalationCase assessed) {
        int before = assessed.before(CaseField.URGENCY) instanceof Integer urgency ? urgency : 0;
        int now = assessed.number(CaseField.URGENCY);
        if (before != now) {
            Tier tier = tier(assessed.customerNumber());
            changes.assessed(clocked(assessed, before, tier), clocked(assessed, now, tier));
        }
    }

    /** Another product may fall under another period; not saved yet. */
    public void productNamed(EscalationCase named) {
        changes.productNamed(
                named.number(), named.team(), (String) named.before(CaseField.PRODUCT), named.text(CaseField.PRODUCT));
    }

    public void customerChanged(EscalationCase moved, Customer wrong, Customer right) {
        int urgency = moved.number(CaseField.URGENCY);
        changes.assessed(clocked(moved, urgency, wrong.tier()), clocked(moved, urgency, right.tier()));
    }

    public void customerCameBack(EscalationCase open) {
        clocks.customerCameBack(clocked(open));
    }

    public void routed(EscalationCase routed, int responseMinutes, Saying reason, String table) {
        Clocked of = clocked(routed);
        if (routed.is(CaseField.HAND_OVER_TRIGGER, HandOverTrigger.REOPENED)) {
            clocks.reopened(of);
        }
        clocks.handedOver(of, responseMinutes, reason, table);
    }

    public void answered(EscalationCase answered) {
        clocks.answered(answered.number());
    }

    public void settled(EscalationCase settled) {
        clocks.settled(settled.number());
    }

    public void wrote(EscalationCase written) {
        clocks.wroteFirst(written.number(), written.team());
    }

    public void answeredFinally(EscalationCase settled) {
        clocks.answeredFinally(settled.number(), settled.team());
    }

    public void stopped(CaseNumber caseNumber) {
        clocks.stopped(caseNumber);
    }

    @EventListener
    void booked(CallbackBooked event) {
        if (event.chosenByCustomer()) {
            changes.pauseForCall(event.caseNumber(), event.window().from());
        } else {
            changes.resumeAfterCall(event.caseNumber());
        }
    }

    @EventListener
    void over(CallbackOver event) {
        changes.resumeAfterCall(event.caseNumber());
    }

    @EventListener
    void reached(CustomerReached event) {
        clocks.answered(event.caseNumber());
    }

    public Clocked clocked(EscalationCase escalation) {
        return clocked(escalation, escalation.number(CaseField.URGENCY), tier(escalation.customerNumber()));
    }

    private static Clocked clocked(EscalationCase escalation, int urgency, Tier tier) {
        return new Clocked(
                escalation.number(), escalation.team(), urgency, tier.key(), escalation.text(CaseField.PRODUCT));
    }

    private Tier tier(String customerNumber) {
        return customers.byNumber(customerNumber).map(Customer::tier).orElse(Tier.STANDARD);
    }
}
