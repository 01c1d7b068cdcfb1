package org.recourse.escalation.firstline;

import static org.recourse.model.CustomerEscalationIds.BUSINESS_RULE_TASK_ASSESS_URGENCY_AGAIN;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recourse.customer.Customers;
import org.recourse.escalation.clocks.CaseClocks;
import org.recourse.escalation.contact.Contacts;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.CaseProcess;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.model.Signal;
import org.recourse.escalation.opening.Joining;
import org.recourse.form.DecisionTable;
import org.recourse.form.Outcome;
import org.recourse.form.Step;
import org.recourse.record.CaseLog;
import org.recourse.record.Happening;
import org.recourse.text.Sentence;
import org.springframework.beans.factory.annotation.Value;
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
    private final Contacts contacts;
    private final Clock clock;
    private final int longWait;
    private final int manyTransfers;

    /**
     * @param longWait minutes on hold within thirty days that count as a long wait
     * @param manyTransfers transfers within thirty days that count as many
     */
    AssessUrgency(
            Cases cases,
            Customers customers,
            CaseProcess process,
            CaseLog log,
            CaseClocks clocks,
            Contacts contacts,
            Clock clock,
            @Value("${recourse.signals.long-wait-minutes:10}") int longWait,
            @Value("${recourse.signals.many-transfers:2}") int manyTransfers) {
        this.cases = cases;
        this.customers = customers;
        this.process = process;
        this.log = log;
        this.clocks = clocks;
        this.contacts = contacts;
        this.clock = clock;
        this.longWait = longWait;
        this.manyTransfers = manyTransfers;
    }

    @Override
    public String decision() {
        return "AssessUrgency";
    }

    @Override
    public Map<String, @Nullable Object> facts(Step step) {
        EscalationCase escalation = cases.get(step.caseNumber());
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        List<EscalationCase> earlier = earlier(escalation);
        facts.put("mood", escalation.number(CaseField.MOOD_NOW));
        facts.put("signal", signal(escalation, earlier));
        facts.put(
                "tier",
                customers
                        .byNumber(escalation.customerNumber())
                        .map(customer -> customer.tier().name().toLowerCase(Locale.ROOT))
                        .orElse("standard"));
        facts.put("repeat", earlier.stream().anyMatch(other -> Joining.sameMatter(escalation, other)));
        return facts;
    }

    /** Other cases of the customer that are as fresh as a repeat is. */
    private List<EscalationCase> earlier(EscalationCase escalation) {
        return cases.ofCustomer(escalation.customerNumber()).stream()
                .filter(other -> !other.number().equals(escalation.number())
                        && other.openedAt().isAfter(since()))
                .toList();
    }

    private Instant since() {
        return clock.instant().minus(REPEAT_WITHIN);
    }

    /** The signals are declared gravest first; how long somebody waited stands between what they say and how they sound. */
    private String signal(EscalationCase escalation, List<EscalationCase> earlier) {
        Signal gravest = escalation.signals().stream().sorted().findFirst().orElse(null);
        if (gravest != null && gravest.compareTo(Signal.ALREADY_EXPLAINED) <= 0) {
            return gravest == Signal.ALREADY_EXPLAINED ? "repeated" : gravest.value();
        }
        String waited = earlier.isEmpty() ? null : waited(contacts.waits(escalation.customerNumber(), since()));
        return waited != null ? waited : gravest == null ? "none" : gravest.value();
    }

    /** Derived, never ticked: it comes from telephony or from the work after earlier calls. */
    private @Nullable String waited(Contacts.Waits waits) {
        return waits.holdMinutes() >= longWait
                ? "long-wait"
                : waits.transfers() >= manyTransfers ? "many-transfers" : null;
    }

    @Override
    public void decided(Step step, Outcome outcome) {
        EscalationCase escalation = cases.get(step.caseNumber());
        int urgency = outcome.number("urgency");
        boolean again = step.element().equals(BUSINESS_RULE_TASK_ASSESS_URGENCY_AGAIN);
        if (!again || urgency > escalation.number(CaseField.URGENCY)) {
            escalation.assessed(
                    urgency,
                    outcome.number("priority"),
                    outcome.number("angles"),
                    outcome.said("sentence"),
                    Sentence.of("case.by-table", outcome.said("reason"), outcome.version()));
        }
        clocks.assessed(escalation);
        cases.save(escalation, step, List.of(log.event(step, Happening.Ruled.of(outcome))));
        if (again) {
            process.prioritise(escalation.number(), escalation.number(CaseField.PRIORITY));
        }
    }
}
