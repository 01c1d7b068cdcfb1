package org.recourse.compensation.ledger;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.recourse.identifier.Team;

/** What a team may give away in a month, and how much of it is spoken for. */
public record Budget(
        Team team, YearMonth month, String currency, BigDecimal amount, BigDecimal reserved, BigDecimal committed) {

    /** Negative when a manager has overdrawn it. */
    public BigDecimal left() {
        return amount.subtract(reserved).subtract(committed);
    }
}
