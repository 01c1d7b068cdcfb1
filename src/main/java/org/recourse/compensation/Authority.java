package org.recourse.compensation;

import java.math.BigDecimal;
import org.recourse.compensation.AuthorityTable.Ruling;
import org.recourse.form.RefusedInput;
import org.springframework.stereotype.Service;

/**
 * Who may offer how much (R15). The limits stand in the decision table, nowhere in Java. What the case got before counts
 * with an offer, and so does the customer's goodwill of twelve months: several small grants are one large grant.
 */
@Service
public class Authority {

    private final AuthorityTable table;
    private final Grants grants;

    Authority(AuthorityTable table, Grants grants) {
        this.table = table;
        this.grants = grants;
    }

    /** In words: {@code goodwill or voucher up to 25.00 EUR, refund or credit up to 50.00 EUR}, and what is left of it. */
    public String limits(Requester requester) {
        Ruling limits = ruling(requester, BigDecimal.ZERO, BigDecimal.ZERO);
        Given given = grants.given(requester.caseNumber());
        return "goodwill or voucher up to %s, refund or credit up to %s"
                .formatted(
                        limit(limits.goodwillLimit(), given.goodwill()),
                        limit(limits.moneyBackLimit(), given.moneyBack()));
    }

    private static String limit(BigDecimal limit, BigDecimal used) {
        String most = "%s %s".formatted(limit.setScale(2).toPlainString(), Compensation.EUR);
        BigDecimal left = limit.subtract(used).max(BigDecimal.ZERO).setScale(2);
        return used.signum() == 0 ? most : "%s (%s left)".formatted(most, left.toPlainString());
    }

    public boolean mayGrantAlone(Requester requester, Compensation offer) {
        Given given = grants.given(requester.caseNumber());
        return offer.isNone()
                || ruling(requester, given.goodwillWith(offer), given.moneyBackWith(offer))
                        .alone();
    }

    /**
     * @return which row of the table allows it; empty when there is nothing to allow
     * @throws RefusedInput naming the amount's field and the limit, when the offer is above the requester's authority
     */
    public String demandAuthority(Requester requester, Compensation offer, String sentence) {
        if (offer.isNone()) {
            return "";
        }
        Given given = grants.given(requester.caseNumber());
        Ruling ruling = ruling(requester, given.goodwillWith(offer), given.moneyBackWith(offer));
        if (ruling.alone()) {
            return ruling.place();
        }
        BigDecimal goodwillLimit =
                ruling(requester, BigDecimal.ZERO, BigDecimal.ZERO).goodwillLimit();
        boolean goodwillTooHigh =
                offer.goodwill().signum() > 0 && given.goodwillWith(offer).compareTo(goodwillLimit) > 0;
        CompensationKind first = offer.kind(0);
        boolean inFirst = first != null && first.isGoodwill() == goodwillTooHigh;
        throw new RefusedInput(
                inFirst ? "compensationAmount" : "compensationAmount2",
                "%s is above what you may grant here: %s. %s".formatted(offer.words(), limits(requester), sentence));
    }

    private Ruling ruling(Requester requester, BigDecimal goodwill, BigDecimal moneyBack) {
        return table.rule(
                requester.role(),
                requester.tier(),
                goodwill,
                moneyBack,
                grants.earlierGoodwill(requester.customerNumber(), requester.caseNumber()));
    }
}
