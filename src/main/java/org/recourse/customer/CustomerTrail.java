package org.recourse.customer;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
                .param("at", change.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<CustomerChange> changes(String number) {
        return jdbc.sql("select * from customer_change where customer_number = :number order by id")
                .param("number", number)
                .query((rs, row) -> new CustomerChange(
                        rs.getString("field"),
                        rs.getString("value_before"),
                        rs.getString("value_after"),
                        rs.getString("changed_by"),
                        rs.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
