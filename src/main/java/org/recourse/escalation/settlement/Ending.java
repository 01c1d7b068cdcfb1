package org.recourse.escalation.settlement;

import java.time.Clock;
import java.util.List;
import org.recourse.callback.Callbacks;
import org.recourse.compensation.Approvals;
import org.recourse.escalation.clocks.CaseClocks;
import org.recourse.escalation.contact.Contacts;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.CaseProcess;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.opening.Joining;
import org.recourse.form.Step;
import org.recourse.promise.Promises;
import org.recourse.record.CaseLog;
import org.recourse.record.CourseHappening;
import org.recourse.record.Notices;
import org.recourse.record.Words;
import org.recourse.text.Sentence;
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
    private final CaseClocks clocks;
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
            CaseClocks clocks,
            CaseLog log,
            Clock clock) {
        this.cases = cases;
        this.contacts = contacts;
        this.promises = promises;
        this.callbacks = callbacks;
        this.approvals = approvals;
        this.process = process;
        this.notices = notices;
        this.clocks = clocks;
        this.log = log;
        this.clock = clock;
    }

    public void close(Step step) {
        EscalationCase closed = cases.get(step.caseNumber()).closed(clock.instant());
        end(closed, step, false);
        log.happened(step, new CourseHappening.Closed(closed.text(CaseField.OUTCOME), null));
    }

    public void withdraw(Step step, String reason) {
        EscalationCase withdrawn = cases.get(step.caseNumber()).withdrawn(clock.instant());
        String responsible = Joining.responsible(withdrawn);
        end(withdrawn, step, true);
        log.happened(step, new CourseHappening.Withdrawn(Words.of(reason)));
        notices.tell(
                step,
                "withdrawn",
                Sentence.of("settlement.customer-withdrew", withdrawn.number()),
                List.of(responsible));
    }

    /** The state is saved first: what hangs on a promise of an open case is not dated anew while all of it ends. */
    private void end(EscalationCase ended, Step step, boolean withdrawn) {
        cases.save(ended, step);
        promises.endAll(step, withdrawn);
        callbacks.cancel(step.caseNumber());
        clocks.stopped(step.caseNumber());
        approvals.end(step);
        contacts.cut(step.caseNumber(), ended.textOr(CaseField.STATE, ""));
        process.endSideProcesses(step.caseNumber());
    }
}
