package org.recourse.escalation.clocks;

import java.util.List;
import java.util.Objects;
import org.recourse.clock.ClockState;
import org.recourse.clock.Clocks;
import org.recourse.identifier.CaseNumber;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.recourse.text.Written;
import org.springframework.stereotype.Component;

/** What a case owes first, by when and by which rule, in a sentence at the top of a form (B4). */
@Component
public class ClockText {

    private final Clocks clocks;
    private final Speech speech;

    ClockText(Clocks clocks, Speech speech) {
        this.clocks = clocks;
        this.speech = speech;
    }

    /** Empty when no clock runs. */
    public String of(CaseNumber caseNumber) {
        ClockState next = clocks.next(List.of(caseNumber)).get(caseNumber);
        return next == null ? "" : speech.say(said(next));
    }

    private static Saying said(ClockState next) {
        Saying nothing = new Written("");
        Saying rule = Objects.requireNonNullElse(next.rule(), nothing);
        return switch (next.state()) {
            case "paused" ->
                Sentence.of(
                        "case-clock.paused",
                        next.what(),
                        next.dueAt(),
                        Objects.requireNonNullElse(next.pausedFor(), nothing),
                        rule);
            case "breached" -> Sentence.of("case-clock.overdue", next.what(), next.dueAt(), rule);
            default -> Sentence.of("case-clock.running", next.what(), next.dueAt(), next.timeLeft(), rule);
        };
    }
}
