package org.recourse.escalation.secondline;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.recourse.compensation.Agreements;
import org.recourse.compensation.Approvals;
import org.recourse.compensation.Authority;
import org.recourse.compensation.Compensation;
import org.recourse.compensation.Requester;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.escalation.offer.Allowance;
import org.recourse.escalation.offer.Requesters;
import org.recourse.form.Holder;
import org.recourse.form.RefusedInput;
import org.recourse.identity.CurrentUser;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Component;

/** What the steps of supervisors and managers share: who owns the case, and what they may offer (R17). */
@Component
public class SecondLine {

    private final CurrentUser user;
    private final Approvals approvals;
    private final Authority authority;
    private final Agreements agreements;
    private final Requesters requesters;

    SecondLine(
            CurrentUser user, Approvals approvals, Authority authority, Agreements agreements, Requesters requesters) {
        this.user = user;
        this.approvals = approvals;
        this.authority = authority;
        this.agreements = agreements;
        this.requesters = requesters;
    }

    /** Who took the hand-over, else the people of the level in the team that the table or the opener gives. */
    Holder holder(EscalationCase escalation) {
        return Holder.of(
                escalation.person(CaseField.OWNER),
                escalation.higherGroup(),
                escalation.number(CaseField.PRIORITY),
                escalation.instant(CaseField.REVIEW_DUE));
    }

    /** Who works on the case at a higher level keeps it. */
    void take(EscalationCase escalation) {
        escalation.ownedBy(user.id());
    }

    /**
     * @param advice what to do instead
     * @return what allows the offer
     * @throws RefusedInput when the offer is above the decided ceiling and above the own authority
     */
    Allowance demandAuthority(EscalationCase escalation, Compensation offer, Saying advice) {
        Compensation ceiling = approvals.ceiling(escalation.number());
        if (offer.isWithin(ceiling)) {
            return offer.isNone()
                    ? Allowance.NONE
                    : new Allowance(
                            Sentence.of("secondline.allowed-by-ceiling", ceiling.said()),
                            approvals.decidedBySomebodyElse(escalation.number(), offer));
        }
        if (ceiling.isNone() || authority.mayGrantAlone(requesters.of(escalation), offer)) {
            return new Allowance(authority.demandAuthority(requesters.of(escalation), offer, advice), null);
        }
        throw new RefusedInput(
                amountAbove(offer, ceiling),
                Sentence.of("secondline.above-the-ceiling", offer.said(), ceiling.said(), advice));
    }

    /**
     * Holds what was agreed in the budget.
     *
     * @throws RefusedInput when the budget has too little left and no manager says why it may be overdrawn
     */
    void secure(EscalationCase escalation, Compensation agreed, @Nullable String overdrawReason) {
        agreements.secure(requesters.of(escalation), agreed, overdrawReason);
    }

    private static String amountAbove(Compensation offer, Compensation ceiling) {
        BigDecimal first = offer.amount(0);
        boolean goodwillAbove = offer.goodwill().compareTo(ceiling.goodwill()) > 0;
        boolean firstIsGoodwill = first != null && offer.goodwill().compareTo(first) >= 0;
        return goodwillAbove == firstIsGoodwill ? "compensationAmount" : "compensationAmount2";
    }

    /** What may be offered. */
    Sentence limits(EscalationCase escalation) {
        Compensation ceiling = approvals.ceiling(escalation.number());
        Saying own = authority.limits(requesters.of(escalation));
        return ceiling.isNone()
                ? Sentence.of("secondline.you-may-offer", own)
                : Sentence.of(
                        "secondline.you-may-offer-with-ceiling",
                        own,
                        ceiling.said(),
                        Objects.requireNonNull(approvals.ceilingUntil(escalation.number())));
    }

    Requester requester(EscalationCase escalation) {
        return requesters.of(escalation);
    }
}
