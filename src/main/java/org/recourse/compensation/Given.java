package org.recourse.compensation;

import java.math.BigDecimal;

/** What a case got so far, agreed or granted, by group (see {@link Compensation#isWithin}). */
record Given(BigDecimal goodwill, BigDecimal moneyBack) {

    BigDecimal goodwillWith(Compensation offer) {
        return goodwill.add(offer.goodwill());
    }

    BigDecimal moneyBackWith(Compensation offer) {
        return moneyBack.add(offer.moneyBack());
    }
}
