package org.recourse.compensation;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.recourse.compensation.AuthorityTable.Ruling;
import org.recourse.customer.Customers;
import org.recourse.form.RefusedInput;
import org.recourse.text.Money;
import org.recourse.text.Saying;
import org.recourse.text.Sentence;
import org.springframework.stereotype.Service;

/**
 * Who may offer how much (R15). The limits stand in the decision table, nowhere in Java. What the case got before counts
 * with an offer, and so do the customer's goodwill of twelve months and, in other cases of thirty days, money back that nobody else
 * approved, and what is offered there and not answered: several small grants are one large grant.
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
     * {@code goodwill or voucher up to 25.00 EUR, refund or credit up to 50.00 EUR}, what is left of it, and what of it was
     * used in other cases of the customer.
     */
    public Sentence limits(Requester requester) {
        Given given = grants.given(requester);
        Ruling limits = ruling(requester, given, BigDecimal.ZERO, BigDecimal.ZERO);
        return Sentence.of(
                "authority.limits",
                lowered(requester, given, limits, limit(limits.goodwillLimit(), given.goodwill())),
                elsewhere(given, limit(limits.moneyBackLimit(), given.moneyBack())));
    }

    private static Sentence limit(BigDecimal limit, BigDecimal used) {
        if (limit.signum() == 0) {
            return Sentence.of("authority.not-at-all");
        }
        BigDecimal left = limit.subtract(used).max(BigDecimal.ZERO).setScale(2);
        return used.signum() == 0
                ? Sentence.of("authority.up-to", money(limit))
                : Sentence.of("authority.up-to-left", money(limit), left);
    }

    private Sentence lowered(Requester requester, Given given, Ruling limits, Sentence limit) {
        if (given.earlierGoodwill().signum() == 0) {
            return limit;
        }
        Ruling without = table.rule(requester, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
        return without.goodwillLimit().compareTo(limits.goodwillLimit()) <= 0
                ? limit
                : Sentence.of("authority.lowered", limit, money(given.earlierGoodwill()));
    }

    private static Sentence elsewhere(Given given, Sentence limit) {
        return given.moneyBackElsewhere().signum() == 0
                ? limit
                : Sentence.of(
                        "authority.elsewhere", limit, money(given.moneyBackElsewhere()), Grants.DAYS_OF_SPLITTING);
    }

    private static Money money(BigDecimal amount) {
        return new Money(amount, Compensation.EUR);
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
     * @param advice what to do instead
     * @return which row of the table allows it; null when there is nothing to allow
     * @throws RefusedInput naming the amount's field and the limit, when the offer is above the requester's authority
     */
    public @Nullable Sentence demandAuthority(Requester requester, Compensation offer, Saying advice) {
        if (offer.isNone()) {
            return null;
        }
        customers.lock(requester.customerNumber());
        return demand(requester, grants.given(requester), offer, advice);
    }

    private Sentence demand(Requester requester, Given given, Compensation offer, Saying advice) {
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
                Sentence.of("authority.above", offer.said(), limits(requester), advice));
    }

    /**
     * Looks again at an offer that was inside the authority when it was made: another case of the customer may have come
     * in between. Of two offers that stand the earlier one comes first.
     *
     * @param offered when
     * @throws RefusedInput as {@link #demandAuthority}
     */
    public void demandStillWithin(Requester requester, Compensation offer, Instant offered, Saying advice) {
        customers.lock(requester.customerNumber());
        Given given = grants.given(requester, offered);
        if (!given.isNothing()) {
            demand(requester, given, offer, advice);
        }
    }

    private Ruling ruling(Requester requester, Given given, BigDecimal goodwill, BigDecimal moneyBack) {
        return table.rule(requester, goodwill, moneyBack, given.earlierGoodwill());
    }
}
