package org.recourse.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.recourse.customer.Customer;
import org.recourse.customer.Customers;
import org.recourse.customer.PhoneNumbers;
import org.recourse.customer.TestTables;
import org.recourse.identifier.CaseNumber;
import org.recourse.storage.StoredValues;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;

/** The real services of this package on real tables, wired by hand, with a clock that the test moves. */
final class Workbench {

    static final CaseNumber CASE = CaseNumber.of("R-DE-2026-000001");

    final List<Long> dispatched = new ArrayList<>();
    final JdbcClient jdbc;
    final Customers customers;
    final Outbox outbox;
    final TransactionTemplate transaction;
    final Messages messages;

    private Instant now = Instant.parse("2026-11-24T09:02:00Z");

    Workbench(DataSource dataSource, @Nullable JavaMailSender mail, String gatewayUrl) {
        jdbc = StoredValues.client(JdbcClient.create(dataSource));
        TestTables.openCases(dataSource, CASE);
        customers = TestTables.customers(dataSource);
        outbox = new Outbox(jdbc);
        JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
        transaction = new TransactionTemplate(transactions);
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        if (mail != null) {
            beans.addBean("mail", mail);
        }
        List<Carrier> carriers = List.of(
                new MailCarrier(beans.getBeanProvider(JavaMailSender.class), "Service <service@recourse.example>"),
                new TextCarrier(RestClient.builder(), gatewayUrl, "secret", Duration.ofMillis(500)));
        Clock clock = new MovedClock();
        messages = new Messages(
                outbox,
                new MessageTemplates(""),
                new PhoneNumbers("DE"),
                (id, caseNumber) -> dispatched.add(id),
                new Delivery(outbox, carriers, transactions, clock),
                clock);
    }

    static JavaMailSenderImpl smtp(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(port);
        Properties settings = sender.getJavaMailProperties();
        settings.put("mail.smtp.timeout", "1000");
        return sender;
    }

    Customer customer(String number, String... fieldsAndTexts) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < fieldsAndTexts.length; i += 2) {
            fields.put(fieldsAndTexts[i], fieldsAndTexts[i + 1]);
        }
        return customers.create(number, fields);
    }

    Customer keller() {
        return customer("C-10017", "name", "Maria Keller", "emails", "maria@example.com", "phones", "0171 3920017");
    }

    Customer texter() {
        return customer(
                "C-10018",
                "name",
                "Jonas Weber",
                "phones",
                "030 23125018; 0171 3920018",
                "preferredChannel",
                "text",
                "language",
                "en");
    }

    long checkIn(String key, Customer to) {
        return messages.write(
                key, CASE, MessageKind.CHECK_IN, to, Map.of("title", "Roaming", "link", "https://r.example/rate/t"));
    }

    long alarm(Customer safetyContact) {
        return messages.write(
                "safety:" + CASE,
                CASE,
                MessageKind.SAFETY_ALERT,
                safetyContact,
                Map.of(
                        "title",
                        "Roaming",
                        "customer",
                        "Maria Keller",
                        "phone",
                        "+491713920017",
                        "agent",
                        "Amira Haddad"));
    }

    Message message(long id) {
        return messages.byId(id).orElseThrow();
    }

    void advance(Duration by) {
        now = now.plus(by);
    }

    private final class MovedClock extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
