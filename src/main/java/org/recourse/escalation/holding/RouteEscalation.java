package org.recourse.escalation.holding;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.calendar.Calendars;
import org.recourse.customer.Customer;
import org.recourse.customer.Customers;
import org.recourse.escalation.clocks.CaseClocks;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.form.DecisionTable;
import org.recourse.form.Outcome;
import org.recourse.form.Step;
import org.recourse.identifier.Team;
import org.recourse.record.CaseLog;
import org.recourse.record.Ruled;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Component;

/** Tells the routing table what the case is about and which level is asked, and keeps where it sends the case (R11). */
@Component
class RouteEscalation implements DecisionTable {

    private final Cases cases;
    private final Customers customers;
    private final Calendars calendars;
    private final CaseLog log;
    private final CaseClocks clocks;
    private final Clock clock;

    RouteEscalation(
            Cases cases, Customers customers, Calendars calendars, CaseLog log, CaseClocks clocks, Clock clock) {
        this.cases = cases;
        this.customers = customers;
        this.calendars = calendars;
        this.log = log;
        this.clocks = clocks;
        this.clock = clock;
    }

    @Override
    public String decision() {
        return "RouteEscalation";
    }

    @Override
    public Map<String, @Nullable Object> facts(Step step) {
        EscalationCase escalation = cases.get(step.caseNumber());
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("trigger", escalation.textOr(CaseField.HAND_OVER_TRIGGER, "demand"));
        facts.put("product", escalation.textOr(CaseField.PRODUCT, "").toLowerCase(Locale.ROOT));
        facts.put("cause", escalation.textOr(CaseField.CAUSE, ""));
        facts.put(
                "language",
                customers
                        .byNumber(escalation.customerNumber())
                        .map(Customer::language)
                        .orElse(""));
        facts.put("nextLevel", Math.max(2, escalation.number(CaseField.LEVEL_WANTED)));
        return facts;
    }

    @Override
    public void decided(Step step, Outcome outcome) {
        EscalationCase escalation = cases.get(step.caseNumber());
        String team = outcome.text("team");
        escalation.routed(
                outcome.number("level"),
                outcome.text("competence"),
                team.isBlank() ? null : Team.of(team),
                Sentence.of("case.by-table", outcome.said("reason"), outcome.version()),
                Boolean.TRUE.equals(outcome.outputs().get("unrouted")),
                calendars
                        .of(escalation.team())
                        .plusBusinessMinutes(clock.instant(), outcome.number("responseMinutes")));
        clocks.routed(escalation, outcome.number("responseMinutes"), outcome.said("reason"), outcome.version());
        cases.save(escalation, step, List.of(log.event(step, Ruled.of(outcome))));
    }
}
