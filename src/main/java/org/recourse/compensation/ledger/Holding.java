package org.recourse.compensation.ledger;

import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;

/** For which case and customer money is held, out of which team's budget. */
public record Holding(@Nullable CaseNumber caseNumber, String customerNumber, String team, String currency) {}
