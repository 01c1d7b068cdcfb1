package org.recourse.compensation.ledger;

/** For which case and customer money is held, out of which team's budget. */
public record Holding(String caseNumber, String customerNumber, String team, String currency) {}
