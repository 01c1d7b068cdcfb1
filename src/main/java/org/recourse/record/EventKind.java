package org.recourse.record;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.recourse.form.Choice;

/** What a line of the history tells: one constant for each record of {@link Happening} that is stored. */
public enum EventKind implements Choice {
    OPENED(CourseHappening.Opened.class),
    CHANGED(EntryHappening.Changed.class),
    REWORDED(EntryHappening.Reworded.class),
    REASONED(EntryHappening.Reasoned.class),
    RULED(Ruled.class),
    PROPOSED(TalkHappening.Proposed.class),
    ANSWERED(TalkHappening.Answered.class),
    RESTATED(TalkHappening.Restated.class),
    HANDED_OVER(HandOverHappening.HandedOver.class),
    TAKEN_OVER(HandOverHappening.TakenOver.class),
    CASE_TAKEN_OVER(HandOverHappening.CaseTakenOver.class),
    CHANGED_HANDS(HandOverHappening.ChangedHands.class),
    ADVISED(HandOverHappening.Advised.class),
    JOINED(CourseHappening.Joined.class),
    QUESTION_ASKED(QuestionHappening.QuestionAsked.class),
    QUESTION_ANSWERED(QuestionHappening.QuestionAnswered.class),
    CALLBACK_BOOKED(CallbackHappening.CallbackBooked.class),
    CALLBACK_GIVEN(CallbackHappening.CallbackGiven.class),
    CALLBACK_CHANGE_ASKED(CallbackHappening.CallbackChangeAsked.class),
    CALL_ATTEMPTED(CallbackHappening.CallAttempted.class),
    PROMISED(PromiseHappening.Promised.class),
    PROMISE_CHANGED(PromiseHappening.PromiseChanged.class),
    APPROVAL_ASKED(MoneyHappening.ApprovalAsked.class),
    APPROVAL_DECIDED(MoneyHappening.ApprovalDecided.class),
    APPROVAL_RULED(MoneyHappening.ApprovalRuled.class),
    GRANTED(MoneyHappening.Granted.class),
    TOLD(MessageHappening.Told.class),
    SETTLED(CourseHappening.Settled.class),
    CHECK_IN_SENT(FollowUpHappening.CheckInSent.class),
    CHECK_IN_UNANSWERED(FollowUpHappening.CheckInUnanswered.class),
    CHECK_IN_ANSWERED(FollowUpHappening.CheckInAnswered.class),
    COURTESY_CALL_PLANNED(FollowUpHappening.CourtesyCallPlanned.class),
    REOPENED(CourseHappening.Reopened.class),
    CLOSED(CourseHappening.Closed.class),
    WITHDRAWN(CourseHappening.Withdrawn.class),
    LEFT_BLANK(EntryHappening.LeftBlank.class),
    MOVED(CourseHappening.Moved.class),
    CORRECTED(CourseHappening.Corrected.class),
    ATTACHED(EntryHappening.Attached.class),
    READ(AccessHappening.Read.class),
    WARNED(TalkHappening.Warned.class),
    PAUSE_OFFERED(TalkHappening.PauseOffered.class),
    REFUSED(AccessHappening.Refused.class),
    CLOCKS_PAUSED(ClockHappening.ClocksPaused.class),
    CLOCKS_RESUMED(ClockHappening.ClocksResumed.class),
    CLOCK_EXTENDED(ClockHappening.ClockExtended.class),
    REASSIGNED(HandOverHappening.Reassigned.class),
    MESSAGE_DECIDED(MessageHappening.MessageDecided.class);

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
