package org.recourse.compensation.ledger;

import org.jspecify.annotations.Nullable;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.Team;

/** For which case and customer money is held, out of which team's budget. */
public record Holding(@Nullable CaseNumber caseNumber, String customerNumber, Team team, String currency) {}
