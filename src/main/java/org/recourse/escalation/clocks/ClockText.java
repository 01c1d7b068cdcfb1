package org.recourse.escalation.clocks;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recourse.clock.ClockState;
import org.recourse.clock.Clocks;
import org.recourse.form.Texts;
import org.recourse.form.Times;
import org.recourse.text.Saying;
import org.springframework.stereotype.Component;

/** What a case owes first, by when and by which rule, in a sentence at the top of a form (B4). */
@Component
public class ClockText {

    private final Clocks clocks;
    private final Times times;
    private final Texts texts;

    ClockText(Clocks clocks, Times times, Texts texts) {
        this.clocks = clocks;
        this.times = times;
        this.texts = texts;
    }

    /** Empty when no clock runs. */
    public String of(String caseNumber) {
        ClockState next = clocks.next(List.of(caseNumber)).get(caseNumber);
        if (next == null) {
            return "";
        }
        String what = texts.promised(next.what());
        String due = texts.told(times.told(next.dueAt()));
        String rule = said(next.rule());
        String pausedFor = said(next.pausedFor());
        return switch (next.state()) {
            case "paused" -> texts.say("%s due %s, paused: %s. Rule: %s", what, due, pausedFor, rule);
            case "breached" -> texts.say("%s due %s, overdue. Rule: %s", what, due, rule);
            default ->
                texts.say(
                        "%s due %s, %s left. Rule: %s",
                        what, due, ClockState.timeLeft(next.secondsLeft()).replace(" left", ""), rule);
        };
    }

    private String said(@Nullable Saying saying) {
        return saying == null ? "" : texts.promised(saying);
    }
}
