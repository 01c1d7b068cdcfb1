package org.recourse.compensation;

/**
 * Who asks for money, and for whom.
 *
 * @param role whose authority counts
 * @param tier of the customer
 */
public record Requester(String person, Role role, String team, String tier, String customerNumber) {}
