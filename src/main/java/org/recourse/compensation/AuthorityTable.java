package org.recourse.compensation;

import java.math.BigDecimal;
import org.recourse.text.Sentence;

/** The authority matrix {@code CompensationAuthority}, asked outside a process: what may be granted without asking? */
public interface AuthorityTable {

    /** By the table of the release on which the requester's case stands. */
    Ruling rule(Requester requester, BigDecimal goodwill, BigDecimal moneyBack, BigDecimal earlierGoodwill);

    /**
     * The row that applies.
     *
     * @param approver alone, supervisor, manager, two-managers or refuse
     * @param place of the row: {@code row 1 of CompensationAuthority, version 2}
     * @param goodwillLimit what the role may grant alone in this situation, in the table's currency
     */
    record Ruling(String approver, BigDecimal goodwillLimit, BigDecimal moneyBackLimit, Sentence place) {

        public boolean alone() {
            return approver.equals("alone");
        }
    }
}
