package org.recourse.escalation;

import static org.recourse.model.CustomerEscalationIds.BUSINESS_RULE_TASK_ASSESS_URGENCY_AGAIN;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.customer.Customers;
import org.recourse.form.DecisionTable;
import org.recourse.form.Outcome;
import org.recourse.form.Step;
import org.recourse.record.CaseLog;
import org.recourse.record.EventKind;
import org.springframework.stereotype.Component;

/**
 * Tells the urgency table mood, gravest signal, tier and whether the customer came before, and keeps what it says (R3).
 * Assessed again in a later step the urgency rises or stays: a customer who calms down has not become less urgent.
 */
@Component
class AssessUrgency implements DecisionTable {

    private static final Duration REPEAT_WITHIN = Duration.ofDays(30);

    private final Cases cases;
    private final Customers customers;
    private final CaseProcess process;
    private final CaseLog log;
    private final CaseClocks clocks;
    private final Clock clock;

    AssessUrgency(Cases cases, Customers customers, CaseProcess process, CaseLog log, CaseClocks clocks, Clock clock) {
        this.cases = cases;
        this.customers = customers;
        this.process = process;
        this.log = log;
        this.clocks = clocks;
        this.clock = clock;
    }

    @Override
    public String decision() {
        return "AssessUrgency";
    }

    @Override
    public Map<String, @Nullable Object> facts(Step step) {
        EscalationCase escalation = cases.get(step.caseNumber());
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("mood", escalation.number(CaseField.MOOD_NOW));
        facts.put("signal", gravest(escalation));
        facts.put(
                "tier",
                customers
                        .byNumber(escalation.customerNumber())
                        .map(customer -> customer.tier().name().toLowerCase(Locale.ROOT))
                        .orElse("standard"));
        facts.put("repeat", cameBefore(escalation));
        return facts;
    }

    /** The signals are declared gravest first. */
    private static String gravest(EscalationCase escalation) {
        return escalation.signals().stream()
                .sorted()
                .findFirst()
                .map(signal -> signal == Signal.ALREADY_EXPLAINED ? "repeated" : signal.value())
                .orElse("none");
    }

    private boolean cameBefore(EscalationCase escalation) {
        return cases.ofCustomer(escalation.customerNumber()).stream()
                .anyMatch(other -> !other.number().equals(escalation.number())
                        && Joining.sameMatter(escalation, other)
                        && other.openedAt().isAfter(clock.instant().minus(REPEAT_WITHIN)));
    }

    @Override
    public void decided(Step step, Outcome outcome) {
        EscalationCase escalation = cases.get(step.caseNumber());
        int urgency = outcome.number("urgency");
        boolean again = step.element().equals(BUSINESS_RULE_TASK_ASSESS_URGENCY_AGAIN);
        if (!again || urgency > escalation.number(CaseField.URGENCY)) {
            escalation
                    .set(CaseField.URGENCY, urgency)
                    .set(CaseField.PRIORITY, outcome.number("priority"))
                    .set(CaseField.ANGLES, outcome.number("angles"))
                    .set(CaseField.SENTENCE, outcome.text("sentence"))
                    .set(CaseField.URGENCY_REASON, "%s (%s)".formatted(outcome.text("reason"), outcome.version()));
        }
        String told = "%s: urgency %d (%s)".formatted(outcome.version(), urgency, outcome.text("reason"));
        clocks.assessed(escalation);
        cases.save(escalation, step, List.of(log.event(step, EventKind.DECIDED, told)));
        if (again) {
            process.prioritise(escalation.number(), escalation.number(CaseField.PRIORITY));
        }
    }
}
