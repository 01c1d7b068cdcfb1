package org.recourse.compensation;

import java.math.BigDecimal;

/**
 * What was given already and counts with the next offer (see {@link Authority}), by group (see
 * {@link Compensation#isWithin}): agreed or granted, and in other cases also what is offered and not answered.
 *
 * @param goodwill in this case
 * @param moneyBack in this case and {@code moneyBackElsewhere}
 * @param moneyBackElsewhere lately in other cases of the customer without anybody else's approval, so that many small refunds
 *     are one large one
 * @param earlierGoodwill of the last twelve months in the customer's other cases
 * @param pending in this case, neither granted nor given up
 */
record Given(
        BigDecimal goodwill,
        BigDecimal moneyBack,
        BigDecimal moneyBackElsewhere,
        BigDecimal earlierGoodwill,
        BigDecimal pending) {

    boolean isNothing() {
        return goodwill.add(moneyBack).add(earlierGoodwill).signum() == 0;
    }

    BigDecimal goodwillWith(Compensation offer) {
        return goodwill.add(offer.goodwill());
    }

    BigDecimal moneyBackWith(Compensation offer) {
        return moneyBack.add(offer.moneyBack());
    }
}
