package org.recourse.customer;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.recourse.storage.StoredValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Recourse's own tables without Spring and without the engine, empty for each test. */
public final class TestTables {

    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T09:02:00Z"), ZoneOffset.UTC);

    private TestTables() {}

    public static DataSource h2() {
        return migrated(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
    }

    public static DataSource migrated(DataSource dataSource) {
        Flyway.configure().dataSource(dataSource).load().migrate();
        return dataSource;
    }

    public static Customers customers(DataSource dataSource) {
        PhoneNumbers phoneNumbers = new PhoneNumbers("DE");
        return new Customers(
                new CustomerTable(StoredValues.client(JdbcClient.create(dataSource))),
                new CustomerTrail(StoredValues.client(JdbcClient.create(dataSource))),
                new CustomerFields(phoneNumbers),
                phoneNumbers,
                CLOCK,
                "de",
                ZoneId.of("Europe/Berlin"));
    }
}
