package org.recourse.escalation;

import java.time.Clock;
import java.util.List;
import org.recourse.callback.Callbacks;
import org.recourse.compensation.Approvals;
import org.recourse.form.Step;
import org.recourse.promise.Promises;
import org.recourse.record.CaseLog;
import org.recourse.record.EventKind;
import org.recourse.record.Notices;
import org.springframework.stereotype.Service;

/** Closes or withdraws a case so that no step, timer, promise or request of it is left anywhere. */
@Service
public class Ending {

    private final Cases cases;
    private final Contacts contacts;
    private final Promises promises;
    private final Callbacks callbacks;
    private final Approvals approvals;
    private final CaseProcess process;
    private final Notices notices;
    private final CaseLog log;
    private final Clock clock;

    Ending(
            Cases cases,
            Contacts contacts,
            Promises promises,
            Callbacks callbacks,
            Approvals approvals,
            CaseProcess process,
            Notices notices,
            CaseLog log,
            Clock clock) {
        this.cases = cases;
        this.contacts = contacts;
        this.promises = promises;
        this.callbacks = callbacks;
        this.approvals = approvals;
        this.process = process;
        this.notices = notices;
        this.log = log;
        this.clock = clock;
    }

    public void close(Step step) {
        EscalationCase closed = end(step, CaseState.CLOSED, false);
        if (!closed.has(CaseField.OUTCOME)) {
            closed.set(CaseField.OUTCOME, Settlement.UNREACHABLE);
        }
        cases.save(closed, step);
        log.happened(step, EventKind.CLOSED, closed.text(CaseField.OUTCOME));
    }

    public void withdraw(Step step, String reason) {
        EscalationCase withdrawn = end(step, CaseState.WITHDRAWN, true);
        String responsible = Joining.responsible(withdrawn);
        withdrawn.set(CaseField.OUTCOME, Settlement.WITHDRAWN);
        cases.save(withdrawn, step);
        log.happened(step, EventKind.WITHDRAWN, reason);
        notices.tell(
                step, "withdrawn", "The customer withdrew %s.".formatted(withdrawn.number()), List.of(responsible));
    }

    private EscalationCase end(Step step, CaseState state, boolean withdrawn) {
        EscalationCase ended = cases.get(step.caseNumber());
        promises.endAll(step, withdrawn);
        callbacks.cancel(step.caseNumber());
        approvals.cancelOpen(step);
        contacts.end(step.caseNumber(), null, state.value());
        process.endSideProcesses(step.caseNumber());
        return ended.set(CaseField.STATE, state).set(CaseField.CLOSED_AT, clock.instant());
    }
}
