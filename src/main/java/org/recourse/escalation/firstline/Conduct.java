package org.recourse.escalation.firstline;

import java.util.List;
import org.recourse.callback.CallbackWish;
import org.recourse.callback.Callbacks;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.Connection;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.model.Signal;
import org.recourse.form.Step;
import org.recourse.identifier.CaseNumber;
import org.recourse.identity.CurrentUser;
import org.recourse.record.CaseEvent;
import org.recourse.record.CaseLog;
import org.recourse.record.EventKind;
import org.recourse.record.TalkHappening;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What protects the agent and the customer while the call goes on, from any step: abusive language is warned of twice and
 * ends the call the third time; danger to life reaches the safety contact; who waits too long is called back (R30).
 */
@Service
public class Conduct {

    private final Cases cases;
    private final FirstLine firstLine;
    private final SafetyContact safety;
    private final Callbacks callbacks;
    private final CaseLog log;
    private final CurrentUser user;

    Conduct(
            Cases cases,
            FirstLine firstLine,
            SafetyContact safety,
            Callbacks callbacks,
            CaseLog log,
            CurrentUser user) {
        this.cases = cases;
        this.firstLine = firstLine;
        this.safety = safety;
        this.callbacks = callbacks;
        this.log = log;
        this.user = user;
    }

    /**
     * @param say the words to say now
     * @param end whether the call ends with these words
     */
    public record Warning(int number, Saying heading, Saying say, boolean end) {}

    /** Records that the language was abusive, and gives the words to say now. */
    @Transactional
    public Warning abused(CaseNumber caseNumber) {
        Step step = Step.byRoute(caseNumber, "conduct");
        int number = 1 + log.count(caseNumber, EventKind.WARNED);
        log.happened(step, new TalkHappening.Warned(number));
        EscalationCase escalation = cases.get(caseNumber);
        if (!escalation.signals().contains(Signal.ABUSE)) {
            escalation.noticed(List.of(Signal.ABUSE));
            firstLine.save(escalation, step, List.<CaseEvent>of());
        }
        return warning(number);
    }

    private static Warning warning(int number) {
        return switch (number) {
            case 1 -> warning(number, "firstline.first-warning", "firstline.first-warning-words", false);
            case 2 -> warning(number, "firstline.second-warning", "firstline.second-warning-words", false);
            default -> warning(number, "firstline.call-ends", "firstline.call-ends-words", true);
        };
    }

    private static Warning warning(int number, String heading, String say, boolean end) {
        return new Warning(number, Sentence.of(heading), Sentence.of(say), end);
    }

    /** After abuse or a threat the agent was offered a pause, and took it or not. */
    @Transactional
    public void pauseOffered(CaseNumber caseNumber, boolean taken) {
        log.happened(Step.byRoute(caseNumber, "pause"), new TalkHappening.PauseOffered(taken));
    }

    /** Tells the safety contact at once, whatever step the call is in. */
    @Transactional
    public void danger(CaseNumber caseNumber) {
        EscalationCase escalation = cases.get(caseNumber);
        if (!escalation.signals().contains(Signal.DANGER)) {
            escalation.noticed(List.of(Signal.DANGER));
            firstLine.save(escalation, Step.byRoute(caseNumber, "danger"), List.<CaseEvent>of());
        }
        safety.tell(escalation);
    }

    /** Nobody took the hand-over while the customer held the line: the customer is called back instead. */
    @Transactional
    public void callBackInstead(CaseNumber caseNumber) {
        Step step = Step.byRoute(caseNumber, "callback");
        EscalationCase escalation = cases.get(caseNumber);
        if (escalation.has(CaseField.OWNER) || !escalation.is(CaseField.CONNECTION, Connection.TRANSFER)) {
            return;
        }
        escalation.calledBackInstead();
        cases.save(escalation, step);
        callbacks.want(
                step,
                Math.max(escalation.level() - 1, 1),
                escalation.team(),
                escalation.textOr(CaseField.AGENT, user.id().value()),
                new CallbackWish(null, null, null));
    }
}
