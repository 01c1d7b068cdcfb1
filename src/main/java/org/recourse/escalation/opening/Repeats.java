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
import org.recourse.form.Texts;
import org.recourse.form.Times;
import org.recourse.identity.People;
import org.recourse.record.CaseLog;
import org.recourse.record.Happening;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A customer who is back about a matter that was settled not long ago: it did not hold, and a table says who hears it (R22). */
@Component
public class Repeats {

    private final Cases cases;
    private final RepeatTable table;
    private final CaseLog log;
    private final People people;
    private final Times times;
    private final Texts texts;
    private final Clock clock;
    private final Duration window;

    Repeats(
            Cases cases,
            RepeatTable table,
            CaseLog log,
            People people,
            Times times,
            Texts texts,
            Clock clock,
            @Value("${recourse.figures.repeat-days:30}") int days) {
        this.cases = cases;
        this.table = table;
        this.log = log;
        this.people = people;
        this.times = times;
        this.texts = texts;
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
                    opened.set(CaseField.REPEAT_OF, settled.number())
                            .set(CaseField.REPEAT_LEVEL, ruling.number("level"))
                            .set(
                                    CaseField.REPEAT_REASON,
                                    "%s (%s)".formatted(ruling.text("reason"), ruling.version()));
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
        EscalationCase settled = cases.get(escalation.textOr(CaseField.REPEAT_OF, ""));
        String before = texts.say(
                "The same matter was settled on %s by %s (%s).",
                texts.told(times.told(settled.instant(CaseField.SETTLED_AT))),
                people.fullName(settled.textOr(CaseField.SETTLED_BY, "")),
                settled.number());
        return goesHigher(escalation)
                ? before + " "
                        + texts.say(
                                "Listen once more; when you complete this step the case goes to level %d by itself, with what you wrote.",
                                escalation.number(CaseField.REPEAT_LEVEL))
                : before;
    }
}
