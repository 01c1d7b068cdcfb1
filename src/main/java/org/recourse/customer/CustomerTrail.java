package org.recourse.customer;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who corrected what about a customer; only ever added to. */
@Repository
class CustomerTrail {

    private final JdbcClient jdbc;

    CustomerTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void log(String number, CustomerChange change) {
        jdbc.sql("""
                        insert into customer_change
                            (customer_number, field, value_before, value_after, changed_by, changed_at)
                        values (:number, :field, :before, :after, :who, :at)
                        """)
                .param("number", number)
                .param("field", change.field())
                .param("before", change.before())
                .param("after", change.after())
                .param("who", change.who())
                .param("at", change.at())
                .update();
    }

    List<CustomerChange> changes(String number) {
        return jdbc.sql("""
                        select field, value_before as before, value_after as after, changed_by as who, changed_at as at
                        from customer_change where customer_number = :number order by id
                        """).param("number", number).query(CustomerChange.class).list();
    }
}
