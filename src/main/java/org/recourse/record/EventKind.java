package org.recourse.record;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.recourse.form.Choice;

/** What a line of the history tells: one constant for each record of {@link Happening} that is stored. */
public enum EventKind implements Choice {
    OPENED(Happening.Opened.class),
    CHANGED(Happening.Changed.class),
    REWORDED(Happening.Reworded.class),
    REASONED(Happening.Reasoned.class),
    RULED(Happening.Ruled.class),
    PROPOSED(Happening.Proposed.class),
    ANSWERED(Happening.Answered.class),
    RESTATED(Happening.Restated.class),
    HANDED_OVER(Happening.HandedOver.class),
    TAKEN_OVER(Happening.TakenOver.class),
    CASE_TAKEN_OVER(Happening.CaseTakenOver.class),
    CHANGED_HANDS(Happening.ChangedHands.class),
    ADVISED(Happening.Advised.class),
    JOINED(Happening.Joined.class),
    QUESTION_ASKED(Happening.QuestionAsked.class),
    QUESTION_ANSWERED(Happening.QuestionAnswered.class),
    CALLBACK_BOOKED(Happening.CallbackBooked.class),
    CALLBACK_GIVEN(Happening.CallbackGiven.class),
    CALLBACK_CHANGE_ASKED(Happening.CallbackChangeAsked.class),
    CALL_ATTEMPTED(Happening.CallAttempted.class),
    PROMISED(Happening.Promised.class),
    PROMISE_CHANGED(Happening.PromiseChanged.class),
    APPROVAL_ASKED(Happening.ApprovalAsked.class),
    APPROVAL_DECIDED(Happening.ApprovalDecided.class),
    APPROVAL_RULED(Happening.ApprovalRuled.class),
    GRANTED(Happening.Granted.class),
    TOLD(Happening.Told.class),
    SETTLED(Happening.Settled.class),
    CHECK_IN_SENT(Happening.CheckInSent.class),
    CHECK_IN_UNANSWERED(Happening.CheckInUnanswered.class),
    CHECK_IN_ANSWERED(Happening.CheckInAnswered.class),
    COURTESY_CALL_PLANNED(Happening.CourtesyCallPlanned.class),
    REOPENED(Happening.Reopened.class),
    CLOSED(Happening.Closed.class),
    WITHDRAWN(Happening.Withdrawn.class),
    LEFT_BLANK(Happening.LeftBlank.class),
    MOVED(Happening.Moved.class),
    CORRECTED(Happening.Corrected.class),
    ATTACHED(Happening.Attached.class),
    READ(Happening.Read.class),
    WARNED(Happening.Warned.class),
    PAUSE_OFFERED(Happening.PauseOffered.class),
    REFUSED(Happening.Refused.class),
    CLOCKS_PAUSED(Happening.ClocksPaused.class),
    CLOCKS_RESUMED(Happening.ClocksResumed.class),
    CLOCK_EXTENDED(Happening.ClockExtended.class),
    REASSIGNED(Happening.Reassigned.class),
    MESSAGE_DECIDED(Happening.MessageDecided.class);

    private static final Map<String, EventKind> BY_VALUE =
            Arrays.stream(values()).collect(Collectors.toMap(EventKind::value, Function.identity()));
    private static final Map<Class<?>, EventKind> BY_TYPE =
            Arrays.stream(values()).collect(Collectors.toMap(EventKind::type, Function.identity()));

    private final Class<? extends Happening> type;

    EventKind(Class<? extends Happening> type) {
        this.type = type;
    }

    /** The record that holds what this kind tells. */
    Class<? extends Happening> type() {
        return type;
    }

    /** @throws IllegalArgumentException when there is no such kind */
    static EventKind of(String value) {
        EventKind kind = BY_VALUE.get(value);
        if (kind == null) {
            throw new IllegalArgumentException("no kind of event: " + value);
        }
        return kind;
    }

    /** @throws IllegalArgumentException for what is never stored, as a line that could not be read */
    static EventKind of(Happening happening) {
        EventKind kind = BY_TYPE.get(happening.getClass());
        if (kind == null) {
            throw new IllegalArgumentException("not to be stored: " + happening.getClass());
        }
        return kind;
    }
}
