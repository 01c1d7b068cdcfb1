package org.recourse.followup;

import static org.recourse.model.WrittenOfferIds.BUSINESS_RULE_TASK_PLAN_WRITTEN_OFFER;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.customer.ContactChannel;
import org.recourse.customer.Customer;
import org.recourse.customer.Customers;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.model.Settlement;
import org.recourse.form.DecisionTable;
import org.recourse.form.Outcome;
import org.recourse.form.Step;
import org.recourse.record.CaseLog;
import org.recourse.record.Happening;
import org.springframework.stereotype.Component;

/** Tells the follow-up table how a case ended and how the customer is reached, and keeps the plan it makes. */
@Component
class PlanFollowUp implements DecisionTable {

    private static final String WRITTEN_OFFER = BUSINESS_RULE_TASK_PLAN_WRITTEN_OFFER;

    private final Cases cases;
    private final Customers customers;
    private final CheckIns checkIns;
    private final CaseLog log;

    PlanFollowUp(Cases cases, Customers customers, CheckIns checkIns, CaseLog log) {
        this.cases = cases;
        this.customers = customers;
        this.checkIns = checkIns;
        this.log = log;
    }

    @Override
    public String decision() {
        return "PlanFollowUp";
    }

    @Override
    public Map<String, @Nullable Object> facts(Step step) {
        EscalationCase settled = cases.get(step.caseNumber());
        boolean offer = step.element().equals(WRITTEN_OFFER);
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("outcome", offer ? Settlement.UNREACHABLE.value() : settled.textOr(CaseField.OUTCOME, "agreed"));
        facts.put("channel", channel(settled));
        facts.put("moodEnd", settled.number(CaseField.MOOD_NOW));
        facts.put("checkIns", settled.number(CaseField.CHECK_INS));
        return facts;
    }

    /** The preferred way if there is an address for it, else the one there is; a call when there is none. */
    private String channel(EscalationCase settled) {
        Customer customer = customers.byNumber(settled.customerNumber()).orElseThrow();
        boolean mail = !customer.emails().isEmpty() && customer.consent().mail();
        boolean text = !customer.phones().isEmpty() && customer.consent().text();
        ContactChannel preferred = customer.preferredChannel();
        if (preferred == ContactChannel.CALL) {
            return "call";
        }
        if (preferred == ContactChannel.TEXT && text) {
            return "text";
        }
        return mail ? "mail" : text ? "text" : "call";
    }

    @Override
    public void decided(Step step, Outcome outcome) {
        EscalationCase settled = cases.get(step.caseNumber());
        int number = step.element().equals(WRITTEN_OFFER) ? 0 : checkIns.made(step.caseNumber()) + 1;
        checkIns.plan(
                step.caseNumber(),
                number,
                outcome.text("checkInBy"),
                outcome.number("businessDays"),
                outcome.number("answerDays"),
                outcome.number("reminderDays"));
        if (number > 0) {
            settled.checkInPlanned();
        }
        cases.save(settled, step, List.of(log.event(step, Happening.Ruled.of(outcome))));
    }
}
