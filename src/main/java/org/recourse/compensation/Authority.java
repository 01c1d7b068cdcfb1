package org.recourse.compensation;

import java.math.BigDecimal;
import org.recourse.compensation.AuthorityTable.Ruling;
import org.recourse.form.RefusedInput;
import org.springframework.stereotype.Service;

/** Who may offer how much (R15). The limits stand in the decision table, nowhere in Java. */
@Service
public class Authority {

    private final AuthorityTable table;
    private final Grants grants;

    Authority(AuthorityTable table, Grants grants) {
        this.table = table;
        this.grants = grants;
    }

    /** What the requester may grant alone to this customer, counting earlier goodwill. */
    public Ruling limits(Requester requester) {
        return table.rule(
                requester.role(),
                requester.tier(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                grants.earlierGoodwill(requester.customerNumber()));
    }

    public boolean mayGrantAlone(Requester requester, Compensation offer) {
        return offer.isNone() || ruling(requester, offer).alone();
    }

    /** @throws RefusedInput naming the amount's field and the limit, when the offer is above the requester's authority */
    public void demandAuthority(Requester requester, Compensation offer, String sentence) {
        if (mayGrantAlone(requester, offer)) {
            return;
        }
        Ruling limits = limits(requester);
        boolean goodwillTooHigh = offer.goodwill().compareTo(limits.goodwillLimit()) > 0;
        CompensationKind first = offer.kind(0);
        boolean inFirst = first != null && first.isGoodwill() == goodwillTooHigh;
        throw new RefusedInput(
                inFirst ? "compensationAmount" : "compensationAmount2",
                "%s is above what you may grant here: %s. %s".formatted(offer.words(), limits.limits(), sentence));
    }

    private Ruling ruling(Requester requester, Compensation offer) {
        return table.rule(
                requester.role(),
                requester.tier(),
                offer.goodwill(),
                offer.moneyBack(),
                grants.earlierGoodwill(requester.customerNumber()));
    }
}
