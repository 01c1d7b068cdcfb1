package org.recourse.compensation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;

/**
 * What an approver should know about the case (R16).
 *
 * @param yearlyValue what the customer brings in twelve months; null when not known
 * @param wish what the customer wants, in their words
 * @param similar closed cases about the same product, newest first
 */
public record Background(
        String customerNumber,
        String tier,
        @Nullable LocalDate since,
        @Nullable BigDecimal yearlyValue,
        String currency,
        @Nullable String wish,
        List<SimilarCase> similar) {

    /** A closed case and what was given in it, 0 when nothing was. */
    public record SimilarCase(CaseNumber caseNumber, String title, BigDecimal given) {}
}
