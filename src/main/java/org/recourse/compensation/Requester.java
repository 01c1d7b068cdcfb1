package org.recourse.compensation;

import org.recourse.compensation.ledger.Holding;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.recourse.identifier.Team;

/**
 * Who asks for money, and for whom.
 *
 * @param role whose authority counts
 * @param tier of the customer
 */
public record Requester(
        PersonId person, Role role, Team team, String tier, String customerNumber, CaseNumber caseNumber) {

    Holding holding() {
        return new Holding(caseNumber, customerNumber, team, Compensation.EUR);
    }
}
