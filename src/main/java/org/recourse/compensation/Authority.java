package org.recourse.compensation;

import java.math.BigDecimal;
import org.recourse.compensation.AuthorityTable.Ruling;
import org.recourse.form.RefusedInput;
import org.recourse.customer.Customers;
import org.springframework.stereotype.Service;

/**
 * Who may offer how much (R15). The limits stand in the decision table, nowhere in Java. What the case got before counts
 * with an offer, and so do the customer's goodwill of twelve months and, in other cases of thirty days, money back that nobody else
 * approved: several small grants are one large grant.
 */
@Service
public class Authority {

    private final AuthorityTable table;
    private final Grants grants;
    private final Customers customers;

    Authority(AuthorityTable table, Grants grants, Customers customers) {
        this.customers = customers;
        this.table = table;
        this.grants = grants;
    }

    /**
     * In words: {@code goodwill or voucher up to 25.00 EUR, refund or credit up to 50.00 EUR}, what is left of it, and what
     * of it was used in other cases of the customer.
     */
    public String limits(Requester requester) {
        Given given = grants.given(requester);
        Ruling limits = ruling(requester, given, BigDecimal.ZERO, BigDecimal.ZERO);
        return "goodwill or voucher %s%s, refund or credit %s%s"
                .formatted(
                        limit(limits.goodwillLimit(), given.goodwill()),
                        lowered(requester, given, limits),
                        limit(limits.moneyBackLimit(), given.moneyBack()),
                        elsewhere(given));
    }

    private static String limit(BigDecimal limit, BigDecimal used) {
        if (limit.signum() == 0) {
            return "not at all";
        }
        String most = "up to " + words(limit);
        BigDecimal left = limit.subtract(used).max(BigDecimal.ZERO).setScale(2);
        return used.signum() == 0 ? most : "%s (%s left)".formatted(most, left.toPlainString());
    }

    private String lowered(Requester requester, Given given, Ruling limits) {
        if (given.earlierGoodwill().signum() == 0) {
            return "";
        }
        Ruling without =
                table.rule(requester.role(), requester.tier(), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
        return without.goodwillLimit().compareTo(limits.goodwillLimit()) <= 0
                ? ""
                : " because %s was given in the last twelve months".formatted(words(given.earlierGoodwill()));
    }

    private static String elsewhere(Given given) {
        return given.moneyBackElsewhere().signum() == 0
                ? ""
                : ", with %s in other cases of the last %d days"
                        .formatted(words(given.moneyBackElsewhere()), Grants.DAYS_OF_SPLITTING);
    }

    private static String words(BigDecimal amount) {
        return "%s %s".formatted(amount.setScale(2).toPlainString(), Compensation.EUR);
    }

    public boolean mayGrantAlone(Requester requester, Compensation offer) {
        Given given = grants.given(requester);
        return offer.isNone()
                || ruling(requester, given, given.goodwillWith(offer), given.moneyBackWith(offer))
                        .alone();
    }

    /**
     * Holds the customer until the transaction ends: what another case agrees at the same moment is waited for and counts.
     *
     * @return which row of the table allows it; empty when there is nothing to allow
     * @throws RefusedInput naming the amount's field and the limit, when the offer is above the requester's authority
     */
    public String demandAuthority(Requester requester, Compensation offer, String sentence) {
        if (offer.isNone()) {
            return "";
        }
        customers.lock(requester.customerNumber());
        Given given = grants.given(requester);
        Ruling ruling = ruling(requester, given, given.goodwillWith(offer), given.moneyBackWith(offer));
        if (ruling.alone()) {
            return ruling.place();
        }
        BigDecimal goodwillLimit =
                ruling(requester, given, BigDecimal.ZERO, BigDecimal.ZERO).goodwillLimit();
        boolean goodwillTooHigh =
                offer.goodwill().signum() > 0 && given.goodwillWith(offer).compareTo(goodwillLimit) > 0;
        CompensationKind first = offer.kind(0);
        boolean inFirst = first != null && first.isGoodwill() == goodwillTooHigh;
        throw new RefusedInput(
                inFirst ? "compensationAmount" : "compensationAmount2",
                "%s is above what you may grant here: %s. %s".formatted(offer.words(), limits(requester), sentence));
    }

    /**
     * Looks again at an offer that was inside the authority when it was made: another case of the customer may have come
     * in between.
     *
     * @throws RefusedInput as {@link #demandAuthority}
     */
    public void demandStillWithin(Requester requester, Compensation offer, String sentence) {
        customers.lock(requester.customerNumber());
        if (!grants.given(requester).isNothing()) {
            demandAuthority(requester, offer, sentence);
        }
    }

    private Ruling ruling(Requester requester, Given given, BigDecimal goodwill, BigDecimal moneyBack) {
        return table.rule(requester.role(), requester.tier(), goodwill, moneyBack, given.earlierGoodwill());
    }
}
