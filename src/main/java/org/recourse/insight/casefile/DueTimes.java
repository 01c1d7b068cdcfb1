package org.recourse.insight.casefile;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.recourse.clock.ClockState;
import org.recourse.clock.Clocks;
import org.recourse.clock.ToldClock;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.CaseState;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.followup.CheckIn;
import org.recourse.promise.Promise;
import org.recourse.promise.PromiseState;
import org.recourse.text.Sentence;
import org.recourse.text.Speech;
import org.springframework.stereotype.Component;

/** Gathers what is or was due in a case. */
@Component
class DueTimes {

    private final Clocks clocks;
    private final Speech speech;
    private final Clock clock;

    DueTimes(Clocks clocks, Speech speech, Clock clock) {
        this.clocks = clocks;
        this.speech = speech;
        this.clock = clock;
    }

    /** Service and regulatory clocks, then what was promised, then the steps that have a due time. */
    List<ToldClock> of(EscalationCase escalation, List<Promise> made, List<CheckIn> asked, Locale language) {
        Instant now = clock.instant();
        List<ClockState> states = new ArrayList<>(clocks.states(escalation.number()));
        made.stream()
                .filter(promise -> promise.state() != PromiseState.CANCELLED && promise.state() != PromiseState.MOVED)
                .forEach(promise -> states.add(promised(promise, now)));
        Instant review = escalation.instant(CaseField.REVIEW_DUE);
        if (escalation.is(CaseField.STATE, CaseState.OPEN)
                && review != null
                && !escalation.has(CaseField.OWNER)
                && escalation.level() > 1) {
            states.add(ClockState.of(
                    Sentence.of("clock.owed.hand-over-reviewed"),
                    "step",
                    escalation.instant(CaseField.HANDED_OVER_AT),
                    review,
                    now));
        }
        asked.stream()
                .filter(checkIn -> checkIn.dueAt() != null && checkIn.sentAt() == null && checkIn.answeredAt() == null)
                .filter(checkIn -> escalation.isOpen())
                .forEach(checkIn -> states.add(ClockState.of(
                        Sentence.of("clock.owed.check-in"),
                        "step",
                        escalation.instant(CaseField.SETTLED_AT),
                        Objects.requireNonNull(checkIn.dueAt()),
                        now)));
        return states.stream()
                .map(state -> state.told(saying -> speech.say(saying, language)))
                .toList();
    }

    /** Cancelled and moved promises are in the list of promises, not among the due times. */
    private static ClockState promised(Promise promise, Instant now) {
        ClockState running = ClockState.of(promise.what(), "promise", promise.madeAt(), promise.dueBy(), now);
        return switch (promise.state()) {
            case KEPT -> running.over("met", promise.doneAt());
            case LATE, BROKEN -> promise.isPending() ? running : running.over("breached", promise.doneAt());
            default -> running;
        };
    }
}
