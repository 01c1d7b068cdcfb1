package org.recourse.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recourse.customer.Customer.Consent;
import org.recourse.storage.TransactionMemory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The customers' rows; a list of customers costs one statement, however long it is. */
@Repository
class CustomerTable {

    private final JdbcClient jdbc;
    private final TransactionMemory<Customer> inTransaction = new TransactionMemory<>();

    CustomerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> numbersByPhone(String phone) {
        return jdbc.sql("select customer_number from customer_phone where phone = :phone")
                .param("phone", phone)
                .query(String.class)
                .list();
    }

    List<String> numbersByEmail(String email) {
        return jdbc.sql("select customer_number from customer_email where email = :email")
                .param("email", email)
                .query(String.class)
                .list();
    }

    /** Read once in a transaction, until it is changed or {@link #forget forgotten}. */
    Optional<Customer> byNumber(String number) {
        return inTransaction.find(number).or(() -> {
            Optional<Customer> read = all(List.of(number)).stream().findFirst();
            read.ifPresent(customer -> inTransaction.remember(number, customer));
            return read;
        });
    }

    void forget(String number) {
        inTransaction.forget(number);
    }

    List<Customer> all(Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select customer.*,
                            (select string_agg(phone, ' ' order by place) from customer_phone
                             where customer_number = customer.number) as phones,
                            (select string_agg(email, ' ' order by place) from customer_email
                             where customer_number = customer.number) as emails
                        from customer where number in (:numbers) order by number
                        """)
                .param("numbers", numbers)
                .query((rs, row) -> customer(rs))
                .list();
    }

    /** Makes corrections of one customer wait for each other; false when there is no such customer. */
    boolean lock(String number) {
        return jdbc.sql("select number from customer where number = :number for update")
                .param("number", number)
                .query(String.class)
                .optional()
                .isPresent();
    }

    long nextOwnNumber() {
        return jdbc.sql("select nextval('customer_number')").query(Long.class).single();
    }

    void insert(Customer customer, Instant at) {
        values(customer, """
                        insert into customer (number, name, language, zone, tier, customer_since, yearly_value, currency,
                            preferred_channel, may_mail, may_text, may_call, created_at)
                        values (:number, :name, :language, :zone, :tier, :customerSince, :yearlyValue, :currency,
                            :preferredChannel, :mayMail, :mayText, :mayCall, :createdAt)
                        """).param("createdAt", at).update();
        insertLists(customer);
    }

    void update(Customer customer) {
        inTransaction.forget(customer.number());
        values(customer, """
                        update customer set name = :name, language = :language, zone = :zone, tier = :tier,
                            customer_since = :customerSince, yearly_value = :yearlyValue, currency = :currency,
                            preferred_channel = :preferredChannel, may_mail = :mayMail, may_text = :mayText,
                            may_call = :mayCall
                        where number = :number
                        """).update();
        for (String list : List.of("phone", "email")) {
            jdbc.sql("delete from customer_" + list + " where customer_number = :number")
                    .param("number", customer.number())
                    .update();
        }
        insertLists(customer);
    }

    private void insertLists(Customer customer) {
        insertList("phone", customer.number(), customer.phones());
        insertList("email", customer.number(), customer.emails());
    }

    private void insertList(String what, String number, List<String> values) {
        for (int place = 0; place < values.size(); place++) {
            jdbc.sql("insert into customer_" + what + " (customer_number, " + what
                            + ", place) values (:number, :value, :place)")
                    .param("number", number)
                    .param("value", values.get(place))
                    .param("place", place)
                    .update();
        }
    }

    private JdbcClient.StatementSpec values(Customer customer, String sql) {
        return jdbc.sql(sql)
                .param("number", customer.number())
                .param("name", customer.name())
                .param("language", customer.language())
                .param("zone", customer.zone().getId())
                .param("tier", customer.tier())
                .param("customerSince", customer.customerSince())
                .param("yearlyValue", customer.yearlyValue())
                .param("currency", customer.currency())
                .param("preferredChannel", customer.preferredChannel())
                .param("mayMail", customer.consent().mail())
                .param("mayText", customer.consent().text())
                .param("mayCall", customer.consent().call());
    }

    private static Customer customer(ResultSet rs) throws SQLException {
        return new Customer(
                rs.getString("number"),
                rs.getString("name"),
                list(rs.getString("phones")),
                list(rs.getString("emails")),
                rs.getString("language"),
                ZoneId.of(rs.getString("zone")),
                Tier.valueOf(rs.getString("tier").toUpperCase(Locale.ROOT)),
                rs.getObject("customer_since", LocalDate.class),
                rs.getBigDecimal("yearly_value"),
                rs.getString("currency"),
                ContactChannel.valueOf(rs.getString("preferred_channel").toUpperCase(Locale.ROOT)),
                new Consent(rs.getBoolean("may_mail"), rs.getBoolean("may_text"), rs.getBoolean("may_call")));
    }

    /** Neither a phone in E.164 nor a mail address has a space in it. */
    private static List<String> list(@Nullable String joined) {
        return joined == null ? List.of() : List.of(joined.split(" "));
    }
}
