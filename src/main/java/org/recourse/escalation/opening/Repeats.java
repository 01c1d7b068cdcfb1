package org.recourse.escalation.opening;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.form.Outcome;
import org.recourse.form.Step;
import org.recourse.identifier.CaseNumber;
import org.recourse.record.CaseLog;
import org.recourse.record.Happening;
import org.recourse.text.Person;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A customer who is back about a matter that was settled not long ago: it did not hold, and a table says who hears it (R22). */
@Component
public class Repeats {

    private final Cases cases;
    private final RepeatTable table;
    private final CaseLog log;
    private final Speech speech;
    private final Clock clock;
    private final Duration window;

    Repeats(
            Cases cases,
            RepeatTable table,
            CaseLog log,
            Speech speech,
            Clock clock,
            @Value("${recourse.figures.repeat-days:30}") int days) {
        this.cases = cases;
        this.table = table;
        this.log = log;
        this.speech = speech;
        this.clock = clock;
        this.window = Duration.ofDays(days);
    }

    /** Marks a just opened case as a repeat of the one of the same matter that was settled last, if there is one. */
    void mark(EscalationCase opened, Step step, List<EscalationCase> ofCustomer) {
        ofCustomer.stream()
                .filter(other -> !other.number().equals(opened.number()))
                .filter(other -> !other.isOpen() && other.has(CaseField.SETTLED_AT))
                .filter(other -> sinceSettled(other).compareTo(window) <= 0)
                .filter(other -> Joining.sameMatter(opened, other))
                .findFirst()
                .ifPresent(settled -> {
                    Outcome ruling = table.rule(settled.level(), settled.textOr(CaseField.OUTCOME, ""), (int)
                            sinceSettled(settled).toDays());
                    opened.repeats(
                            settled,
                            ruling.number("level"),
                            Sentence.of("case.by-table", ruling.said("reason"), ruling.version()));
                    cases.save(opened, step, List.of(log.event(step, Happening.Ruled.of(ruling))));
                });
    }

    private Duration sinceSettled(EscalationCase settled) {
        return Duration.between(Objects.requireNonNull(settled.instant(CaseField.SETTLED_AT)), clock.instant());
    }

    /** Whether the table wants the case heard above the first line. */
    public boolean goesHigher(EscalationCase escalation) {
        return escalation.has(CaseField.REPEAT_LEVEL) && escalation.number(CaseField.REPEAT_LEVEL) > 1;
    }

    /** For the form; empty for a case that is no repeat. */
    public String hint(EscalationCase escalation) {
        if (!escalation.has(CaseField.REPEAT_OF)) {
            return "";
        }
        EscalationCase settled = cases.get(CaseNumber.of(escalation.textOr(CaseField.REPEAT_OF, "")));
        String before = speech.say(
                "case.settled-before",
                Objects.requireNonNull(settled.instant(CaseField.SETTLED_AT)),
                new Person(settled.textOr(CaseField.SETTLED_BY, "")),
                settled.number());
        return goesHigher(escalation)
                ? before + " " + speech.say("case.goes-higher", escalation.number(CaseField.REPEAT_LEVEL))
                : before;
    }
}
