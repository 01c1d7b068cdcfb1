package org.recourse.compensation;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.recourse.compensation.Grants.Grant;
import org.recourse.compensation.ledger.Budgets;
import org.recourse.compensation.ledger.Ledger;
import org.recourse.form.RefusedInput;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.Team;
import org.recourse.text.Money;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Service;

/** Money that is agreed with a customer: held in the budget before anybody says yes, given back when it is not needed. */
@Service
public class Agreements {

    private final Grants grants;
    private final Ledger ledger;
    private final Budgets budgets;

    Agreements(Grants grants, Ledger ledger, Budgets budgets) {
        this.grants = grants;
        this.ledger = ledger;
        this.budgets = budgets;
    }

    /**
     * Holds what the agreement needs beyond what the case holds already.
     *
     * @param overdrawReason why a manager overdraws the budget
     * @throws RefusedInput when the budget has less left and no manager gave a reason
     */
    public void secure(Requester requester, Compensation agreed, @Nullable String overdrawReason) {
        if (agreed.isNone() || hold(requester, agreed)) {
            return;
        }
        if (requester.role() != Role.MANAGER) {
            throw new RefusedInput("compensationAmount", Sentence.of("budget.hand-over", tooLittle(requester.team())));
        }
        if (overdrawReason == null || overdrawReason.isBlank()) {
            throw new RefusedInput("overdrawReason", Sentence.of("budget.why-overdraw", tooLittle(requester.team())));
        }
        overdraw(requester, agreed, overdrawReason);
    }

    /** Refuses an offer that the budget cannot bear, before the customer hears of it. */
    public void demandBudget(Requester requester, Compensation offer) {
        BigDecimal missing = missing(requester, offer);
        if (!offer.isNone()
                && missing.compareTo(budgets.current(requester.team()).left()) > 0) {
            throw new RefusedInput("compensationAmount", Sentence.of("budget.offer-less", tooLittle(requester.team())));
        }
    }

    /** @return false when the budget has too little left; nothing more is held then */
    boolean hold(Requester requester, Compensation amounts) {
        BigDecimal missing = missing(requester, amounts);
        return missing.signum() <= 0 || ledger.reserve(requester.holding(), missing, "reserve/" + UUID.randomUUID());
    }

    void overdraw(Requester requester, Compensation amounts, String reason) {
        BigDecimal missing = missing(requester, amounts);
        if (missing.signum() > 0) {
            ledger.overdraw(requester.holding(), missing, "overdraw/" + UUID.randomUUID(), reason);
        }
    }

    Sentence tooLittle(Team team) {
        return Sentence.of("budget.left", team, new Money(budgets.current(team).left(), Compensation.EUR));
    }

    private BigDecimal missing(Requester requester, Compensation amounts) {
        return grants.given(requester).pending().add(amounts.total()).subtract(ledger.held(requester.caseNumber()));
    }

    /**
     * Notes what is to be granted.
     *
     * @param approval by which somebody else decided it; null on one's own authority
     */
    public void agree(Requester settledBy, int proposal, Compensation agreed, @Nullable Long approval) {
        if (!hold(settledBy, agreed)) {
            throw new IllegalStateException(tooLittle(settledBy.team()).toString());
        }
        grants.agree(
                settledBy.caseNumber(), settledBy.customerNumber(), proposal, agreed, settledBy.person(), approval);
    }

    /** Gives back what the case holds beyond what is still to be granted and what may still be agreed. */
    public void keepOnly(CaseNumber caseNumber, Compensation mayBeAgreed, Saying reason) {
        BigDecimal needed = pending(caseNumber).add(mayBeAgreed.total());
        ledger.release(caseNumber, ledger.held(caseNumber).subtract(needed).max(BigDecimal.ZERO), reason);
    }

    /** The case ended: what was never sent is not granted any more, and nothing stays reserved for it. */
    void end(CaseNumber caseNumber) {
        grants.cancelAgreed(caseNumber);
        keepOnly(caseNumber, Compensation.none(), Sentence.of("ledger.case-ended"));
    }

    private BigDecimal pending(CaseNumber caseNumber) {
        return grants.of(caseNumber).stream()
                .filter(Grant::isPending)
                .map(Grant::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
