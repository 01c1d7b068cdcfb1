package org.recourse.escalation.holding;

import java.util.List;
import org.recourse.compensation.Approvals;
import org.recourse.escalation.clocks.CaseClocks;
import org.recourse.escalation.letter.Letters;
import org.recourse.escalation.model.AfterCalls;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.model.HandOverTrigger;
import org.recourse.form.Step;
import org.recourse.identity.Roles;
import org.recourse.record.CaseLog;
import org.recourse.record.HandOverHappening;
import org.recourse.record.Notices;
import org.recourse.text.Person;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Service;

/** Moves a case to the level it was routed to; the agent completes the brief beside it (R9 to R11, R32). */
@Service
public class HandingOver {

    private final Cases cases;
    private final Approvals approvals;
    private final AfterCalls afterCalls;
    private final Letters letters;
    private final Notices notices;
    private final CaseClocks clocks;
    private final CaseLog log;

    HandingOver(
            Cases cases,
            Approvals approvals,
            AfterCalls afterCalls,
            Letters letters,
            Notices notices,
            CaseClocks clocks,
            CaseLog log) {
        this.cases = cases;
        this.approvals = approvals;
        this.afterCalls = afterCalls;
        this.letters = letters;
        this.notices = notices;
        this.clocks = clocks;
        this.log = log;
    }

    public void handOver(Step step) {
        EscalationCase escalation = cases.get(step.caseNumber());
        boolean fromAgent =
                escalation.level() == 1 && !escalation.is(CaseField.HAND_OVER_TRIGGER, HandOverTrigger.REOPENED);
        cases.save(escalation.handedOver(), step);
        if (!fromAgent) {
            approvals.goesElsewhere(escalation.number());
        }
        log.happened(
                step,
                new HandOverHappening.HandedOver(
                        escalation.level(), escalation.higherGroup(), escalation.text(CaseField.HAND_OVER_TRIGGER)));
        if (fromAgent && escalation.has(CaseField.AGENT)) {
            afterCalls.prepareHandover(escalation.number());
        }
        if (escalation.get(CaseField.UNROUTED) != null) {
            notices.tell(
                    step,
                    "unrouted",
                    Sentence.of("case.unrouted", escalation.number(), new Person(escalation.higherGroup())),
                    List.of(Roles.inTeam(escalation.team(), Roles.MANAGER)));
        }
        letters.handedOver(escalation);
        clocks.wrote(escalation);
    }
}
