package org.recourse.compensation.ledger;

import java.math.BigDecimal;

/** What the ledger says about one case; {@code reserved} less the two others is still held. */
public record CaseMoney(BigDecimal reserved, BigDecimal released, BigDecimal committed) {

    public BigDecimal held() {
        return reserved.subtract(released).subtract(committed);
    }
}
