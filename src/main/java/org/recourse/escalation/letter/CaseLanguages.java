package org.recourse.escalation.letter;

import org.jspecify.annotations.Nullable;
import org.recourse.callback.CustomerLanguages;
import org.recourse.customer.Customer;
import org.recourse.customer.Customers;
import org.recourse.escalation.model.Cases;
import org.recourse.identifier.CaseNumber;
import org.springframework.stereotype.Component;

/** The language of the customer of a case. */
@Component
public class CaseLanguages implements CustomerLanguages {

    private final Cases cases;
    private final Customers customers;

    CaseLanguages(Cases cases, Customers customers) {
        this.cases = cases;
        this.customers = customers;
    }

    @Override
    public @Nullable String of(CaseNumber caseNumber) {
        return customers
                .byNumber(cases.get(caseNumber).customerNumber())
                .map(Customer::language)
                .orElse(null);
    }
}
