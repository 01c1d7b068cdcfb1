package org.recourse.customer;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.recourse.identifier.CaseNumber;
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

    /** Whatever belongs to a case needs it: cases with these numbers and nothing else to tell. */
    public static void openCases(DataSource dataSource, CaseNumber... numbers) {
        for (CaseNumber number : numbers) {
            JdbcClient.create(dataSource).sql("""
                            insert into escalation_case (case_number, version, state, team, zone, customer_number, channel,
                              opened_by, opened_at, practice, title, urgency, priority, angles, level, level_wanted, reopened,
                              check_ins)
                            values (?, 0, 'open', 'team-north', 'Europe/Berlin', 'C-1', 'phone', 'agent1',
                              timestamp with time zone '2026-11-24 09:02:00+00', false, 'Roaming', 0, 50, 2, 1, 1, 0, 0)""").param(number.value()).update();
        }
    }

    public static Customers customers(DataSource dataSource) {
        PhoneNumbers phoneNumbers = new PhoneNumbers("DE");
        return new Customers(
                new CustomerTable(StoredValues.client(JdbcClient.create(dataSource))),
                new CustomerTrail(StoredValues.client(JdbcClient.create(dataSource))),
                new CustomerFields(phoneNumbers, CLOCK),
                phoneNumbers,
                CLOCK,
                "de",
                ZoneId.of("Europe/Berlin"));
    }
}
