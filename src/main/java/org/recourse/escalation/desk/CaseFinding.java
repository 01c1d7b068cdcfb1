package org.recourse.escalation.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recourse.customer.Customer;
import org.recourse.customer.Customers;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.identifier.CaseNumber;
import org.recourse.identifier.PersonId;
import org.recourse.identity.People;
import org.springframework.stereotype.Service;

/**
 * Finds cases by what a caller says: the number of the case or of the customer, a phone number, a mail address. A case of
 * another team is named and no more: who has its customer on the line records a contact, and may read it then.
 */
@Service
public class CaseFinding {

    private final Cases cases;
    private final Customers customers;
    private final CaseAccess access;
    private final People people;

    CaseFinding(Cases cases, Customers customers, CaseAccess access, People people) {
        this.cases = cases;
        this.customers = customers;
        this.access = access;
        this.people = people;
    }

    /**
     * A case in the list.
     *
     * @param readable the rest is null when the current user may not read the case
     * @param with who holds it, by name
     */
    public record Found(
            CaseNumber caseNumber,
            String state,
            boolean readable,
            @Nullable String title,
            @Nullable String customer,
            @Nullable Instant openedAt,
            @Nullable String with) {}

    /** The newest first for each customer; empty when nothing fits. */
    public List<Found> by(String words) {
        String asked = words.strip();
        Map<CaseNumber, EscalationCase> found = new LinkedHashMap<>();
        CaseNumber.possible(asked.toUpperCase(Locale.ROOT))
                .flatMap(cases::find)
                .ifPresent(one -> found.put(one.number(), one));
        Map<String, Customer> callers = callers(asked);
        callers.keySet().stream()
                .flatMap(number -> cases.ofCustomer(number).stream())
                .forEach(one -> found.put(one.number(), one));
        return found.values().stream().map(this::told).toList();
    }

    private Map<String, Customer> callers(String asked) {
        Map<String, Customer> found = new LinkedHashMap<>();
        Stream.of(
                        customers.byNumber(asked).stream(),
                        customers.byPhone(asked).stream(),
                        customers.byEmail(asked).stream())
                .flatMap(several -> several)
                .forEach(customer -> found.put(customer.number(), customer));
        return found;
    }

    private Found told(EscalationCase found) {
        String state = found.textOr(CaseField.STATE, "");
        if (!access.allowsSight(found)) {
            return new Found(found.number(), state, false, null, null, null, null);
        }
        String holder = found.text(found.level() == 1 ? CaseField.AGENT : CaseField.OWNER);
        return new Found(
                found.number(),
                state,
                true,
                found.text(CaseField.TITLE),
                customers.byNumber(found.customerNumber()).map(Customer::name).orElse(found.customerNumber()),
                found.openedAt(),
                holder == null ? null : people.fullName(PersonId.of(holder)));
    }
}
