package org.recourse.escalation.firstline;

import static org.recourse.form.SteeringVariable.CALL_STATE;
import static org.recourse.form.SteeringVariable.HAND_OVER;
import static org.recourse.form.SteeringVariable.Lasting.RESUME_AT;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recourse.callback.CallbackWish;
import org.recourse.callback.Callbacks;
import org.recourse.escalation.clocks.CaseClocks;
import org.recourse.escalation.contact.Contacts;
import org.recourse.escalation.contact.OnTheLine;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.CaseProcess;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.Connection;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.model.HandOverTrigger;
import org.recourse.escalation.model.Signal;
import org.recourse.form.Answers;
import org.recourse.form.Holder;
import org.recourse.form.Steering;
import org.recourse.form.Step;
import org.recourse.identity.CurrentUser;
import org.recourse.identity.Roles;
import org.recourse.record.CaseEvent;
import org.springframework.stereotype.Component;

/** What the four first-line steps share: who holds the call, and the exits that are open from each of them (R2, R9). */
@Component
public class FirstLine {

    private final Cases cases;
    private final CaseProcess process;
    private final Callbacks callbacks;
    private final OnTheLine onTheLine;
    private final CurrentUser user;
    private final Contacts contacts;
    private final SafetyContact safety;
    private final CaseClocks clocks;
    private final Clock clock;

    FirstLine(
            Cases cases,
            CaseProcess process,
            Callbacks callbacks,
            OnTheLine onTheLine,
            CurrentUser user,
            Contacts contacts,
            SafetyContact safety,
            CaseClocks clocks,
            Clock clock) {
        this.cases = cases;
        this.process = process;
        this.callbacks = callbacks;
        this.onTheLine = onTheLine;
        this.user = user;
        this.contacts = contacts;
        this.safety = safety;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** The agent who has the call; without one the team's agents are offered the step. */
    Holder holder(EscalationCase escalation) {
        return Holder.of(
                escalation.person(CaseField.AGENT),
                Roles.inTeam(escalation.team(), Roles.AGENT),
                escalation.number(CaseField.PRIORITY),
                null);
    }

    /**
     * How the call goes on; unanswered it does. When it does not, whatever else was answered is kept and nothing is refused: an exit always
     * goes through.
     */
    CallState callState(Answers answers) {
        CallState state = answers.choice("callState", CallState.class);
        if (state == null) {
            return CallState.GOES_ON;
        }
        if (state != CallState.GOES_ON) {
            answers.forgive();
        }
        return state;
    }

    /** Who submits the first step that was offered to a team keeps the call. */
    void takeUp(EscalationCase escalation) {
        if (!escalation.has(CaseField.AGENT)) {
            escalation.answeredBy(user.id());
            contacts.heldBy(escalation.number(), user.id());
            clocks.answered(escalation);
        }
    }

    /** Signals and mood are noticed at every step; signals add up, the mood is the latest. */
    public void notice(EscalationCase escalation, Answers answers) {
        List<Signal> noticed = answers.choices("signals", Signal.class);
        if (noticed != null) {
            if (noticed.contains(Signal.DANGER) && !escalation.signals().contains(Signal.DANGER)) {
                safety.tell(escalation);
            }
            escalation.noticed(noticed);
        }
        escalation.inMood(answers.number("mood", 1, 5));
    }

    /**
     * Writes what a step after listening brought. A signal that is new, or a mood worse than the one known, is assessed at
     * once (R3).
     */
    public void save(EscalationCase escalation, Step step, List<CaseEvent> happened) {
        boolean worse = hasBecomeWorse(escalation);
        cases.save(escalation, step, happened);
        if (worse) {
            process.signalNoticed(escalation.number());
        }
    }

    private static boolean hasBecomeWorse(EscalationCase escalation) {
        int moodBefore = escalation.before(CaseField.MOOD_NOW) instanceof Integer mood ? mood : 0;
        return escalation.changes().containsKey(CaseField.SIGNALS)
                || escalation.number(CaseField.MOOD_NOW) > moodBefore;
    }

    /** Steers the process out of the call, or on when it goes on. */
    Steering leave(EscalationCase escalation, Step step, Answers answers, CallState state, String resumeAt) {
        CallbackWish wish = callbacks.wish(answers);
        HandOverTrigger trigger = answers.choice("handOverTrigger", HandOverTrigger.class);
        Connection connection = answers.choice("connection", Connection.class);
        Steering steering = Steering.none()
                .with(CALL_STATE, state.value())
                .with(HAND_OVER, state == CallState.HAND_OVER || state == CallState.CANNOT_CONTINUE);
        return switch (state) {
            case GOES_ON -> steering;
            case CALL_BACK, LOST -> {
                callBack(escalation, step, wish);
                yield steering.keeping(RESUME_AT, resumeAt);
            }
            case HAND_OVER -> {
                handOver(escalation, step, trigger, connection, wish);
                yield steering;
            }
            case CANNOT_CONTINUE -> {
                handOver(escalation, step, HandOverTrigger.CANNOT_CONTINUE, connection, wish);
                yield steering;
            }
        };
    }

    /** What was settled did not hold: after listening the case goes to the level that the table gave. */
    Steering handOverRepeat(EscalationCase escalation, Step step, Answers answers) {
        handOver(
                escalation,
                step,
                HandOverTrigger.REPEATED,
                answers.choice("connection", Connection.class),
                callbacks.wish(answers));
        escalation.heardWhereTheTableWants();
        return Steering.none().with(CALL_STATE, CallState.HAND_OVER.value()).with(HAND_OVER, true);
    }

    CallbackWish wish(Answers answers) {
        return callbacks.wish(answers);
    }

    /** The same agent calls back and goes on where the call was left. */
    void callBack(EscalationCase escalation, Step step, CallbackWish wish) {
        contacts.end(escalation, "call-back");
        callbacks.want(step, escalation.level(), escalation.team(), agent(escalation), wish);
    }

    /** The case goes one level higher, with the reason and the way the customer is connected. */
    public void handOver(
            EscalationCase escalation,
            Step step,
            @Nullable HandOverTrigger trigger,
            @Nullable Connection connection,
            CallbackWish wish) {
        boolean asksForWindow = connection == null && (wish.from() != null || onTheLine.nobody(escalation));
        Connection way = connection == null ? (asksForWindow ? Connection.CALL_BACK : Connection.TRANSFER) : connection;
        escalation.handsOver(trigger == null ? HandOverTrigger.DEMAND : trigger, way, user.id(), clock.instant());
        contacts.end(escalation, "handed-over");
        if (way == Connection.CALL_BACK) {
            callbacks.want(step, escalation.level(), escalation.team(), agent(escalation), wish);
        }
    }

    private String agent(EscalationCase escalation) {
        return escalation.textOr(CaseField.AGENT, user.id().value());
    }
}
