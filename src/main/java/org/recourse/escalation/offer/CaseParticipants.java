package org.recourse.escalation.offer;

import java.util.HashSet;
import java.util.Set;
import org.recourse.compensation.Participants;
import org.recourse.customer.Customers;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.recourse.identity.People;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who offered, advised or asked for money in a case, as the case and its history remember it. */
@Component
class CaseParticipants implements Participants {

    private final Cases cases;
    private final Customers customers;
    private final People people;
    private final JdbcClient jdbc;

    CaseParticipants(Cases cases, Customers customers, People people, JdbcClient jdbc) {
        this.cases = cases;
        this.customers = customers;
        this.people = people;
        this.jdbc = jdbc;
    }

    @Override
    public Set<PersonId> of(CaseNumber caseNumber) {
        Set<PersonId> participants = new HashSet<>(jdbc.sql("""
                        select proposed_by from proposal where case_number = ?
                        union select who from offer_event where case_number = ? and kind = 'advised'
                        union select asked_by from offer_approval where case_number = ?""")
                .params(caseNumber, caseNumber, caseNumber)
                .query(PersonId.class)
                .list());
        EscalationCase escalation = cases.get(caseNumber);
        for (CaseField field : new CaseField[] {CaseField.AGENT, CaseField.OWNER, CaseField.ADVICE_BY}) {
            PersonId person = escalation.person(field);
            if (person != null) {
                participants.add(person);
            }
        }
        return participants;
    }

    /** The customer is known by mail address, as everybody in the house is. */
    @Override
    public boolean benefits(PersonId person, CaseNumber caseNumber) {
        String email = people.email(person);
        return !email.isEmpty()
                && customers
                        .byNumber(cases.get(caseNumber).customerNumber())
                        .filter(customer -> customer.emails().contains(email))
                        .isPresent();
    }
}
