package org.recourse.escalation.offer;

import java.util.List;
import java.util.Locale;
import org.recourse.compensation.Background;
import org.recourse.compensation.Background.SimilarCase;
import org.recourse.compensation.Backgrounds;
import org.recourse.customer.Customer;
import org.recourse.customer.Customers;
import org.recourse.escalation.model.CaseField;
import org.recourse.escalation.model.Cases;
import org.recourse.escalation.model.EscalationCase;
import org.recourse.identifier.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an approver should know about a case and its customer (R16). */
@Component
class CaseBackgrounds implements Backgrounds {

    private final Cases cases;
    private final Customers customers;
    private final JdbcClient jdbc;

    CaseBackgrounds(Cases cases, Customers customers, JdbcClient jdbc) {
        this.cases = cases;
        this.customers = customers;
        this.jdbc = jdbc;
    }

    @Override
    public Background of(CaseNumber caseNumber) {
        EscalationCase escalation = cases.get(caseNumber);
        Customer customer = customers.byNumber(escalation.customerNumber()).orElseThrow();
        return new Background(
                customer.number(),
                customer.tier().name().toLowerCase(Locale.ROOT),
                customer.customerSince(),
                customer.yearlyValue(),
                customer.currency(),
                escalation.text(CaseField.DESIRED_OUTCOME),
                similar(escalation));
    }

    /** The five closed last about the same product; no case is like another when no product was named. */
    private List<SimilarCase> similar(EscalationCase escalation) {
        return jdbc.sql("""
                        select c.case_number, c.title, coalesce(sum(g.amount), 0) as given
                        from escalation_case c
                        left join offer_compensation_grant g on g.case_number = c.case_number and g.state <> 'cancelled'
                        where c.state = 'closed' and lower(c.product) = ? and c.case_number <> ? and not c.practice
                        group by c.case_number, c.title, c.closed_at
                        order by c.closed_at desc limit 5""")
                .params(escalation.textOr(CaseField.PRODUCT, "").strip().toLowerCase(Locale.ROOT), escalation.number())
                .query((row, n) -> new SimilarCase(
                        CaseNumber.of(row.getString("case_number")),
                        row.getString("title"),
                        row.getBigDecimal("given")))
                .list();
    }
}
