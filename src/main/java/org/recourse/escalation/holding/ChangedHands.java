package org.recourse.escalation.holding;

import static org.recourse.model.CallbackIds.USER_TASK_CALL_BACK;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_CHECK_AGREEMENT;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_DECIDE_FINAL_POSITION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_LISTEN;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_PROPOSE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESOLVE_ESCALATION;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_RESTATE;
import static org.recourse.model.CustomerEscalationIds.USER_TASK_REVIEW_HANDOVER;

import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recourse.callback.Callbacks;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.form.Step;
import org.recourse.identifier.PersonId;
import org.recourse.identity.CurrentUser;
import org.recourse.record.CaseLog;
import org.recourse.record.HandOverHappening;
import org.recourse.record.Notices;
import org.recourse.text.Person;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Component;

/** A step changes hands in Tasklist or over REST: the case goes along, everybody concerned is told, and it is on record. */
@Component
public class ChangedHands {

    private static final Set<String> WITH_THE_HOLDER = Set.of(
            USER_TASK_LISTEN,
            USER_TASK_RESTATE,
            USER_TASK_PROPOSE,
            USER_TASK_CHECK_AGREEMENT,
            USER_TASK_REVIEW_HANDOVER,
            USER_TASK_RESOLVE_ESCALATION,
            USER_TASK_DECIDE_FINAL_POSITION);

    private final Cases cases;
    private final Callbacks callbacks;
    private final CaseLog log;
    private final Notices notices;
    private final CurrentUser user;

    ChangedHands(Cases cases, Callbacks callbacks, CaseLog log, Notices notices, CurrentUser user) {
        this.cases = cases;
        this.callbacks = callbacks;
        this.log = log;
        this.notices = notices;
        this.user = user;
    }

    public void record(Step step, PersonId from, @Nullable PersonId to) {
        var escalation = cases.get(step.caseNumber());
        if (WITH_THE_HOLDER.contains(step.element())) {
            moveOn(escalation, from, to);
        } else if (USER_TASK_CALL_BACK.equals(step.element()) && to != null) {
            moveOn(escalation, from, to);
            callbacks.give(step, to);
        }
        cases.save(escalation, step);
        var who = user.id();
        log.happened(step, new HandOverHappening.ChangedHands(from, to, who.equals(to)));
        notices.tell(
                step,
                "changed-hands",
                told(who, from, to),
                Stream.of(from, to)
                        .filter(person -> person != null && !who.equals(person))
                        .map(PersonId::value)
                        .toList());
    }

    private static Sentence told(PersonId who, PersonId from, @Nullable PersonId to) {
        if (who.equals(to)) {
            return Sentence.of("case.step-taken-over", new Person(who), new Person(from));
        }
        return to == null
                ? Sentence.of("case.step-given-back", new Person(who), new Person(from))
                : Sentence.of("case.step-given-on", new Person(who), new Person(from), new Person(to));
    }

    private static void moveOn(EscalationCase escalation, PersonId from, @Nullable PersonId to) {
        if (from.equals(escalation.holder())) {
            escalation.heldBy(to);
        }
    }
}
