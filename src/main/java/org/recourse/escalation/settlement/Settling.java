package org.recourse.escalation.settlement;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recourse.compensation.Agreements;
import org.recourse.compensation.Approvals;
import org.recourse.compensation.Compensation;
import org.recourse.escalation.clocks.CaseClocks;
import org.recourse.escalation.contact.Contacts;
import org.recourse.escalation.letter.Letters;
import org.recourse.escalation.model.AfterCalls;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.model.Settlement;
import org.recourse.escalation.offer.Proposal;
import org.recourse.escalation.offer.Proposals;
import org.recourse.escalation.offer.Requesters;
import org.recourse.form.Step;
import org.recourse.identifier.PersonId;
import org.recourse.promise.Promise;
import org.recourse.record.CaseLog;
import org.recourse.record.CourseHappening;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Service;

/** What a settlement brings with it: money agreed, promises made, the confirmation in writing (R6, R32). */
@Service
public class Settling {

    private final Cases cases;
    private final Contacts contacts;
    private final Proposals proposals;
    private final Agreements agreements;
    private final Approvals approvals;
    private final Requesters requesters;
    private final AgreedPromises promises;
    private final Letters letters;
    private final AfterCalls afterCalls;
    private final CaseClocks clocks;
    private final CaseLog log;
    private final Clock clock;

    Settling(
            Cases cases,
            Contacts contacts,
            Proposals proposals,
            Agreements agreements,
            Approvals approvals,
            Requesters requesters,
            AgreedPromises promises,
            Letters letters,
            AfterCalls afterCalls,
            CaseClocks clocks,
            CaseLog log,
            Clock clock) {
        this.cases = cases;
        this.contacts = contacts;
        this.proposals = proposals;
        this.agreements = agreements;
        this.approvals = approvals;
        this.requesters = requesters;
        this.promises = promises;
        this.letters = letters;
        this.afterCalls = afterCalls;
        this.clocks = clocks;
        this.log = log;
        this.clock = clock;
    }

    /** Records the settlement, and says whether money was agreed that is to be granted. */
    public boolean settle(Step step) {
        EscalationCase settled = cases.get(step.caseNumber());
        PersonId by = Stream.of(CaseField.OWNER, CaseField.AGENT)
                .map(settled::person)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(PersonId.SYSTEM);
        settled.settled(by, clock.instant());
        contacts.end(settled, "settled");
        if (settled.level() == 1) {
            afterCalls.wrapUp(settled.number());
        }
        cases.save(settled, step);
        clocks.settled(settled);
        log.happened(step, new CourseHappening.Settled(settled.textOr(CaseField.OUTCOME, "")));
        Proposal agreed = agreed(settled);
        if (agreed == null || agreed.compensation().isNone()) {
            agreements.keepOnly(settled.number(), Compensation.none(), Sentence.of("ledger.settled-without-money"));
            return false;
        }
        agreements.agree(
                requesters.of(settled, by),
                agreed.number(),
                agreed.compensation(),
                approvals.decidedBySomebodyElse(settled.number(), agreed.compensation()));
        return true;
    }

    /** Makes a promise of each "by when" and writes the confirmation. */
    public void confirm(Step step) {
        EscalationCase settled = cases.get(step.caseNumber());
        clocks.answeredFinally(settled);
        Proposal agreed = agreed(settled);
        List<Promise> made = agreed == null ? List.of() : promises.make(step, settled, agreed);
        if (settled.has(CaseField.FINAL_ANSWER)) {
            letters.finalAnswer(settled);
        } else if (agreed != null) {
            letters.confirmation(settled, agreed, made);
        } else if (settled.is(CaseField.OUTCOME, Settlement.ACCEPTED_NO_CHANGE)) {
            letters.unchanged(settled);
        }
    }

    /** The proposal whose content is owed: none when the customer accepted that nothing changes. */
    private @Nullable Proposal agreed(EscalationCase settled) {
        if (settled.is(CaseField.OUTCOME, Settlement.ACCEPTED_NO_CHANGE)) {
            return null;
        }
        return proposals.latest(settled.number()).orElse(null);
    }
}
