package org.recourse.escalation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.recourse.calendar.BusinessCalendar;
import org.recourse.calendar.Calendars;
import org.recourse.compensation.CompensationKind;
import org.recourse.compensation.Grants;
import org.recourse.form.Step;
import org.recourse.promise.Promise;
import org.recourse.promise.PromiseKind;
import org.recourse.promise.Promises;
import org.recourse.record.CaseLog;
import org.recourse.record.EventKind;
import org.springframework.stereotype.Service;

/** What a settlement brings with it: money agreed, promises made, the confirmation in writing (R6, R32). */
@Service
public class Settling {

    private static final int DUE_BUSINESS_DAYS = 3;
    private static final LocalTime DUE_TIME = LocalTime.of(18, 0);

    private final Cases cases;
    private final Contacts contacts;
    private final Proposals proposals;
    private final Grants grants;
    private final Promises promises;
    private final Letters letters;
    private final AfterCalls afterCalls;
    private final Calendars calendars;
    private final CaseLog log;
    private final Clock clock;

    Settling(
            Cases cases,
            Contacts contacts,
            Proposals proposals,
            Grants grants,
            Promises promises,
            Letters letters,
            AfterCalls afterCalls,
            Calendars calendars,
            CaseLog log,
            Clock clock) {
        this.cases = cases;
        this.contacts = contacts;
        this.proposals = proposals;
        this.grants = grants;
        this.promises = promises;
        this.letters = letters;
        this.afterCalls = afterCalls;
        this.calendars = calendars;
        this.log = log;
        this.clock = clock;
    }

    /** Records the settlement, and says whether money was agreed that is to be granted. */
    public boolean settle(Step step) {
        EscalationCase settled = cases.get(step.caseNumber());
        String by = settled.textOr(CaseField.OWNER, settled.textOr(CaseField.AGENT, "system"));
        settled.set(CaseField.STATE, CaseState.SETTLED)
                .set(CaseField.SETTLED_BY, by)
                .set(CaseField.SETTLED_AT, clock.instant());
        contacts.end(settled.number(), (Integer) settled.get(CaseField.MOOD_NOW), "settled");
        if (settled.level() == 1) {
            afterCalls.wrapUp(settled.number());
        }
        cases.save(settled, step);
        log.happened(step, EventKind.SETTLED, settled.text(CaseField.OUTCOME));
        Proposal agreed = agreed(settled);
        if (agreed == null || agreed.compensation().isNone()) {
            return false;
        }
        grants.agree(settled.number(), settled.customerNumber(), agreed.number(), agreed.compensation(), by);
        return true;
    }

    /** Makes a promise of each "by when" and writes the confirmation. */
    public void confirm(Step step) {
        EscalationCase settled = cases.get(step.caseNumber());
        Proposal agreed = agreed(settled);
        List<Promise> made = agreed == null ? List.of() : makePromises(step, settled, agreed);
        if (settled.has(CaseField.FINAL_ANSWER)) {
            letters.finalAnswer(settled);
        } else if (agreed != null) {
            letters.confirmation(settled, agreed, made);
        }
    }

    /**
     * The refund is a promise of its own when the agreement is about more than the money; when the money is the
     * solution there is one promise.
     */
    private List<Promise> makePromises(Step step, EscalationCase settled, Proposal agreed) {
        String owner = settled.textOr(CaseField.SETTLED_BY, "system");
        Instant standard = standardDue(settled);
        Instant due = agreed.dueBy() == null ? standard : agreed.dueBy();
        boolean refund =
                agreed.compensation().lines().stream().anyMatch(line -> line.kind() == CompensationKind.REFUND);
        if (!refund) {
            return List.of(promises.make(step, settled.team(), PromiseKind.SOLUTION, agreed.solution(), owner, due));
        }
        String money = agreed.compensation().words();
        if (isAboutTheMoney(agreed)) {
            return List.of(promises.make(step, settled.team(), PromiseKind.REFUND, money, owner, due));
        }
        Instant moneyDue = standard.isAfter(due) ? standard : due;
        return List.of(
                promises.make(step, settled.team(), PromiseKind.SOLUTION, agreed.solution(), owner, due),
                promises.make(step, settled.team(), PromiseKind.REFUND, money, owner, moneyDue));
    }

    private static boolean isAboutTheMoney(Proposal agreed) {
        String solution = agreed.solution().toLowerCase(Locale.ROOT);
        return solution.contains("refund")
                || solution.contains("erstatt")
                || agreed.compensation().lines().stream()
                        .anyMatch(line -> solution.contains(line.amount().toPlainString()));
    }

    private Instant standardDue(EscalationCase settled) {
        BusinessCalendar calendar = calendars.of(settled.team());
        return calendar.atOnBusinessDay(clock.instant(), DUE_BUSINESS_DAYS, DUE_TIME);
    }

    /** The proposal whose content is owed: none when the customer accepted that nothing changes. */
    private @Nullable Proposal agreed(EscalationCase settled) {
        if (settled.is(CaseField.OUTCOME, Settlement.ACCEPTED_NO_CHANGE)) {
            return null;
        }
        return proposals.latest(settled.number()).orElse(null);
    }
}
